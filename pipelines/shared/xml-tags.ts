import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { fault } from "./problems.ts";
import { isSpace, sliceOf, XmlAttributes } from "./xml-attributes.ts";

const [BANG, SLASH, COLON, LESS, MORE, QUESTION] = [33, 47, 58, 60, 62, 63] as const;
const CURE = "Open the workbook in a spreadsheet program and save it again, or build from CMS's csv";

/**
 * Goes from tag to tag through a part of a workbook, by its bytes alone. It is no parser: exceljs brings one, which
 * refuses what is not well-formed. But that one has no bounds, and exceljs drops or misreads without a word what it
 * does not expect; so everything is looked over first, in a tenth of the time that reading takes.
 *
 * Bytes are ASCII, see asciiXml. Whatever this takes for a tag and a parser would not, a parser refuses.
 */
export class XmlTags {
  /** Name of the part, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly attributes: XmlAttributes;
  /** The text before the tag. */
  textBegin = 0;
  textEnd = 0;
  /** How many elements lie in each other at the tag, its own included. */
  depth = 0;
  closes = false;
  /** Whether the element ends with the tag that begins it. */
  empty = false;
  #nameBegin = 0;
  #nameEnd = 0;
  #open = 0;
  #at = 0;

  constructor(bytes: Uint8Array, file: string) {
    this.bytes = bytes;
    this.file = file;
    this.attributes = new XmlAttributes(bytes, file);
  }

  /** Goes to the next tag, if there is one; throws InputFault for what no workbook has. */
  next(): boolean {
    const { bytes } = this;
    this.#find();
    while (bytes[this.#at + 1] === QUESTION) {
      this.#passInstruction();
      this.#find();
    }
    if (this.#at === bytes.length) return this.#ended();
    if (bytes[this.#at + 1] === BANG) this.#refuseMarkup();
    this.closes = bytes[this.#at + 1] === SLASH;
    if (this.closes) this.#close();
    else this.#begin();
    return true;
  }

  /** Whether the element has this name, as it is written. */
  is(name: string): boolean {
    return this.#spells(name, this.#nameBegin);
  }

  /** Whether the element has this name, after a prefix or without one. */
  isLocally(name: string): boolean {
    const begin = this.#nameEnd - name.length;
    if (begin < this.#nameBegin) return false;
    return (begin === this.#nameBegin || this.bytes[begin - 1] === COLON) && this.#spells(name, begin);
  }

  /** The text before the tag, as it is written. */
  text(): string {
    return sliceOf(this.bytes, this.textBegin, this.textEnd);
  }

  refuse(message: string, row?: number): never {
    throw fault("xlsx.malformed", row === undefined ? { file: this.file } : { file: this.file, row }, message, CURE);
  }

  /** Goes to where the next tag begins, or to the end. */
  #find(): void {
    const { bytes } = this;
    let at = this.#at;
    this.textBegin = at;
    while (at < bytes.length && bytes[at] !== LESS) at += 1;
    this.textEnd = at;
    this.#at = at;
  }

  #spells(name: string, begin: number): boolean {
    if (this.#nameEnd - begin !== name.length) return false;
    for (let at = 0; at < name.length; at += 1) {
      if (this.bytes[begin + at] !== name.charCodeAt(at)) return false;
    }
    return true;
  }

  /** exceljs does not ask its parser whether the last element was closed. */
  #ended(): false {
    if (this.depth === 0) this.refuse("not well-formed XML: it has no element");
    if (this.#open > 0) this.refuse("not well-formed XML: it ends before its elements do");
    return false;
  }

  #passInstruction(): void {
    if (this.#open > 0) this.refuse("it has an instruction for programs among its elements, as no workbook has");
    const { buffer, byteOffset, length } = this.bytes;
    const end = Buffer.from(buffer, byteOffset, length).indexOf("?>", this.#at);
    if (end < 0) this.refuse("not well-formed XML: an instruction for programs without end");
    this.#at = end + 2;
  }

  /** Entities are defined in a DOCTYPE alone, and CDATA exceljs leaves out without a word. */
  #refuseMarkup(): never {
    if (/^<!(DOCTYPE|ENTITY)/i.test(sliceOf(this.bytes, this.#at, Math.min(this.#at + 9, this.bytes.length)))) {
      const message = "it has a DOCTYPE, which can define entities; no workbook has one";
      throw fault("xlsx.doctype", { file: this.file }, message, CURE);
    }
    return this.refuse("it has a comment, CDATA or a declaration, as no workbook has");
  }

  #close(): void {
    const { bytes } = this;
    this.#nameBegin = this.#at + 2;
    let at = this.#nameBegin;
    while (at < bytes.length && bytes[at] !== MORE) at += 1;
    this.#nameEnd = at;
    while (this.#nameEnd > this.#nameBegin && isSpace(bytes[this.#nameEnd - 1] ?? 0)) this.#nameEnd -= 1;
    this.#at = at + 1;
    this.depth = this.#open;
    this.#open -= 1;
    if (at === bytes.length || this.#open < 0)
      this.refuse("not well-formed XML: an end of an element that is not open");
  }

  #begin(): void {
    const { bytes } = this;
    if (this.#open === 0 && this.depth > 0) this.refuse("not well-formed XML: an element after the last one");
    let at = this.#at + 1;
    this.#nameBegin = at;
    while (at < bytes.length && bytes[at] !== MORE && bytes[at] !== SLASH && !isSpace(bytes[at] ?? 0)) at += 1;
    this.#nameEnd = at;
    this.#at =
      this.attributes.read(at) ?? this.refuse("not well-formed XML: a tag as no spreadsheet program writes it");
    this.empty = bytes[this.#at - 2] === SLASH;
    this.depth = this.#open + 1;
    if (!this.empty) this.#open += 1;
    if (this.depth <= BOUNDS.xmlDepth) return;
    const seen = `elements inside each other, ${this.depth} deep`;
    throw beyond("xlsx.malformed", { file: this.file }, seen, BOUNDS.xmlDepth);
  }
}
