import type { SiteOfServiceRow } from "../../schemas/out/facility.ts";
import { dollarText } from "../../schemas/unit-text.ts";
import type { PhysicianPay, SitePay } from "../schedules/site/site-of-service.ts";

/** An amount as published, or its reason. */
export function amountOrReason(pay: SitePay): { amount: string } | { reason: string } {
  if (pay.amount === undefined) return { reason: pay.reason };
  return { amount: dollarText(pay.amount) };
}

/** A physician's amount as published, with the modifier of its row and CMS's NA mark, if any. */
export function physicianText(physician: PhysicianPay): SiteOfServiceRow["office"] {
  const amount = amountOrReason(physician.pay);
  const professional = physician.modifier === "26";
  if (!professional && !physician.na) return amount;
  return { ...amount, ...(professional ? { modifier: "26" } : {}), ...(physician.na ? { na: true } : {}) };
}
