import type { SiteOfServiceRow } from "../../schemas/out/facility.ts";
import { formatScaled, formatTrimmed } from "../../schemas/scaled.ts";
import {
  type Cents,
  type FineDollars,
  isZero,
  type RelativeWeight,
  SCALE,
  scaledInteger,
} from "../../schemas/units.ts";
import type { AmountOrReason, PhysicianPay } from "../site/site-of-service.ts";

/** "1773.92" from 177392 cents. */
export function centsText(cents: number): string {
  return formatScaled(cents, SCALE.cents);
}

/** A dollar amount of a facility, two decimals or more: "3342.87", "0.835". */
export function dollarText(amount: FineDollars | null): string | null {
  return amount === null ? null : formatTrimmed(scaledInteger(amount), SCALE.fine, 2);
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

/** A relative weight with its four decimals, or null. */
export function weightText(weight: RelativeWeight | null): string | null {
  return weight === null ? null : formatScaled(scaledInteger(weight), SCALE.weight);
}

/** An amount as published, or its reason. */
export function amountOrReason(pay: AmountOrReason): { amount: string } | { reason: string } {
  if (pay.amount === undefined) return { reason: pay.reason };
  return { amount: formatTrimmed(scaledInteger(pay.amount), SCALE.fine, 2) };
}

/** A physician's amount as published: with the modifier of its row, and CMS's NA mark, where there are any. */
export function physicianText(physician: PhysicianPay): SiteOfServiceRow["office"] {
  const amount = amountOrReason(physician.pay);
  const professional = physician.modifier === "26";
  if (!professional && !physician.na) return amount;
  return { ...amount, ...(professional ? { modifier: "26" } : {}), ...(physician.na ? { na: true } : {}) };
}
