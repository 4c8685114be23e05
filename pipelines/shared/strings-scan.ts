import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { XmlTags } from "./xml-tags.ts";

const [SST, SI, RUN] = [1, 2, 3] as const;

/** Counts the texts of a workbook, and sees that exceljs reads each as it is. */
class Scan {
  readonly #tags: XmlTags;
  texts = 0;
  #runs = 0;
  /** Pieces of the text, and of the run, that the scan is in: of more than one exceljs keeps the last. */
  #pieces = 0;
  #inPiece = false;
  #inText = false;
  #runsOfText = 0;

  constructor(tags: XmlTags) {
    this.#tags = tags;
  }

  visit(): void {
    const tags = this.#tags;
    if (tags.textEnd > tags.textBegin) this.#text();
    if (!tags.closes) this.#open();
    if (tags.closes || tags.empty) this.#close();
  }

  #text(): void {
    const { textBegin, textEnd, file } = this.#tags;
    if (!this.#inPiece) {
      if (this.#inText) this.#tags.refuse(`text number ${this.texts} has characters between its elements`);
      return;
    }
    if (textEnd - textBegin <= BOUNDS.cellLength) return;
    const { length } = this.#tags.text().replace(/&[^;]*;/g, "&");
    if (length <= BOUNDS.cellLength) return;
    throw beyond("table.cell-too-long", { file }, `a text of ${length} characters`, BOUNDS.cellLength);
  }

  #open(): void {
    const tags = this.#tags;
    if (this.#inPiece) tags.refuse(`text number ${this.texts} has elements among its characters`);
    if (tags.depth === SST && !tags.is("sst")) tags.refuse("it is no list of texts as spreadsheet programs write it");
    if (tags.isLocally("si")) this.#openText();
    else if (tags.isLocally("r")) this.#openRun();
    else if (tags.isLocally("t")) this.#openPiece();
    else if (tags.isLocally("rPh")) tags.refuse("a text says how it is pronounced, which no file of CMS's does");
  }

  #openText(): void {
    const { file } = this.#tags;
    if (this.#tags.depth !== SI || !this.#tags.is("si")) this.#tags.refuse("a text stands where none is expected");
    if (this.texts === BOUNDS.cells) {
      throw beyond("table.too-many-cells", { file }, `more than ${BOUNDS.cells} texts`, BOUNDS.cells);
    }
    this.texts += 1;
    this.#inText = true;
    this.#pieces = 0;
    this.#runsOfText = 0;
  }

  #openRun(): void {
    const { file, depth } = this.#tags;
    if (depth !== RUN || !this.#inText || !this.#tags.is("r"))
      this.#tags.refuse("a run of text where none is expected");
    if (this.#pieces > this.#runsOfText) this.#tags.refuse(`text number ${this.texts} has characters beside its runs`);
    this.#runs += 1;
    this.#runsOfText += 1;
    this.#pieces = this.#runsOfText - 1;
    if (this.#runs <= BOUNDS.runs) return;
    throw beyond("table.too-many-cells", { file }, `more than ${BOUNDS.runs} runs of text`, BOUNDS.runs);
  }

  /** One piece in a text without runs, one in each run. */
  #openPiece(): void {
    const { depth } = this.#tags;
    const expected = this.#runsOfText === 0 ? RUN : RUN + 1;
    this.#pieces += 1;
    const few = this.#pieces <= Math.max(this.#runsOfText, 1);
    if (!this.#inText || depth !== expected || !few || !this.#tags.is("t")) {
      this.#tags.refuse(`text number ${this.texts} is in pieces as no spreadsheet program writes them`);
    }
    this.#inPiece = true;
  }

  #close(): void {
    this.#inPiece = false;
    if (this.#tags.depth === SI) this.#inText = false;
  }
}

/**
 * Looks over the texts that cells refer to by number, before exceljs reads them: it would count and join differently
 * what is not written as spreadsheet programs write it.
 *
 * @param bytes the part `sharedStrings.xml`, as ASCII
 * @param file its name, for messages
 * @returns how many texts there are
 * @throws InputFault when there are too many, or exceljs would misread one
 */
export function scanStrings(bytes: Uint8Array, file: string): number {
  const tags = new XmlTags(bytes, file);
  const scan = new Scan(tags);
  while (tags.next()) scan.visit();
  return scan.texts;
}
