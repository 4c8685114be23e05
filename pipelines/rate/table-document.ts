import * as z from "zod";
import { FactorInForce, FileRefs, RuleTexts } from "../../schemas/out/common.ts";

/** What the heads of the published tables have in common, as far as a rate needs it. */
const Head = z.object({
  files: FileRefs.optional(),
  rules: RuleTexts.optional(),
  conversionFactor: FactorInForce.optional(),
  qualifyingApm: z.object({ conversionFactor: FactorInForce, basis: z.string() }).optional(),
  localities: z.array(z.string()).optional(),
});
export type Head = z.infer<typeof Head>;

/** A published table whose rows are looked up without parsing the others. */
export interface TableDocument {
  readonly head: Head;
  /** Rows in whose text the needle stands, such as `"hcpcs":"22511"`. */
  readonly rowsWith: <T>(needle: string, schema: z.ZodType<T>) => T[];
}

/** The line around a position, without the comma that parts it from the next. */
function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? undefined : end).replace(/,$/, "");
}

function* linesWith(text: string, needle: string, from: number): Generator<string> {
  let at = text.indexOf(needle, from);
  while (at >= 0) {
    yield lineAt(text, at);
    const end = text.indexOf("\n", at);
    at = end < 0 ? -1 : text.indexOf(needle, end);
  }
}

/**
 * Opens the text of a published table, of which rows stand one a line.
 *
 * @param list field that holds the rows: `rows`, or `lines` for the index of a bulk file
 */
export function tableDocument(text: string, list: "rows" | "lines"): TableDocument {
  const start = `,\n  "${list}": [`;
  const at = text.indexOf(start);
  if (at < 0) throw new Error(`a published table has no ${list}`);
  const head = Head.parse(JSON.parse(`${text.slice(0, at)}}`));
  return {
    head,
    rowsWith: (needle, schema) =>
      [...linesWith(text, needle, at + start.length)].map((line) => schema.parse(JSON.parse(line))),
  };
}
