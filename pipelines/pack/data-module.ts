/**
 * A text between single quotes in JavaScript: JSON has many double ones, which need no escape there.
 *
 * @param json text of a document
 */
function inQuotes(json: string): string {
  const escaped = json.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n");
  return `'${escaped}'`;
}

/**
 * A document as an ES module whose default export it is. `JSON.parse` of one text is parsed faster than a literal, and
 * Node, browsers and every bundler take it without a loader.
 *
 * @param json the document's own bytes as text
 */
export function dataModule(json: string): string {
  return `export default JSON.parse(${inQuotes(json.trimEnd())});\n`;
}

/** The types of such a module: whoever opens it does not look into it. */
export const DATA_TYPES = "declare const document: object;\nexport default document;\n";
