/**
 * A document as an ES module whose default export it is. `JSON.parse` of one text is parsed faster than a literal, and
 * Node, browsers and every bundler take it without a loader.
 *
 * @param json the document's own bytes as text
 */
export function dataModule(json: string): string {
  const text = json.trimEnd().replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n");
  return `export default JSON.parse('${text}');\n`;
}

/** The types of such a module: whoever opens it does not look into it. */
export const DATA_TYPES = "declare const document: object;\nexport default document;\n";
