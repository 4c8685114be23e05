import { ASC_DD1, ASC_EE, ASC_FF } from "../../schemas/row/asc.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { markOf } from "./asc-mark.ts";
import { type OutputFile, rowField } from "./json.ts";
import { documentOfTable } from "./table-document.ts";

/** `asc-device-offsets.json`: Addendum FF. */
export function publishAscDeviceOffsets(book: ReleaseBook): OutputFile[] {
  const file = book.tables["asc-ff"];
  const mark = file && rowField("mark", (row) => markOf(file.table.columns, row));
  return documentOfTable(book, "asc-device-offsets", file, ASC_FF, { others: mark && [mark] });
}

/** `asc-excluded.json`: the codes of Addendum EE. */
export function publishAscExcluded(book: ReleaseBook): OutputFile[] {
  return documentOfTable(book, "asc-excluded", book.tables["asc-ee"], ASC_EE);
}

/** `asc-indicators.json`: Addendum DD1. */
export function publishAscIndicators(book: ReleaseBook): OutputFile[] {
  return documentOfTable(book, "asc-indicators", book.tables["asc-dd1"], ASC_DD1);
}
