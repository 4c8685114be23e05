import type { Proof } from "./catalogue.ts";

/** Why damage to a cell is detected or not; reasons that several columns share. */
export const PROOF = {
  key: { why: "a wrong code that exists is not detected; an impossible code, or a code that occurs twice, is" },
  once: { why: "CMS prints it once, and any plausible number could be right" },
  name: { why: "a name: nothing in the release repeats it" },
  rarely: { why: "CMS prints it once; only values that do not exist, or contradict another indicator, are detected" },
  quarterBefore: { why: "refers to the quarter before, which is another release" },
} as const satisfies Readonly<Record<string, Proof>>;

const UNWEIGHTED =
  "without a weight, rates from practice expense are detected, and rates of drugs only when they exceed the OPPS rate or the rate of the APC";

/** Proof of a rate with a weight, and of the weight. */
export function weighted(weightField: string): { readonly rate: Proof; readonly weight: Proof } {
  const rate = { checked: "weight x conversion factor = rate", needs: { field: weightField, why: UNWEIGHTED } };
  const but = "a change of one in the last digit of the weight can give the same rate";
  return { rate, weight: { ...rate, but } };
}
