import type { Proof } from "./catalogue.ts";

/** What a damaged cell of a column is noticed by, for reasons that several columns share. */
export const PROOF = {
  key: { why: "a wrong code that exists is another code; only one of no shape, or a second of its kind, is seen" },
  once: { why: "CMS prints it once, and any plausible number could be right" },
  name: { why: "a name; nothing repeats it in one release" },
  rarely: { why: "CMS prints it once; only values that do not exist, or contradict another letter, are seen" },
  quarterBefore: { why: "compares with the quarter before, which is another release" },
} as const satisfies Readonly<Record<string, Proof>>;

const UNWEIGHTED =
  "of rates without a weight, those of practice expense are seen, and those of drugs only where they pass the OPPS rate or its APC's";

/** Proof of a rate that has a weight beside it, and of the weight. */
export function weighted(weightField: string): { readonly rate: Proof; readonly weight: Proof } {
  const rate = { checked: "weight x conversion factor = rate", needs: { field: weightField, why: UNWEIGHTED } };
  const but = "a last digit of the weight off by one can give the same cent, and so the same rate";
  return { rate, weight: { ...rate, but } };
}
