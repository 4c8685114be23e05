import type { Rule } from "../../rules/rule.ts";
import { LIMITING_CHARGE, OPPS_CAP_PAYABLE } from "../../schedules/pfs/rules.ts";
import { WAGE_ADJUSTED_ASC, WAGE_ADJUSTED_OPPS } from "../../schedules/wage/rules.ts";

/** Every rule by which a rate is derived from published amounts. */
export const DERIVED_RULES: readonly Rule[] = [
  LIMITING_CHARGE,
  OPPS_CAP_PAYABLE,
  WAGE_ADJUSTED_OPPS,
  WAGE_ADJUSTED_ASC,
];
