import type { Field } from "../../schemas/row/catalogue.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { SourceFile } from "../tables/source-file.ts";
import { headOf, sourceRefs } from "./head.ts";
import { type FieldText, lineFile, linesOf, type OutputFile, publishedFields, rowField } from "./json.ts";

/**
 * One document of the rows of one file, in its order; none where the file was not read.
 *
 * @param name of the document and of its shape
 * @param others fields after the file's own
 * @param beside files that those fields were read from
 */
export function documentOfTable<Row>(
  book: ReleaseBook,
  name: string,
  file: SourceFile<Row> | undefined,
  catalogue: { readonly [F in keyof Row]: Field },
  others: readonly FieldText[] = [],
  beside: readonly (SourceFile<unknown> | undefined)[] = [],
): OutputFile[] {
  if (file === undefined) return [];
  const { columns, rowNumbers } = file.table;
  const fields = Object.values<FieldText>(publishedFields(catalogue, columns));
  const lines = linesOf(rowNumbers.keys(), [...fields, ...others, rowField("row", (row) => rowNumbers[row])]);
  return [lineFile(`${name}.json`, { ...headOf(book, name), files: sourceRefs([file, ...beside]) }, lines)];
}
