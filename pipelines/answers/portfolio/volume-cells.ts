import { HCPCS_CODE, LOCALITY_KEY, MODIFIERS } from "../../../schemas/names.ts";
import type { VolumeSetting } from "../../../schemas/row/volumes.ts";
import { quoted } from "../../problems/quoted.ts";
import { placesOfService } from "../../sources/places-of-service.ts";
import { restoreZeros } from "../../tables/grid.ts";

/** A cell's value, or what was expected instead. */
export type CellRead<Value> = { readonly value: Value } | { readonly expected: string };

/** Why a row cannot be read. */
export class Misread extends Error {}

/** @throws Misread for a cell without a value */
export function readAs<Value>(what: string, text: string, read: CellRead<Value>): Value {
  if ("value" in read) return read.value;
  throw new Misread(`${what} "${quoted(text)}" is not ${read.expected}`);
}

/** Modifiers that have rows of their own. */
export const OF_ROWS: readonly string[] = MODIFIERS.filter((modifier) => modifier !== "");

/** What a user may write for each setting. */
const SETTING_WORDS: Readonly<Record<string, VolumeSetting>> = {
  office: "nonFacility",
  "non-facility": "nonFacility",
  nonfacility: "nonFacility",
  facility: "facility",
  hopd: "hopd",
  opps: "hopd",
  asc: "asc",
};

/** "22511.0": a spreadsheet took the code for a number. */
const AS_NUMBER = /^(\d+)\.0+$/;

/** A code, with the modifier that some systems write behind it: "22511", "77012-26". */
export function codeIn(text: string): CellRead<{ readonly code: string; readonly modifiers: readonly string[] }> {
  const [, code = "", modifier] =
    /^([^-]*)(?:-([0-9A-Z]{2}))?$/.exec(text.toUpperCase().replace(AS_NUMBER, "$1")) ?? [];
  const padded = restoreZeros(code, 5);
  if (code === "" || !HCPCS_CODE.test(padded)) return { expected: "five digits or capitals, such as G0439" };
  return { value: { code: padded, modifiers: modifier === undefined ? [] : [modifier] } };
}

/** The modifiers of some cells: "25 59", "25,59", "-LT". */
export function modifiersIn(cells: readonly string[]): CellRead<readonly string[]> {
  const texts = cells
    .flatMap((cell) => cell.toUpperCase().split(/[\s,;:/-]+/))
    .map((text) => text.replace(AS_NUMBER, "$1"))
    .filter((text) => text !== "");
  if (!texts.every((text) => /^[0-9A-Z]{2}$/.test(text)))
    return { expected: "modifiers of two characters, such as 26 or 25 59" };
  return { value: [...new Set(texts)] };
}

/** A place of service code: "11", "2", "22.0", "22 - On Campus". */
function placeCode(text: string): string | undefined {
  const digits = /^(\d{1,2})(?:\.0+)?(?:$|[ -])/.exec(text)?.[1];
  return digits?.padStart(2, "0");
}

/**
 * What is paid at a setting that is written in words, or as a place of service code: a facility's code means the
 * physician's amount there, never the facility's own.
 *
 * @param since first day of service for which it must be known
 */
export function settingIn(text: string, since: string): CellRead<VolumeSetting> {
  const named = SETTING_WORDS[text.toLowerCase()];
  if (named !== undefined) return { value: named };
  const pos = placeCode(text);
  if (pos === undefined)
    return { expected: `one of ${Object.keys(SETTING_WORDS).join(", ")}, or a place of service code` };
  const place = placesOfService().find((each) => each.pos === pos);
  if (place === undefined) return { expected: "one that is known, such as 11 or 22" };
  if (place.from !== undefined && place.from > since)
    return { expected: `another place: what is paid at ${pos} is known from ${place.from} only` };
  return { value: place.setting };
}

/** The facility whose rate is paid at a place of service; undefined for another place, or one that is not known. */
export function siteOf(text: string): "hopd" | "asc" | undefined {
  const pos = placeCode(text);
  const site = placesOfService().find((each) => each.pos === pos)?.site;
  return site === "hopd" || site === "asc" ? site : undefined;
}

/** A locality by its key; null for national amounts. */
export function localityKeyIn(text: string): CellRead<string | null> {
  if (text === "" || text.toUpperCase() === "US") return { value: null };
  const key = restoreZeros(text.replace(AS_NUMBER, "$1"), 7);
  if (LOCALITY_KEY.test(key)) return { value: key };
  return { expected: "MAC and locality as seven digits, such as 0111205; blank or US for national amounts" };
}

/** "2.02411E+12": a spreadsheet took the number of a claim for a quantity, and rounded it. */
const ROUNDED_ID = /^\d(?:\.\d+)?E\+\d+$/i;

/** The id of a claim; empty where there is none. */
export function claimIn(text: string): CellRead<string> {
  if (ROUNDED_ID.test(text)) return { expected: "the id of a claim: a spreadsheet has rounded the number" };
  return { value: text.replace(AS_NUMBER, "$1") };
}

/** A day of service as written, without a time: it is only compared with the others of its claim. */
export function dayIn(text: string): string {
  return text.replace(/[ T]+\d{1,2}:\d{2}.*$/, "");
}

/** "120", "1,200", "12.0"; "-2", "(2)" and "2-" are reversals. */
const UNITS = /^(?<open>\()?(?<minus>-)?(?<digits>\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0*)?(?<close>[-)])?$/;

/** A whole number of services. */
export function unitsIn(text: string): CellRead<number> {
  const { open, minus, digits = "", close } = UNITS.exec(text.replace("\u2212", "-").replace(/\s/g, ""))?.groups ?? {};
  const isPaired = (open === undefined) === (close !== ")") && !(minus !== undefined && close !== undefined);
  if (digits === "" || !isPaired)
    return { expected: "a whole number of services, such as 120; 1,200 and 12.0 are whole, -2 is a reversal" };
  const units = Number(digits.replaceAll(",", ""));
  return { value: units > 0 && (minus ?? close) !== undefined ? -units : units };
}
