import { wholeNumber } from "./cell-address.ts";
import { shown } from "./shown.ts";
import { resolved } from "./xml-bytes.ts";
import type { XmlTags } from "./xml-tags.ts";

const [AMPERSAND, PLUS, MINUS, POINT, ZERO, NINE, UPPER_E, LOWER_E] = [38, 43, 45, 46, 48, 57, 69, 101] as const;

/** Kinds of cells that exceljs knows; of any other it would read the digits at the beginning as a number. */
const KINDS = ["n", "s", "str", "inlineStr", "b", "e"] as const;

/** What an attribute says of a cell: number, number of a text, text in two ways, truth, error. */
export type Kind = (typeof KINDS)[number];

/** The kind that is written so, if there is one. */
export function kindOf(written: string): Kind | undefined {
  return KINDS.find((kind) => kind === written);
}

/** What exceljs resolves in texts a second time. */
const TWICE = /&(lt|gt|amp|apos|quot);/;

function afterDigits(bytes: Uint8Array, begin: number, end: number): number {
  let at = begin;
  while (at < end && (bytes[at] ?? 0) >= ZERO && (bytes[at] ?? 0) <= NINE) at += 1;
  return at;
}

function afterSign(bytes: Uint8Array, at: number): number {
  return bytes[at] === MINUS || bytes[at] === PLUS ? at + 1 : at;
}

/** Whether bytes are a decimal number and nothing else. exceljs takes "12abc" for 12, and "1,234" for 1. */
function isDecimal(bytes: Uint8Array, begin: number, end: number): boolean {
  const whole = afterSign(bytes, begin);
  let at = afterDigits(bytes, whole, end);
  let digits = at - whole;
  if (at < end && bytes[at] === POINT) {
    const fraction = at + 1;
    at = afterDigits(bytes, fraction, end);
    digits += at - fraction;
  }
  if (digits === 0) return false;
  if (at < end && (bytes[at] === UPPER_E || bytes[at] === LOWER_E)) {
    const exponent = Math.min(afterSign(bytes, at + 1), end);
    at = afterDigits(bytes, exponent, end);
    if (at === exponent) return false;
  }
  return at === end;
}

type Check = (tags: XmlTags, texts: number) => string | undefined;

const faultOfNumber: Check = (tags) =>
  isDecimal(tags.bytes, tags.textBegin, tags.textEnd) ? undefined : `a cell has the number "${shown(tags.text())}"`;

const faultOfReference: Check = (tags, texts) => {
  const number = wholeNumber(tags.bytes, tags.textBegin, tags.textEnd);
  if (number >= 0 && number < texts) return undefined;
  return `a cell refers to text ${shown(tags.text())}, the workbook has ${texts}`;
};

const faultOfTruth: Check = (tags) =>
  /^[01]$/.test(tags.text()) ? undefined : `a cell is neither true nor false but "${shown(tags.text())}"`;

const faultOfText: Check = (tags) => {
  if (!tags.bytes.subarray(tags.textBegin, tags.textEnd).includes(AMPERSAND)) return undefined;
  const text = resolved(tags.text());
  return TWICE.test(text) ? `a cell holds the text "${shown(text)}", which exceljs would resolve twice` : undefined;
};

/** Errors are taken as they stand. */
const CHECKS: Readonly<Record<Kind, Check>> = {
  n: faultOfNumber,
  s: faultOfReference,
  str: faultOfText,
  inlineStr: faultOfText,
  b: faultOfTruth,
  e: () => undefined,
};

/**
 * What exceljs would make something else of in the text before a tag, which is a cell's value. No text is no value, but
 * for truth, where exceljs would take it for true.
 *
 * @param texts how many texts cells may refer to
 */
export function faultOfValue(tags: XmlTags, kind: Kind, texts: number): string | undefined {
  return tags.textBegin === tags.textEnd && kind !== "b" ? undefined : CHECKS[kind](tags, texts);
}
