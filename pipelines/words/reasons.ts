import { reasons } from "../sources/reasons.ts";

/** Inputs with plainer names; reasons have theirs in `sources/reasons.json`, and any other id is split into its words. */
const NAMES: Readonly<Record<string, string>> = {
  work: "work",
  pe: "PE",
  mp: "MP",
  workGpci: "work GPCI",
  peGpci: "PE GPCI",
  mpGpci: "MP GPCI",
};
/** The reason of a code that is paid by base and time units: no conversion factor of RVUs applies to it. */
export const ANESTHESIA = "anesthesia";
/** A sum without a figure has the reason of one of its parts. */
const PART = /^(facility|physician)-(?=.)/;

const known = (reason: string) => reasons().find((each) => each.reason === reason);
const ofPart = (reason: string) => known(reason.replace(PART, ""));

/** "conversion factor" from "conversionFactor", "not covered" from "not-covered", "file not read" from "source-missing". */
export function inWords(name: string): string {
  const own = NAMES[name] ?? known(name)?.short;
  if (own !== undefined) return own;
  const [part, who] = PART.exec(name) ?? [];
  if (part !== undefined) return `${who}: ${inWords(name.slice(part.length))}`;
  const apart = name.replaceAll("-", " ").replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return apart.replace(/\b(cms|opps|asc|rvu)\b/g, (letters) => letters.toUpperCase());
}

/**
 * Why there is no amount, as the end of a sentence: "the payment is packaged into the payment for another service". The
 * reason of a sum is that of its part.
 *
 * @returns undefined for a reason that `sources/reasons.json` does not have
 */
export function plainReason(reason: string): string | undefined {
  return ofPart(reason)?.text;
}

/** The same with what somebody at the command line can do. */
export function reasonSentence(reason: string): string | undefined {
  const { text, command } = ofPart(reason) ?? {};
  return command === undefined ? text : `${text}; ${command}`;
}

/** Reasons by id, each with its sentence and once; those that have none are left out. */
export function sentencesOf(ids: readonly string[]): Record<string, string> {
  const sentences = [...new Set(ids)].map((id) => [id, reasonSentence(id)] as const);
  return Object.fromEntries(sentences.filter((each): each is [string, string] => each[1] !== undefined));
}

/** "packaged: the payment is packaged into the payment for another service", one line for each; a sum repeats its part. */
export function reasonLines(sentences: Readonly<Record<string, string>>): string[] {
  const own = Object.entries(sentences).filter(([reason]) => !PART.test(reason));
  return own.map(([reason, sentence]) => `${inWords(reason)}: ${sentence}`);
}
