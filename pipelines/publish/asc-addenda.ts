import type { AscDeviceOffsetOut } from "../../schemas/out/asc-addenda.ts";
import type { AscDeviceRow } from "../../schemas/row/asc.ts";
import { percentText } from "../../schemas/unit-text.ts";
import type { Percent } from "../../schemas/units.ts";
import type { ReleaseBook } from "../book.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { rowsOf } from "../shared/table.ts";
import { printedCents } from "./amount-text.ts";
import { filesOf, headOf } from "./head.ts";
import { type OutputFile, tableFile } from "./json.ts";

/** One document of the rows of one file, in its order. */
function documentOf<Row>(
  book: ReleaseBook,
  name: string,
  file: SourceFile<Row> | undefined,
  shapeOf: (row: Row) => object,
): OutputFile[] {
  if (file === undefined) return [];
  const { rowNumbers } = file.table;
  const lines = rowsOf(file.table).map((row, index) => ({ ...shapeOf(row), row: rowNumbers[index] ?? 0 }));
  return [tableFile(`${name}.json`, { ...headOf(book, name), files: filesOf([file]) }, lines)];
}

function shareText(share: Percent | null | undefined): string | null {
  return share === null || share === undefined ? null : percentText(share);
}

function deviceOffset(row: AscDeviceRow): Omit<AscDeviceOffsetOut, "row"> {
  return {
    hcpcs: row.hcpcs,
    paymentIndicator: row.paymentIndicator,
    apc: row.apc === "" ? null : row.apc,
    oppsRate: printedCents(row.oppsRate),
    deviceOffset: shareText(row.deviceOffset),
    apcDeviceOffset: shareText(row.apcDeviceOffset),
    devicePortion: printedCents(row.devicePortion),
  };
}

/** `asc-device-offsets.json`: Addendum FF. */
export function publishAscDeviceOffsets(book: ReleaseBook): OutputFile[] {
  return documentOf(book, "asc-device-offsets", book.tables["asc-ff"], deviceOffset);
}

/** `asc-excluded.json`: the codes of Addendum EE. */
export function publishAscExcluded(book: ReleaseBook): OutputFile[] {
  return documentOf(book, "asc-excluded", book.tables["asc-ee"], ({ hcpcs }) => ({ hcpcs }));
}

/** `asc-indicators.json`: Addendum DD1. */
export function publishAscIndicators(book: ReleaseBook): OutputFile[] {
  return documentOf(book, "asc-indicators", book.tables["asc-dd1"], ({ indicator, definition }) => ({
    indicator,
    definition: definition.replace(/\s+/g, " ").trim(),
  }));
}
