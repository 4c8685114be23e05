import type { AmountChange } from "../../schemas/out/diff.ts";
import { dollars } from "./money-text.ts";

/** Names of the causes of a change, in the order of every list. */
export const CAUSE_WORDS: Readonly<Record<string, string>> = {
  work: "work RVU",
  pe: "PE RVU",
  mp: "MP RVU",
  workGpci: "work GPCI",
  peGpci: "PE GPCI",
  mpGpci: "MP GPCI",
  factor: "conversion factor",
  weight: "weight",
  price: "rate (no weight)",
  pair: "paid as a pair in one release only",
  edit: "NCCI edit",
  status: "status or payment indicator",
  rank: "rank of the procedures",
  claim: "other lines of the claim",
  notSplit: "cause not known",
  rounding: "rounding",
};

/** What a change by CMS's new figures is, and how it is marked. */
export const NEW_FIGURES =
  "A star marks a cause that a rule on record gives, such as a new conversion factor. The other causes are figures that CMS sets for each code, such as RVUs.";

const asItIs = (text: string): string => text;

/**
 * What changed an amount: "PE RVU $454.97, conversion factor $176.10*". The star marks what a cited rule explains; a
 * rounding of zero is left out.
 */
export function causesText(
  { effects, explained = {} }: Pick<AmountChange, "effects"> & Partial<Pick<AmountChange, "explained">>,
  written: (amount: string) => string = dollars,
): string {
  return Object.entries(effects ?? {})
    .filter(([cause, effect]) => cause !== "rounding" || !/^-?0\.0+$/.test(effect))
    .map(([cause, effect]) => `${CAUSE_WORDS[cause] ?? cause} ${written(effect)}${cause in explained ? "*" : ""}`)
    .join(", ");
}

/** "+5.81", "-5.92": always with a sign; empty for null. */
export function withSign(text: string | null, written: (text: string) => string = asItIs): string {
  if (text === null) return "";
  return text.startsWith("-") ? written(text) : `+${written(text)}`;
}
