import type { Field } from "../../schemas/row/catalogue.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { SourceFile } from "../tables/source-file.ts";
import { headOf, sourceRefs } from "./head.ts";
import { type FieldText, lineFile, linesOf, type OutputFile, publishedFields, rowField } from "./json.ts";

/** What a document has beside the rows of its file. */
interface MoreOfTable {
  /** Fields after the file's own. */
  readonly others?: readonly FieldText[] | undefined;
  /** Files that those fields were read from. */
  readonly beside?: readonly (SourceFile<unknown> | undefined)[];
  /** Fields of the document before its rows. */
  readonly about?: object;
}

/**
 * One document of the rows of one file, in its order; none where the file was not read.
 *
 * @param name of the document and of its shape
 */
export function documentOfTable<Row>(
  book: ReleaseBook,
  name: string,
  file: SourceFile<Row> | undefined,
  catalogue: { readonly [F in keyof Row]: Field },
  { others = [], beside = [], about = {} }: MoreOfTable = {},
): OutputFile[] {
  if (file === undefined) return [];
  const { columns, rowNumbers } = file.table;
  const fields = Object.values<FieldText>(publishedFields(catalogue, columns));
  const lines = linesOf(rowNumbers.keys(), [...fields, ...others, rowField("row", (row) => rowNumbers[row])]);
  const head = { ...headOf(book, name), files: sourceRefs([file, ...beside]), ...about };
  return [lineFile(`${name}.json`, head, lines)];
}
