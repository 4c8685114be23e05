import type { SiteOfServiceRow } from "../../schemas/out/facility.ts";
import { centsText, dollarText, weightText } from "../../schemas/unit-text.ts";
import { type Cents, type FineDollars, isZero, type RelativeWeight, scaledInteger } from "../../schemas/units.ts";
import type { AmountOrReason, PhysicianPay } from "../site/site-of-service.ts";

/** A dollar amount of Addendum B exactly as printed, a 0 included, or null where the cell is blank. */
export function printedDollars(amount: FineDollars | null | undefined): string | null {
  return amount === null || amount === undefined ? null : dollarText(amount);
}

/** An OPPS rate, or null: where the cell is blank, and where it prints a 0 that stands for less than the column shows. */
export function oppsRateText(rate: FineDollars | null): string | null {
  return rate === null || isZero(rate) ? null : dollarText(rate);
}

/** An ASC rate, or null as for OPPS. */
export function ascRateText(rate: Cents | null): string | null {
  return rate === null || isZero(rate) ? null : centsText(scaledInteger(rate));
}

/** An amount exactly as a file prints it, a 0 included, or null. */
export function printedCents(amount: Cents | null): string | null {
  return amount === null ? null : centsText(scaledInteger(amount));
}

/** A relative weight with its four decimals, or null where the cell is blank. */
export function printedWeight(weight: RelativeWeight | null): string | null {
  return weight === null ? null : weightText(weight);
}

/** An amount as published, or its reason. */
export function amountOrReason(pay: AmountOrReason): { amount: string } | { reason: string } {
  if (pay.amount === undefined) return { reason: pay.reason };
  return { amount: dollarText(pay.amount) };
}

/** A physician's amount as published: with the modifier of its row, and CMS's NA mark, where there are any. */
export function physicianText(physician: PhysicianPay): SiteOfServiceRow["office"] {
  const amount = amountOrReason(physician.pay);
  const professional = physician.modifier === "26";
  if (!professional && !physician.na) return amount;
  return { ...amount, ...(professional ? { modifier: "26" } : {}), ...(physician.na ? { na: true } : {}) };
}
