import { ASC_DD1, ASC_EE, ASC_FF } from "../../schemas/row/asc.ts";
import type { Field } from "../../schemas/row/catalogue.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { SourceFile } from "../tables/source-file.ts";
import { markOf } from "./asc-mark.ts";
import { headOf, sourceRefs } from "./head.ts";
import { type FieldText, lineFile, linesOf, type OutputFile, publishedFields, rowField } from "./json.ts";

/** One document of the rows of one file, in its order. */
function documentOf<Row>(
  book: ReleaseBook,
  name: string,
  file: SourceFile<Row> | undefined,
  catalogue: { readonly [F in keyof Row]: Field },
  others: readonly FieldText[] = [],
): OutputFile[] {
  if (file === undefined) return [];
  const { columns, rowNumbers } = file.table;
  const fields = Object.values<FieldText>(publishedFields(catalogue, columns));
  const lines = linesOf(rowNumbers.keys(), [...fields, ...others, rowField("row", (row) => rowNumbers[row])]);
  return [lineFile(`${name}.json`, { ...headOf(book, name), files: sourceRefs([file]) }, lines)];
}

/** `asc-device-offsets.json`: Addendum FF. */
export function publishAscDeviceOffsets(book: ReleaseBook): OutputFile[] {
  const file = book.tables["asc-ff"];
  const mark = file && rowField("mark", (row) => markOf(file.table.columns, row));
  return documentOf(book, "asc-device-offsets", file, ASC_FF, mark && [mark]);
}

/** `asc-excluded.json`: the codes of Addendum EE. */
export function publishAscExcluded(book: ReleaseBook): OutputFile[] {
  return documentOf(book, "asc-excluded", book.tables["asc-ee"], ASC_EE);
}

/** `asc-indicators.json`: Addendum DD1. */
export function publishAscIndicators(book: ReleaseBook): OutputFile[] {
  return documentOf(book, "asc-indicators", book.tables["asc-dd1"], ASC_DD1);
}
