import { type Edit, nth } from "./edits.ts";
import { TOKENS } from "./tokens.ts";

/** Values of cells, and of the attributes that are read. */
const SAID = />([^<>]*)<\/(?:v|t|f)>| (?:r|t|s|name|Id|Target|r:id)="([^"]*)"/g;

/** Addresses, kinds of cells and numbers that do not exist. */
const ATTRIBUTES = [
  "A1",
  "A0",
  "XFD1",
  "A1048576",
  "B2",
  "__proto__",
  "1e9",
  "-1",
  "99999",
  "s",
  "str",
  "b",
  "e",
  "inlineStr",
  "rId9",
  "",
] as const;

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\p{Cc}/gu, "_x001B_");
}

function replacement({ value, length }: Edit): string {
  return value % 3 === 0 ? nth(ATTRIBUTES, length) : escaped(nth(TOKENS.csv, length));
}

/** Well-formed XML with other values of cells and attributes. */
export function changedXml(bytes: Uint8Array, made: readonly Edit[]): Uint8Array {
  let text = Buffer.from(bytes).toString("utf8");
  for (const each of made) {
    const places = [...text.matchAll(SAID)];
    if (places.length === 0) break;
    const place = nth(places, each.at);
    const [whole, content, attribute] = place;
    const said = content ?? attribute ?? "";
    const begin = place.index + whole.lastIndexOf(said, whole.length - (content === undefined ? 2 : 3));
    text = text.slice(0, begin) + replacement(each) + text.slice(begin + said.length);
  }
  return new Uint8Array(Buffer.from(text));
}
