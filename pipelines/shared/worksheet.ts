import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { cellAddress } from "./cell-address.ts";
import { fault } from "./problems.ts";
import { decodeEscapes } from "./shared-strings.ts";
import { shown } from "./shown.ts";
import { holdsControls } from "./text-survey.ts";
import { type Attributes, readXml } from "./xml.ts";

/** What a worksheet is read with. */
export interface WorksheetContext {
  /** Name of the part, for messages. */
  readonly file: string;
  readonly strings: readonly string[];
  /** Cells that the workbook may still have. */
  cellsLeft: number;
  /** Whether control characters may stand in cells. */
  controls: boolean;
}

const CURE = "Open the workbook in a spreadsheet program and save it again, or build from CMS's csv";

/** Rows that Excel left out: one for all, since nobody writes into rows. */
const BLANK: readonly string[] = [];

/** A number by its shortest exact decimal; whatever is no number, as it stands. */
function numberText(stored: string): string {
  const value = Number(stored);
  return stored.trim() !== "" && Number.isFinite(value) ? String(value) : stored;
}

/** Collects the rows of one worksheet, in the workbook's own numbering. */
class Rows {
  readonly rows: (readonly string[])[] = [];
  readonly #context: WorksheetContext;
  #number = 0;
  #cells: string[] = [];
  #column = 0;
  #type = "";
  #formula: string | undefined;
  #value = "";

  constructor(context: WorksheetContext) {
    this.#context = context;
  }

  openRow({ r }: Attributes): void {
    const number = r === undefined ? this.#number + 1 : Number(/^\d{1,10}$/.test(r) ? r : Number.NaN);
    if (!(number > this.#number)) this.#refuse(`a row says that it is number "${shown(r ?? "")}"`, this.#number);
    this.#number = number;
    this.#cells = [];
    this.#column = 0;
  }

  openCell({ r, t }: Attributes): void {
    const address = r === undefined ? { row: this.#number, column: this.#column + 1 } : cellAddress(r);
    if (address === undefined || address.row !== this.#number || address.column <= this.#column) {
      this.#refuse(`a cell of row ${this.#number} says that it is "${shown(r ?? "")}"`, this.#number);
    }
    this.#column = address.column;
    this.#type = t ?? "n";
    this.#formula = undefined;
    this.#value = "";
  }

  add(element: string, piece: string): void {
    if (element === "f") this.#formula = (this.#formula ?? "") + piece;
    else this.#value += piece;
  }

  closeCell(): void {
    const text = this.#text();
    if (text.length > BOUNDS.cellLength) {
      const place = { file: this.#context.file, row: this.#number };
      throw beyond("table.cell-too-long", place, `a cell of ${text.length} characters`, BOUNDS.cellLength);
    }
    if (this.#column <= BOUNDS.columns) {
      while (this.#cells.length < this.#column - 1) this.#cells.push("");
      this.#cells.push(text);
    } else if (text !== "") {
      const place = { file: this.#context.file, row: this.#number };
      throw beyond("table.too-many-columns", place, `a filled cell in column ${this.#column}`, BOUNDS.columns);
    }
  }

  closeRow(): void {
    if (this.#number > BOUNDS.rows) {
      if (this.#cells.every((cell) => cell === "")) return;
      const { file } = this.#context;
      throw beyond("table.too-many-rows", { file }, `a filled row with the number ${this.#number}`, BOUNDS.rows);
    }
    this.#context.cellsLeft -= this.#cells.length;
    if (this.#context.cellsLeft < 0) {
      const place = { file: this.#context.file, row: this.#number };
      throw beyond("table.too-many-cells", place, `more than ${BOUNDS.cells} cells in the workbook`, BOUNDS.cells);
    }
    while (this.rows.length < this.#number - 1) this.rows.push(BLANK);
    this.rows.push(this.#cells);
  }

  /** A formula stands as a formula, whatever result is stored beside it: nothing here can tell whether that is its. */
  #text(): string {
    if (this.#formula !== undefined) return `=${this.#formula}`;
    if (this.#type === "s") return this.#sharedString();
    if (this.#type === "n") return numberText(this.#value);
    if (this.#type === "b") return this.#value === "1" ? "true" : "false";
    const text = decodeEscapes(this.#value);
    if (holdsControls(text)) this.#context.controls = true;
    return text;
  }

  #sharedString(): string {
    if (this.#value === "") return "";
    const text = /^\s*\d{1,9}\s*$/.test(this.#value) ? this.#context.strings[Number(this.#value)] : undefined;
    if (text !== undefined) return text;
    const { length } = this.#context.strings;
    return this.#refuse(`a cell refers to text ${shown(this.#value)}, the workbook has ${length}`, this.#number);
  }

  #refuse(message: string, row: number): never {
    const place = row > 0 ? { file: this.#context.file, row } : { file: this.#context.file };
    throw fault("xlsx.malformed", place, message, CURE);
  }
}

/** Elements that are looked at, and what each stands in; rich text of a cell comes in runs. */
const WITHIN: ReadonlyMap<string, string> = new Map([
  ["row", ""],
  ["c", "row"],
  ["v", "c"],
  ["f", "c"],
  ["t", "c"],
]);

/** Elements whose text is a cell's. */
const TEXTS: ReadonlySet<string> = new Set(["v", "t", "f"]);

/**
 * Reads a worksheet. Row numbers are the workbook's own: rows that Excel left out become blank rows.
 *
 * @param bytes the part, such as `xl/worksheets/sheet1.xml`
 * @throws InputFault when it is malformed or larger than any table
 */
export function readWorksheet(bytes: Uint8Array, context: WorksheetContext): (readonly string[])[] {
  const sheet = new Rows(context);
  /** The element whose text is the cell's, "c" in a cell outside of one, "row" in a row; "" outside of rows. */
  let inside = "";
  const openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    row: (attributes) => sheet.openRow(attributes),
    c: (attributes) => sheet.openCell(attributes),
    f: () => sheet.add("f", ""),
  };
  readXml(bytes, context.file, {
    open: (name, attributes) => {
      if (WITHIN.get(name) !== inside) return;
      openers[name]?.(attributes);
      inside = name;
    },
    text: (piece) => {
      if (TEXTS.has(inside)) sheet.add(inside, piece);
    },
    close: (name) => {
      if (name !== inside) return;
      if (name === "c") sheet.closeCell();
      if (name === "row") sheet.closeRow();
      inside = WITHIN.get(name) ?? "";
    },
  });
  return sheet.rows;
}
