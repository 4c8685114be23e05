import { Readable } from "node:stream";
import type { CellValue, Row } from "exceljs";
import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { fault, InputFault } from "./problems.ts";
import type { ScannedPart } from "./workbook-parts.ts";
import { WorkbookTexts } from "./workbook-texts.ts";
import { packed } from "./zip-pack.ts";

/** The rows of a worksheet. */
export interface SheetRows {
  readonly rows: readonly (readonly string[])[];
  /** Whether control characters may stand in cells. */
  readonly controls: boolean;
}

/** Rows that Excel left out: one for all, since nobody writes into rows. */
const BLANK: readonly string[] = [];
/** Bytes that exceljs is given at a time. It makes objects of a whole piece before it lets go of a row. */
const PIECE = 1 << 14;
const CURE = "Open the workbook in a spreadsheet program and save it again, or build from CMS's csv";

/** Nothing is said here that exceljs would have to be trusted with: it reads texts and rows, no names and no links. */
const LINKS = Buffer.from("<Relationships/>");
const WORKBOOK = Buffer.from("<workbook/>");
/** One style, without a format: a cell is the number that is stored, whatever a spreadsheet would show. */
const STYLES = Buffer.from("<styleSheet><cellXfs><xf/></cellXfs></styleSheet>");

/** exceljs keeps worksheets in temporary files when they come before the links or the texts. */
async function archiveOf(texts: Uint8Array, sheets: readonly ScannedPart[]): Promise<Uint8Array> {
  return await packed([
    { name: "xl/_rels/workbook.xml.rels", bytes: LINKS },
    { name: "xl/workbook.xml", bytes: WORKBOOK },
    { name: "xl/styles.xml", bytes: STYLES },
    { name: "xl/sharedStrings.xml", bytes: texts },
    ...sheets.map(({ bytes }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, bytes })),
  ]);
}

/** Where the end of an archive without a comment says where its directory begins, counted from the end. */
const DIRECTORY_AT = 6;

/**
 * An archive up to its directory, as a stream that never ends. exceljs stops looking for worksheets as soon as the
 * archive has ended, be it that some wait to be taken: small ones at the end are lost without a word.
 */
function streamOf(archive: Uint8Array): Readable {
  const end = Buffer.from(archive.slice(-DIRECTORY_AT)).readUInt32LE();
  let at = 0;
  return new Readable({
    read() {
      if (at >= end) return;
      const next = Math.min(at + PIECE, end);
      this.push(Buffer.from(archive.subarray(at, next)));
      at = next;
    },
  });
}

/** Takes exceljs's rows, within the bounds. */
class Reading {
  readonly #texts = new WorkbookTexts();
  #cellsLeft: number = BOUNDS.cells;
  /** Name of the part that is being read. */
  file: string;

  constructor(file: string) {
    this.file = file;
  }

  async sheet(worksheet: AsyncIterable<Row>): Promise<SheetRows> {
    const rows: (readonly string[])[] = [];
    for await (const row of worksheet) {
      const cells = this.#cellsOf(row);
      if (row.number > BOUNDS.rows) continue;
      while (rows.length < row.number - 1) rows.push(BLANK);
      rows.push(cells);
    }
    return { rows, controls: this.#texts.controls };
  }

  /** Bounds come before any cell is looked at: a row may have but one, and that in the last column. */
  #cellsOf(row: Row): readonly string[] {
    const { file } = this;
    this.#cellsLeft -= row.cellCount;
    if (this.#cellsLeft < 0) {
      const seen = `more than ${BOUNDS.cells} cells in the workbook`;
      throw beyond("table.too-many-cells", { file, row: row.number }, seen, BOUNDS.cells);
    }
    const cells = new Array<string>(Math.min(row.cellCount, BOUNDS.columns)).fill("");
    row.eachCell((cell, column) => {
      const text = this.#textOf(cell.value, row.number);
      if (text === "") return;
      if (column > BOUNDS.columns) {
        const seen = `a filled cell in column ${column}`;
        throw beyond("table.too-many-columns", { file, row: row.number }, seen, BOUNDS.columns);
      }
      if (row.number > BOUNDS.rows) {
        throw beyond("table.too-many-rows", { file }, `a filled row with the number ${row.number}`, BOUNDS.rows);
      }
      cells[column - 1] = text;
    });
    return cells;
  }

  #textOf(value: CellValue, row: number): string {
    const text = this.#texts.of(value);
    if (text.length <= BOUNDS.cellLength) return text;
    const seen = `a cell of ${text.length} characters`;
    throw beyond("table.cell-too-long", { file: this.file, row }, seen, BOUNDS.cellLength);
  }
}

async function readSheets(archive: Uint8Array, sheets: readonly ScannedPart[], reading: Reading) {
  const { default: exceljs } = await import("exceljs");
  const stream = streamOf(archive);
  const found: SheetRows[] = [];
  try {
    const options = { sharedStrings: "cache", styles: "cache", worksheets: "emit" } as const;
    for await (const worksheet of new exceljs.stream.xlsx.WorkbookReader(stream, options)) {
      reading.file = sheets[found.length]?.file ?? reading.file;
      found.push(await reading.sheet(worksheet));
      if (found.length === sheets.length) break;
    }
  } finally {
    stream.destroy();
  }
  return found;
}

/**
 * Has exceljs read worksheets out of an archive that holds nothing but them and their texts.
 *
 * @param texts the part `sharedStrings.xml`, looked over
 * @param others parts that hold no rows, which exceljs's parser is to prove well-formed like the worksheets
 * @param sheets the worksheets in the order of their tabs
 * @throws InputFault when one is malformed, or larger than any table
 */
export async function readRows(
  texts: ScannedPart,
  others: readonly ScannedPart[],
  sheets: readonly ScannedPart[],
): Promise<readonly SheetRows[]> {
  const reading = new Reading(texts.file);
  const parts = [...others, ...sheets];
  try {
    const read = await readSheets(await archiveOf(texts.bytes, parts), parts, reading);
    return read.slice(others.length);
  } catch (error) {
    if (error instanceof InputFault) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw fault(
      "xlsx.malformed",
      { file: reading.file },
      `not well-formed, or nothing that a spreadsheet program writes: ${reason}`,
      CURE,
    );
  }
}
