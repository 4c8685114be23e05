import { exactMedian } from "../../answers/diff/middle.ts";
import { signedText } from "../../answers/diff/signed.ts";
import { withSign } from "../../words/changes.ts";
import { counted, countText } from "../../words/money-text.ts";
import { AMOUNTS, type Amount } from "../../words/names.ts";
import type { Movement } from "./movements.ts";
import type { Entry } from "./view.ts";

/** How the amounts of a schedule changed in the middle, in hundredths of a percent, and how many there are. */
export interface MedianChange {
  readonly schedule: Amount;
  readonly hundredths: number;
  readonly amounts: number;
  readonly changed: number;
}

/**
 * The median change of a schedule.
 *
 * @param all its amounts on both sides, those that did not change included; those marked NA or of $0.00 are left out
 * @returns undefined where there are none
 */
export function medianChange(schedule: Amount, all: readonly Movement[]): MedianChange | undefined {
  const own = all.filter((each) => each.schedule === schedule && !each.isNa && each.percent !== null);
  if (own.length === 0) return undefined;
  const sorted = Int32Array.from(own, ({ percent }) => percent ?? 0).sort();
  return {
    schedule,
    hundredths: exactMedian(sorted),
    amounts: own.length,
    changed: own.filter(({ mills }) => mills !== 0).length,
  };
}

/** "+3.26%" from 326; "0.00%" has no sign. */
export function percentChange(hundredths: number): string {
  const text = signedText(hundredths, 2);
  return `${hundredths === 0 ? text : withSign(text)}%`;
}

/** "rose 1.63%", "fell 0.46%", "did not move". */
function movedText(hundredths: number): string {
  if (hundredths === 0) return "did not move";
  return `${hundredths > 0 ? "rose" : "fell"} ${signedText(Math.abs(hundredths), 2)}%`;
}

const SHORT: Readonly<Record<Amount, string>> = {
  office: "office amounts",
  facility: "physicians' amounts in a facility",
  opps: "hospital rates",
  asc: "surgical centers' rates",
};

/** "At the median, office amounts rose 1.63%, and hospital rates fell 0.10%." */
export function medianSentence(medians: readonly MedianChange[]): string {
  const parts = medians.map(({ schedule, hundredths }) => `${SHORT[schedule]} ${movedText(hundredths)}`);
  const [last = "", ...others] = parts.toReversed();
  if (last === "") return "";
  return `At the median, ${others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`}.`;
}

/** The same as figures of a headline. */
export function medianEntries(medians: readonly MedianChange[]): Entry[] {
  return medians.map(({ schedule, hundredths, amounts, changed }) => ({
    term: AMOUNTS[schedule].name,
    value: percentChange(hundredths),
    notes: [`at the median of ${counted(amounts, "amount")} in both; ${countText(changed)} changed`],
  }));
}
