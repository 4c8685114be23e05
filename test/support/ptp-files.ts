import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Notice and heading of CMS's procedure-to-procedure files, the notice in words of ours: the heading takes four lines. */
export const PTP_HEAD = [
  "A notice of codes, terms and rights.\t\t\t\t\t\t",
  "Column1/Column2 Edits\t\t\t\t\t\t",
  "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
  "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
  "\t\t\t\t*=no data\t1=allowed\t",
  "\t\t\t\t\t9=not applicable\t",
] as const;

/** A part in CMS's layout: edits from row 7 on. */
export function ptpText(rows: readonly string[], head: readonly string[] = PTP_HEAD): string {
  return [...head, ...rows, ""].join("\r\n");
}

/** "22511 77012 20150101 * 1" as a row of CMS's, with a rationale of ours. */
export function ptpRow(text: string, rationale = "a rationale"): string {
  const [column1, column2, effective, deletion, modifier] = text.split(" ");
  return [column1, column2, "", effective, deletion, modifier, rationale].join("\t");
}

/** The edits of a made-up setting, by part. One begins on the first day of the quarter, as some of CMS's do. */
export function ptpParts(firstDay = "20250401"): readonly (readonly string[])[] {
  return [
    ["0001A 0591T 20220101 20231231 1", `0001A 36591 ${firstDay} * 0`, "0001A 90473 20220101 20220101 9"],
    ["13121 13120 19960101 * 0", "13121 13120 20000101 20000101 9", "22315 22511 20150101 * 1"],
    ["22511 20225 20150101 * 1", "22511 22510 20150101 * 0", "22511 77012 20150101 * 1"],
    ["22514 22511 20150101 * 1", "G0463 99211 20140101 20241231 1"],
  ];
}

/** Names of the parts of a setting and version: "ccipra-v311r0-f1.txt". */
export function ptpNames(series: string): string[] {
  return [1, 2, 3, 4].map((number) => `${series}-f${number}.txt`);
}

/** The four files of a made-up setting by name. */
export function ptpFiles(
  series = "ccipra-v311r0",
  parts: readonly (readonly string[])[] = ptpParts(),
): Record<string, string> {
  const names = ptpNames(series);
  return Object.fromEntries(parts.map((rows, at) => [names[at] as string, ptpText(rows.map((row) => ptpRow(row)))]));
}

/** How many edits CMS's largest setting has, and how many of them are active. */
export const FULL_SIZE = { edits: 2_637_645, active: 1_406_699 } as const;

/** As many rows as CMS's largest setting has for 16,300 codes: 162 for nearly each. */
const OF_CODE = 162;
const FIRST_CODE = 100;
/** The codes that stand in column 2 of a setting of full size: their slices have every edit of it. */
export const FULL_COLUMN_2: readonly string[] = Array.from({ length: OF_CODE }, (_, at) => String(20_000 + at * 7));
const RATIONALES = [
  "first rationale of ours, as long as CMS's usual",
  "second rationale, which is also of that length",
  "third rationale that is here for the variety..",
] as const;

function fullRow(row: number): string {
  const column1 = String(FIRST_CODE + Math.floor(row / OF_CODE)).padStart(5, "0");
  const column2 = FULL_COLUMN_2[row % OF_CODE];
  // Of n rows exactly m have (row x m) mod n < m, where m and n have no common divisor.
  const isActive = (row * FULL_SIZE.active) % FULL_SIZE.edits < FULL_SIZE.active;
  const isNever = !isActive && row % 40 === 0;
  const effective = row === 0 ? "20250401" : "20150101";
  const deletion = isActive ? "*" : isNever ? effective : "20231231";
  const modifier = isNever ? "9" : row % 27 === 0 ? "0" : "1";
  return ptpRow(`${column1} ${column2} ${effective} ${deletion} ${modifier}`, RATIONALES[row % RATIONALES.length]);
}

/** A part of a setting of full size, from its first row to the one after its last. */
function* fullPart(number: number): Generator<string> {
  const [from, to] = [number - 1, number].map((part) => Math.floor((part * FULL_SIZE.edits) / 4)) as [number, number];
  yield ptpText([]);
  for (let row = from; row < to; row += 1000) {
    const rows = Array.from({ length: Math.min(1000, to - row) }, (_, each) => fullRow(row + each));
    yield `${rows.join("\r\n")}\r\n`;
  }
}

/** Writes the four parts of a setting of full size. */
export function writeFullSetting(folder: string): void {
  for (const [at, name] of ptpNames("ccipra-v311r0").entries()) {
    const file = openSync(join(folder, name), "w");
    for (const text of fullPart(at + 1)) writeSync(file, text);
    closeSync(file);
  }
}
