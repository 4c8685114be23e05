import type { Place } from "../../schemas/place.ts";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { columnLetter } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";
import { type CellTexts, type CellType, richText } from "./cell-texts.ts";
import type { Grid } from "./grid.ts";
import { type Handlers, malformed, type Part, readXml, SKIPPED } from "./xml.ts";

/** The last row and the last column that a worksheet can have. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384] as const;
/** A row that is left out. One for all, since nothing writes into rows. */
const BLANK: readonly string[] = [];
const CELL = "worksheet/sheetData/row/c";

/** The column of an address such as "AF12", from 1; 0 when it is not an address in the row. */
function columnOf(address: string, row: string): number {
  if (!address.endsWith(row)) return 0;
  let column = 0;
  for (let at = 0; at < address.length - row.length; at += 1) {
    const letter = address.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) return 0;
    column = column * 26 + letter;
  }
  return column;
}

/** Reads the worksheets of a workbook, one after the other. */
export class WorksheetReader {
  readonly #texts: CellTexts;
  #cellsLeft: number = BOUNDS.cells;
  #file = "";
  #sheet = "";
  #rows: (readonly string[])[] = [];
  /** The current row, from 1, and its cells. */
  #row = 0;
  #cells: string[] = [];
  /** The current cell: its column from 1, its type, its value and its formula as written. */
  #column = 0;
  #type: CellType = { read: () => "", expected: () => "" };
  #inline = false;
  #value = "";
  #formula: string | undefined;

  constructor(texts: CellTexts) {
    this.#texts = texts;
  }

  /**
   * Reads a worksheet.
   *
   * @param sheet the name on its tab
   * @throws InputFault when it is malformed or exceeds the bounds
   */
  read(sheet: string, part: Part): Grid {
    const { file } = part;
    [this.#sheet, this.#file, this.#rows, this.#row, this.#column] = [sheet, file, [], 0, 0];
    const takePiece = (piece: string): void => {
      this.#value = this.#bounded(this.#value + piece);
    };
    const takeFormula = (formula: string): void => {
      this.#formula = this.#bounded(formula);
    };
    const handlers: Handlers = {
      "worksheet/*": SKIPPED,
      "worksheet/sheetData": { once: true },
      "worksheet/sheetData/row": { begin: ({ r }) => this.#beginRow(r), end: () => this.#endRow() },
      "worksheet/sheetData/row/extLst": SKIPPED,
      [CELL]: { begin: ({ r, t }) => this.#beginCell(r, t), end: () => this.#endCell() },
      [`${CELL}/v`]: { begin: () => this.#expectInline(false), text: takePiece, once: true },
      [`${CELL}/is`]: { begin: () => this.#expectInline(true), once: true },
      ...richText(`${CELL}/is`, file, takePiece),
      [`${CELL}/f`]: { text: takeFormula, once: true },
      [`${CELL}/extLst`]: SKIPPED,
    };
    readXml(part, handlers, () => this.#place());
    return { rows: this.#rows, sheet, floats: true, controls: this.#texts.controls };
  }

  #place(): Place {
    const place = { file: this.#file, sheet: this.#sheet };
    if (this.#row === 0) return place;
    const row = { ...place, row: this.#row };
    return this.#column === 0 ? row : { ...row, column: columnLetter(this.#column - 1) };
  }

  #refuse(message: string): never {
    throw malformed(this.#place(), message);
  }

  #beyond(code: string, seen: string, allowed: number): never {
    throw beyond(code, this.#place(), seen, allowed);
  }

  #beginRow(r = `${this.#row + 1}`): void {
    const row = /^\d{1,7}$/.test(r) ? Number(r) : 0;
    if (!(row > this.#row && row <= LAST_ROW)) {
      this.#refuse(`a row has the number "${quoted(r)}", expected ${this.#row + 1} to ${LAST_ROW}`);
    }
    this.#row = row;
    this.#column = 0;
    this.#cells = [];
  }

  #endRow(): void {
    this.#column = 0;
    this.#cellsLeft -= this.#cells.length;
    if (this.#cellsLeft < 0) {
      this.#beyond("table.too-many-cells", `more than ${BOUNDS.cells} cells in the workbook`, BOUNDS.cells);
    }
    if (this.#row > BOUNDS.rows) return;
    while (this.#rows.length < this.#row - 1) this.#rows.push(BLANK);
    this.#rows.push(this.#cells);
  }

  #beginCell(r: string | undefined, t = "n"): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r, `${this.#row}`);
    if (!(column > this.#column && column <= LAST_COLUMN)) {
      this.#refuse(
        `a cell of row ${this.#row} has the address "${quoted(r ?? "")}", expected one further to the right`,
      );
    }
    this.#column = column;
    this.#type = this.#texts.types.get(t) ?? this.#refuse(`the cell has the unknown type "${quoted(t)}"`);
    this.#inline = t === "inlineStr";
    this.#value = "";
    this.#formula = undefined;
  }

  #expectInline(inline: boolean): void {
    if (inline !== this.#inline)
      this.#refuse(`the cell contains <${inline ? "is" : "v"}>, which its type does not allow`);
  }

  #bounded(text: string): string {
    if (text.length <= BOUNDS.cellLength) return text;
    return this.#beyond("table.cell-too-long", `a cell of ${text.length} characters`, BOUNDS.cellLength);
  }

  /** A formula is read as itself: its stored result may not be its own. */
  #textOfCell(): string {
    if (this.#formula !== undefined) return `=${this.#formula}`;
    if (this.#value === "") return "";
    const { read, expected } = this.#type;
    return read(this.#value) ?? this.#refuse(`the cell contains "${quoted(this.#value)}", expected ${expected()}`);
  }

  #endCell(): void {
    const text = this.#textOfCell();
    if (text !== "") this.#refuseBeyond();
    const width = Math.min(this.#column, BOUNDS.columns);
    while (this.#cells.length < width) this.#cells.push("");
    if (text !== "") this.#cells[width - 1] = text;
  }

  #refuseBeyond(): void {
    const [row, column] = [this.#row, this.#column];
    if (column > BOUNDS.columns) {
      this.#beyond("table.too-many-columns", `a filled cell in column ${column}`, BOUNDS.columns);
    }
    if (row > BOUNDS.rows) this.#beyond("table.too-many-rows", `a filled row with the number ${row}`, BOUNDS.rows);
  }
}
