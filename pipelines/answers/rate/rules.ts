import type { Rule } from "../../rules/rule.ts";
import { modifierAmountRules } from "../../schedules/pfs/modifier-share.ts";
import {
  ANESTHESIA_ALLOWANCE,
  LIMITING_CHARGE,
  LOCALITY_AMOUNT,
  OPPS_CAP_PAYABLE,
  OPPS_CAPPED_AMOUNT,
} from "../../schedules/pfs/rules.ts";
import { WAGE_ADJUSTED_ASC, WAGE_ADJUSTED_OPPS } from "../../schedules/wage/rules.ts";

/** Every rule of an answer that is not a rule of a document. */
export const derivedRules = (): readonly Rule[] => [
  LOCALITY_AMOUNT,
  OPPS_CAPPED_AMOUNT,
  LIMITING_CHARGE,
  OPPS_CAP_PAYABLE,
  ANESTHESIA_ALLOWANCE,
  WAGE_ADJUSTED_OPPS,
  WAGE_ADJUSTED_ASC,
  ...modifierAmountRules(),
];
