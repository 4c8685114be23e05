import fc from "fast-check";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvOf, readBytes, readRows, recordsOf, type Sheet } from "./tables.ts";

type Rows = readonly (readonly string[])[];

async function readsTheSame(sheet: Sheet, rows: Rows): Promise<void> {
  const { table, problems } = await readRows(sheet, rows);
  expect(problems).toEqual([]);
  expect(recordsOf(table)).toEqual(sheet.records);
}

/** The sheet with rows inserted before an index. */
function inserted(rows: Rows, at: number, more: Rows): Rows {
  return [...rows.slice(0, at), ...more, ...rows.slice(at)];
}

const widthOf = (sheet: Sheet): number => sheet.rows[sheet.lastHeading]?.length ?? 0;

/** Columns that move together: a mark without a heading is found by the column on its left. */
function columnBlocks(sheet: Sheet): number[][] {
  const blocks: number[][] = [];
  const heading = sheet.rows.slice(sheet.firstHeading, sheet.lastHeading + 1);
  const marks = sheet.layout.columns.some((column) => column.rightOf !== undefined);
  for (let column = 0; column < widthOf(sheet); column += 1) {
    const unheaded = heading.every((row) => (row[column] ?? "").trim() === "");
    const last = blocks.at(-1);
    if (unheaded && marks && last !== undefined) last.push(column);
    else blocks.push([column]);
  }
  return blocks;
}

function permuted(sheet: Sheet, order: readonly number[]): Rows {
  return sheet.rows.map((row) => order.map((column) => row[column] ?? ""));
}

const permutationOf = (sheet: Sheet) =>
  fc.shuffledSubarray(columnBlocks(sheet), { minLength: columnBlocks(sheet).length }).map((blocks) => blocks.flat());

const words = fc.lorem({ maxCount: 9, mode: "words" });
const sentence = fc.lorem({ maxCount: 12 }).filter((text) => text.length > 20);

/** A row with one text in one cell. */
const loneCell = (sheet: Sheet, text: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.nat(widthOf(sheet) - 1), text)
    .map(([at, said]) => Array.from({ length: widthOf(sheet) }, (_, column) => (column === at ? said : "")));

const blank = (sheet: Sheet) =>
  fc.constantFrom(
    [""],
    Array.from({ length: widthOf(sheet) }, () => ""),
    [" ", "\t"],
    ["\u00a0"],
  );

function permutations(sheet: Sheet) {
  return fc.asyncProperty(permutationOf(sheet), (order) => readsTheSame(sheet, permuted(sheet, order)));
}

function bannersAndNotes(sheet: Sheet) {
  const banner = fc.array(fc.oneof(loneCell(sheet, words), blank(sheet)), { maxLength: 12 });
  const notes = fc.array(fc.oneof(loneCell(sheet, sentence), blank(sheet)), { maxLength: 8 });
  return fc.asyncProperty(banner, notes, (above, below) =>
    readsTheSame(sheet, inserted([...above, ...sheet.rows], above.length + sheet.lastRow + 1, below)),
  );
}

/** Any place except between the stacked rows of a heading. */
function blankRows(sheet: Sheet) {
  const places = sheet.rows.map((_, index) => index).filter((at) => at <= sheet.firstHeading || at > sheet.lastHeading);
  const more = fc.array(fc.tuple(fc.constantFrom(...places), blank(sheet)), { maxLength: 9 });
  return fc.asyncProperty(more, (blanks) => {
    const fromBelow = [...blanks].sort(([left], [right]) => right - left);
    return readsTheSame(
      sheet,
      fromBelow.reduce((rows, [at, row]) => inserted(rows, at, [row]), sheet.rows),
    );
  });
}

function lineEnds(sheet: Sheet) {
  return fc.asyncProperty(fc.constantFrom("\r\n", "\n", "\r"), fc.boolean(), async (newline, ended) => {
    const text = Papa.unparse(sheet.rows as string[][], { newline }) + (ended ? newline : "");
    const { table, problems } = await readBytes(sheet.located, new Uint8Array(Buffer.from(text)));
    expect(problems).toEqual([]);
    expect(recordsOf(table)).toEqual(sheet.records);
  });
}

/** Byte order mark, UTF-8 and the two code pages, each with characters that have other bytes in the others. */
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "utf-8": (text) => new Uint8Array(Buffer.from(text)),
  "utf-8 with a byte order mark": (text) => new Uint8Array(Buffer.from(`\ufeff${text}`)),
  "windows-1252": (text) => new Uint8Array(iconv.encode(text, "windows-1252")),
  cp437: (text) => new Uint8Array(iconv.encode(text, "cp437")),
};

/** Blanks that do not break after some keys, as behind CMS's G0465, and a banner with letters of its own. */
function accented(sheet: Sheet, chosen: ReadonlySet<number>): Rows {
  const data = (index: number): boolean => index > sheet.lastHeading && index <= sheet.lastRow;
  const rows = sheet.rows.map((row, index) =>
    data(index) && chosen.has(index) && row[0] !== "" ? [`${row[0]}\u00a0`, ...row.slice(1)] : row,
  );
  return [["Caf\u00e9 M\u00fcller\u00a0"], ...rows];
}

function encodings(sheet: Sheet) {
  const rows = fc.uniqueArray(fc.nat(sheet.rows.length - 1), { minLength: 1, maxLength: 6 });
  return fc.asyncProperty(fc.constantFrom(...Object.keys(ENCODINGS)), rows, async (encoding, chosen) => {
    const text = Buffer.from(csvOf(accented(sheet, new Set(chosen)))).toString("utf8");
    const { table, problems } = await readBytes(sheet.located, ENCODINGS[encoding]?.(text) ?? new Uint8Array());
    expect(problems).toEqual([]);
    expect(recordsOf(table)).toEqual(sheet.records);
  });
}

const PROPERTIES = [
  ["any order of the columns", permutations],
  ["any banner above and notes below", bannersAndNotes],
  ["blank rows anywhere", blankRows],
  ["CRLF, LF or CR", lineEnds],
  ["UTF-8, windows-1252 or code page 437", encodings],
] as const;

/** Declares a test for each property and sheet, which tries this many changes. */
export function hold(sheets: readonly (readonly [string, () => Promise<Sheet>])[], numRuns: number): void {
  describe.each(PROPERTIES)("%s", (_, property) => {
    it.each(sheets)("%s", async (__, open) => {
      await fc.assert<unknown[]>(property(await open()) as fc.IAsyncProperty<unknown[]>, { numRuns });
    });
  });
}
