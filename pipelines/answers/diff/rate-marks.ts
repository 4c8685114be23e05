import { RATE_NAMES } from "../../../schemas/names.ts";
import type { AmountChange, RateChange } from "../../../schemas/out/diff.ts";

/** Whether both sides have the rate: a rate that a copy leaves out has not changed. */
export function isRateCompared({ notInCopy = [] }: RateChange): boolean {
  return !Object.values(RATE_NAMES).some((name) => notInCopy.includes(name));
}

/** Whether a rate cannot be split: a side has no weight, so there is no rule to look for. */
export function isUnsplit({ effects }: Pick<AmountChange, "effects">): boolean {
  return effects !== null && "price" in effects;
}
