import Papa from "papaparse";
import type { Grid } from "./grid.ts";
import { fault } from "./problems.ts";
import { decodeText, isTabbed } from "./text.ts";

/**
 * Reads csv or tab text into a grid. A quoted line break stays inside its cell, as in a spreadsheet.
 *
 * `header` is off because CMS repeats heading names, `fastMode` because descriptors hold quoted commas.
 *
 * @param bytes the file
 * @param file its name, for messages
 */
export async function readDelimited(bytes: Uint8Array, file: string): Promise<Grid> {
  const { text, encoding } = await decodeText(bytes);
  if (text.trim() === "") {
    throw fault("csv.empty", { file }, "the file is empty, expected a table", "Download the file again");
  }
  const parsed = Papa.parse<string[]>(text, {
    delimiter: isTabbed(text.slice(0, 4096)) ? "\t" : ",",
    header: false,
    fastMode: false,
  });
  const [error] = parsed.errors;
  if (error !== undefined) {
    const place = error.row === undefined ? { file } : { file, row: error.row + 1 };
    throw fault("csv.malformed", place, `the text is not well-formed csv: ${error.message}`, "Download the file again");
  }
  return { rows: parsed.data, encoding, floats: false };
}
