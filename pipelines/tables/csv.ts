import Papa from "papaparse";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";
import type { Grid } from "./grid.ts";
import { unsoundQuote } from "./quotes.ts";
import { decodeText, isTabbed } from "./text.ts";
import { holdsControls, refuseManyCells, refuseManyRows, surveyText } from "./text-survey.ts";

/** `header` is off because CMS repeats heading names, `fastMode` because descriptors contain quoted commas. */
const PLAIN = { header: false, fastMode: false } as const;

/** How much of a text is read to find its kind of line ends. */
const BEGINNING = 1 << 16;

type LineEnd = "\r\n" | "\n" | "\r";

function lineEndOf(text: string, delimiter: string): LineEnd {
  return Papa.parse<string[]>(text.slice(0, BEGINNING), { ...PLAIN, delimiter, preview: 1 }).meta.linebreak as LineEnd;
}

function malformed(file: string, row: number, reason: string): Error {
  const message = `the text is not well-formed csv: ${reason}`;
  return fault("csv.malformed", { file, row }, message, "Download the file again");
}

function refuseUnsoundQuotes(text: string, delimiter: string, newline: LineEnd, file: string): void {
  const at = unsoundQuote(text, { delimiter, newline });
  if (at === undefined) return;
  const row = Papa.parse<string[]>(text.slice(0, at), { ...PLAIN, delimiter, newline }).data.length;
  throw malformed(file, Math.max(row, 1), "a quoted cell has no closing quote, or text after it");
}

/** Lines were checked before; this checks cells that contain line ends. */
function refuseHuge(rows: readonly (readonly string[])[], file: string): void {
  refuseManyRows(rows.length, file);
  rows.forEach((row, index) => {
    const place = { file, row: index + 1 };
    if (row.length > BOUNDS.columns) {
      throw beyond("table.too-many-columns", place, `a row of ${row.length} cells`, BOUNDS.columns);
    }
    for (const { length } of row) {
      if (length <= BOUNDS.cellLength) continue;
      throw beyond("table.cell-too-long", place, `a cell of ${length} characters`, BOUNDS.cellLength);
    }
  });
}

/**
 * Reads csv or tab text into a grid. A quoted line break stays inside its cell, as in a spreadsheet.
 *
 * @param bytes the file
 * @param file its name, for messages
 * @throws InputFault when it is empty, malformed or exceeds the bounds
 */
export async function readDelimited(bytes: Uint8Array, file: string): Promise<Grid> {
  surveyText(bytes, file);
  refuseManyCells(bytes, file);
  const { text, encoding } = await decodeText(bytes);
  if (text.trim() === "") {
    throw fault("csv.empty", { file }, "the file is empty, expected a table", "Download the file again");
  }
  const delimiter = isTabbed(text.slice(0, 4096)) ? "\t" : ",";
  const newline = lineEndOf(text, delimiter);
  refuseUnsoundQuotes(text, delimiter, newline, file);
  const parsed = Papa.parse<string[]>(text, { ...PLAIN, delimiter, newline });
  const [error] = parsed.errors;
  if (error !== undefined) throw malformed(file, (error.row ?? 0) + 1, error.message);
  refuseHuge(parsed.data, file);
  return { rows: parsed.data, encoding, floats: false, controls: holdsControls(text) };
}
