import type { Rule } from "../../rules/rule.ts";
import {
  ANESTHESIA_ALLOWANCE,
  ANESTHESIA_IN_TENTHS,
  LIMITING_CHARGE,
  LOCALITY_AMOUNT,
  OPPS_CAP_PAYABLE,
  OPPS_CAPPED_AMOUNT,
} from "../../schedules/pfs/rules.ts";
import { WAGE_ADJUSTED_ASC, WAGE_ADJUSTED_OPPS } from "../../schedules/wage/rules.ts";

/** Every rule of an answer that is not a rule of a document. */
export const DERIVED_RULES: readonly Rule[] = [
  LOCALITY_AMOUNT,
  OPPS_CAPPED_AMOUNT,
  LIMITING_CHARGE,
  OPPS_CAP_PAYABLE,
  ANESTHESIA_ALLOWANCE,
  ANESTHESIA_IN_TENTHS,
  WAGE_ADJUSTED_OPPS,
  WAGE_ADJUSTED_ASC,
];
