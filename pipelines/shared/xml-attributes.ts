import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { resolved } from "./xml-bytes.ts";

const [TAB, RETURN, BLANK, QUOTE, APOSTROPHE, EQUALS, MORE] = [9, 13, 32, 34, 39, 61, 62] as const;

/** Where an attribute's name and value begin and end, four numbers each. */
const MARKS = 4;

/** Whether XML takes a byte for white space; saxes refuses the two of these that are none. */
export function isSpace(byte: number): boolean {
  return byte === BLANK || (byte >= TAB && byte <= RETURN);
}

/** What is written from one place to another of ASCII. */
export function sliceOf(bytes: Uint8Array, begin: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + begin, end - begin).toString("latin1");
}

/** Where the attributes of a tag lie, found without making anything of them. */
export class XmlAttributes {
  readonly #bytes: Uint8Array;
  readonly #file: string;
  readonly #marks = new Int32Array(MARKS * BOUNDS.xmlAttributes);
  #count = 0;

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#file = file;
  }

  /**
   * Notes the attributes up to the end of their tag.
   *
   * @param from where the name of the element ends
   * @returns where the text behind the tag begins; undefined when no spreadsheet program writes such a tag
   */
  read(from: number): number | undefined {
    const bytes = this.#bytes;
    let at = from;
    let name = from;
    this.#count = 0;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (byte === MORE) return at + 1;
      if (byte === QUOTE || byte === APOSTROPHE) {
        at = this.#readValue(name, at, byte);
        name = at + 1;
      } else if (isSpace(byte)) name = at + 1;
      at += 1;
    }
    return undefined;
  }

  /** The number of an attribute by its name's only letter; -1 when the tag has none. */
  find(letter: number): number {
    for (let at = 0; at < this.#count * MARKS; at += MARKS) {
      const begin = this.#marks[at] ?? 0;
      if (this.#bytes[begin] === letter && this.#marks[at + 1] === begin + 1) return at / MARKS;
    }
    return -1;
  }

  begin(attribute: number): number {
    return this.#marks[attribute * MARKS + 2] ?? 0;
  }

  end(attribute: number): number {
    return this.#marks[attribute * MARKS + 3] ?? 0;
  }

  /** The attributes by their names as written. */
  all(): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    for (let at = 0; at < this.#count; at += 1) {
      const name = sliceOf(this.#bytes, this.#marks[at * MARKS] ?? 0, this.#marks[at * MARKS + 1] ?? 0);
      values.set(name, resolved(sliceOf(this.#bytes, this.begin(at), this.end(at))));
    }
    return values;
  }

  /** Notes the attribute whose value begins behind a quote; answers where that ends, or the bytes do. */
  #readValue(name: number, quote: number, closing: number): number {
    const bytes = this.#bytes;
    if (bytes[quote - 1] !== EQUALS || name >= quote - 1) return bytes.length;
    let at = quote + 1;
    while (at < bytes.length && bytes[at] !== closing) at += 1;
    this.#note(name, quote + 1, at);
    return at;
  }

  #note(name: number, begin: number, end: number): void {
    if (this.#count === BOUNDS.xmlAttributes) {
      const message = "an element with more attributes than any has";
      throw beyond("xlsx.malformed", { file: this.#file }, message, BOUNDS.xmlAttributes);
    }
    const at = this.#count * MARKS;
    this.#marks[at] = name;
    this.#marks[at + 1] = begin - 2;
    this.#marks[at + 2] = begin;
    this.#marks[at + 3] = end;
    this.#count += 1;
  }
}
