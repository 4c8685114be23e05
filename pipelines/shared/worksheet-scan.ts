import { columnInRow, LAST_ROW, wholeNumber } from "./cell-address.ts";
import { faultOfValue, type Kind, kindOf } from "./cell-value.ts";
import { shown } from "./shown.ts";
import { sliceOf } from "./xml-attributes.ts";
import { XmlTags } from "./xml-tags.ts";

/** How deep the elements lie that exceljs looks at. */
const [WORKSHEET, DATA, ROW, CELL, CONTENT, RUN_PIECE] = [1, 2, 3, 4, 5, 7] as const;
const [R, T] = [114, 116] as const;

/** Elements that mean something to exceljs wherever they stand. */
const READ = ["v", "f", "is", "t", "c", "row", "sheetData"] as const;

/** Sees that exceljs reads every cell of a worksheet as it is written. */
class Scan {
  readonly #tags: XmlTags;
  readonly #texts: number;
  #inData = false;
  #row = 0;
  #column = 0;
  #kind: Kind = "n";
  #values = 0;
  #formulas = 0;
  /** In an element whose text exceljs takes, and whether that is the cell's value. */
  #inText = false;
  #inValue = false;

  constructor(tags: XmlTags, texts: number) {
    this.#tags = tags;
    this.#texts = texts;
  }

  visit(): void {
    const tags = this.#tags;
    if (this.#inData && tags.depth >= CELL) this.#checkBetween();
    if (!tags.closes) this.#open();
    if (tags.closes || tags.empty) this.#close();
  }

  #open(): void {
    if (this.#inData) this.#openInData();
    else if (this.#tags.depth === WORKSHEET) this.#expect("worksheet");
    else if (this.#tags.isLocally("sheetData")) {
      if (this.#tags.depth !== DATA) this.#refuse("rows stand where none are expected");
      this.#expect("sheetData");
      this.#inData = true;
    }
  }

  #openInData(): void {
    const { depth } = this.#tags;
    if (this.#inText) this.#refuse("a cell has elements among its characters");
    if (depth === ROW) this.#openRow();
    else if (depth === CELL) this.#openCell();
    else if (depth === CONTENT) this.#openContent();
    else this.#openInline();
  }

  #openRow(): void {
    this.#expect("row");
    const { attributes, bytes } = this.#tags;
    const r = attributes.find(R);
    const number = r < 0 ? -1 : wholeNumber(bytes, attributes.begin(r), attributes.end(r));
    if (!(number > this.#row && number <= LAST_ROW)) this.#refuse(`a row says that it is number "${this.#value(r)}"`);
    this.#row = number;
    this.#column = 0;
  }

  #openCell(): void {
    this.#expect("c");
    const { attributes, bytes } = this.#tags;
    const r = attributes.find(R);
    const column = r < 0 ? 0 : columnInRow(bytes, attributes.begin(r), attributes.end(r), this.#row);
    if (column <= this.#column) this.#refuse(`a cell of row ${this.#row} says that it is "${this.#value(r)}"`);
    this.#column = column;
    this.#kind = this.#kindOf(attributes.find(T));
    this.#values = 0;
    this.#formulas = 0;
  }

  #kindOf(attribute: number): Kind {
    if (attribute < 0) return "n";
    const { attributes, bytes } = this.#tags;
    const written = sliceOf(bytes, attributes.begin(attribute), attributes.end(attribute));
    return kindOf(written) ?? this.#refuse(`a cell is of the kind "${shown(written)}"`);
  }

  #openContent(): void {
    const tags = this.#tags;
    if (tags.is("v")) this.#openValue();
    else if (tags.is("f")) {
      this.#formulas += 1;
      this.#inText = true;
    } else if (!tags.is("is")) this.#refuse("a cell has elements as no spreadsheet program writes them");
    if (this.#formulas > 1) this.#refuse("a cell has two formulas");
  }

  /** A text in its cell may be in one run with its font; of several runs exceljs keeps the last. */
  #openInline(): void {
    const tags = this.#tags;
    if (tags.is("t") && tags.depth <= RUN_PIECE) this.#openValue();
    else if (READ.some((name) => tags.isLocally(name)) || tags.isLocally("rPh")) {
      this.#refuse("a text in a cell is in pieces as no spreadsheet program writes them");
    }
  }

  #openValue(): void {
    this.#values += 1;
    if (this.#values > 1) this.#refuse("a cell has two values, or one in several pieces");
    this.#inText = true;
    this.#inValue = true;
  }

  /** exceljs takes whatever stands between a value and the end of its cell for a part of the value. */
  #checkBetween(): void {
    const tags = this.#tags;
    if (this.#inValue && tags.closes) this.#checkValue();
    else if (!this.#inText && tags.textEnd > tags.textBegin && (tags.depth > CELL || tags.closes)) {
      this.#refuse("a cell has characters between its elements");
    }
  }

  #checkValue(): void {
    const wrong = faultOfValue(this.#tags, this.#kind, this.#texts);
    if (wrong !== undefined) this.#refuse(wrong);
  }

  #close(): void {
    this.#inText = false;
    this.#inValue = false;
    if (this.#tags.depth === DATA) this.#inData = false;
  }

  #expect(name: string): void {
    if (!this.#tags.is(name))
      this.#refuse(`an element stands where spreadsheet programs write <${name}> without prefix`);
  }

  #value(attribute: number): string {
    const { attributes, bytes } = this.#tags;
    return attribute < 0 ? "" : shown(sliceOf(bytes, attributes.begin(attribute), attributes.end(attribute)));
  }

  #refuse(message: string): never {
    return this.#tags.refuse(message, this.#row > 0 ? this.#row : undefined);
  }
}

/**
 * Looks over a worksheet before exceljs reads it, by its bytes: whatever exceljs would drop, move or read as something
 * else is refused. What it reads well but CMS has nowhere, as formulas and huge tables, is left to whoever reads rows.
 *
 * @param bytes the part, such as `xl/worksheets/sheet1.xml`, as ASCII
 * @param file its name, for messages
 * @param texts how many texts cells may refer to
 * @throws InputFault
 */
export function scanWorksheet(bytes: Uint8Array, file: string, texts: number): void {
  const tags = new XmlTags(bytes, file);
  const scan = new Scan(tags, texts);
  while (tags.next()) scan.visit();
}
