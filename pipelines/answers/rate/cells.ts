import type { RateCells } from "../../../schemas/out/rate-amount.ts";
import type { FilesHead } from "../../documents/table-document.ts";

/**
 * The cells of one row that an amount comes from, by the columns that the document's head names.
 *
 * @param file short name of the file in the head, such as "rvu"
 * @param fields our names of the columns; those that the file does not have are left out
 */
export function cellsOf(head: FilesHead, file: string, row: number, fields: readonly string[]): RateCells {
  const ref = head.files[file];
  if (ref === undefined) throw new Error(`the document has no file ${file}`);
  const columns = fields.flatMap((field) => ref.columns[field] ?? []);
  const excerpt = ref.excerptOf === undefined ? {} : { excerptOf: ref.excerptOf };
  const sheet = ref.sheet === undefined ? {} : { sheet: ref.sheet };
  return { file: ref.name, ...sheet, origin: ref.origin, ...excerpt, row, columns };
}
