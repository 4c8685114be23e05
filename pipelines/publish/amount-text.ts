import type { AmountOrReason } from "../../schemas/out/common.ts";
import type { SitePhysician } from "../../schemas/out/facility.ts";
import { dollarText } from "../../schemas/unit-text.ts";
import type { PhysicianPay, SitePay } from "../schedules/site/site-of-service.ts";

/** An amount as published, or its reason. */
export function amountOrReason(pay: SitePay): AmountOrReason {
  if (pay.amount === undefined) return { value: null, reason: pay.reason };
  return { value: dollarText(pay.amount) };
}

/** A physician's amount as published, with the modifier of its row and CMS's NA mark, if any. */
export function physicianText(physician: PhysicianPay): SitePhysician {
  const amount = amountOrReason(physician.pay);
  const professional = physician.modifier === "26";
  if (!professional && !physician.na) return amount;
  return { ...amount, ...(professional ? { modifier: "26" } : {}), ...(physician.na ? { na: true } : {}) };
}
