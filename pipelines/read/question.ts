import { isDay } from "../../schemas/day.ts";
import { HCPCS_CODE, RATE_SETTINGS } from "../../schemas/names.ts";
import { ReaderError } from "./reader-error.ts";
import type { CareSite } from "./types.ts";

/** A question as a program without types may have written it. */
export interface UntypedQuestion {
  readonly setting?: unknown;
  readonly payee?: unknown;
  readonly modifier?: unknown;
  readonly locality?: unknown;
  readonly zip?: unknown;
  readonly county?: unknown;
  readonly on?: unknown;
}

/** Every field that a question may have. */
const FIELDS: ReadonlySet<string> = new Set([
  ...["code", "setting", "payee", "modifier", "track", "locality", "zip", "county", "on"],
]);

function malformed(message: string): ReaderError {
  return new ReaderError("malformed-question", message);
}

/** @throws ReaderError for a code that no release can have */
export function refuseMalformedCode(code: unknown): void {
  if (typeof code === "string" && HCPCS_CODE.test(code)) return;
  throw malformed(`code is ${JSON.stringify(code)}; write five characters, digits and capitals: "G0439"`);
}

/** @throws ReaderError for a text that is not a day */
export function refuseMalformedDay(on: unknown): void {
  if (typeof on === "string" && isDay(on)) return;
  throw malformed(`on is ${JSON.stringify(on)}; write a day as year-month-day: "2026-02-14"`);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

/** Exactly one place, as text. */
function hasPlace({ locality, zip, county }: UntypedQuestion): boolean {
  if (isText(locality)) return zip === undefined && county === undefined;
  if (locality !== undefined) return false;
  return isText(zip) ? county === undefined : zip === undefined && isText(county);
}

/** A payee that is paid at the setting; a modifier belongs to the physician. */
function hasPayee({ setting, payee, modifier }: UntypedQuestion): boolean {
  if (payee === "physician") return modifier === undefined || isText(modifier);
  if (setting === "office") return payee === undefined && (modifier === undefined || isText(modifier));
  return (payee === "facility" || payee === "total") && modifier === undefined;
}

function payeeFault({ setting, payee, modifier }: UntypedQuestion): ReaderError {
  if (setting !== "office" && payee === undefined)
    return malformed(`at ${setting} two are paid: write payee "physician", "facility", or "total" for both together`);
  if (modifier !== undefined && (payee === "facility" || payee === "total"))
    return malformed("a facility's rate has no modifier: ask for the physician's with payee \"physician\"");
  if (modifier !== undefined && !isText(modifier))
    return malformed(`modifier is ${JSON.stringify(modifier)}; write "26"`);
  return malformed(`payee is ${JSON.stringify(payee)}, who is not paid at ${setting}`);
}

/**
 * Refuses a question that a program without types has got wrong.
 *
 * @throws ReaderError that says what to write
 */
export function refuseMalformed(question: UntypedQuestion): void {
  const { setting, on } = question;
  const unknown = Object.keys(question).find((field) => !FIELDS.has(field));
  if (unknown !== undefined) throw malformed(`a question has no ${unknown}; its fields are ${[...FIELDS].join(", ")}`);
  if (on !== undefined) refuseMalformedDay(on);
  if (setting !== "office" && !RATE_SETTINGS.includes(setting as CareSite))
    throw malformed(`setting is ${JSON.stringify(setting)}; write "office", "hopd" or "asc"`);
  if (!hasPayee(question)) throw payeeFault(question);
  if (hasPlace(question)) return;
  throw malformed('name one place: locality "national" or its key "0111205", or a zip, or a county');
}
