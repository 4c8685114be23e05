import type { Rule } from "../../rules/rule.ts";
import * as asc from "../../schedules/asc/rules.ts";
import { ADD_ON_ALONE, PTP_EDIT } from "../../schedules/ncci/rules.ts";
import * as opps from "../../schedules/opps/rules.ts";
import { modifierAmountRules } from "../../schedules/pfs/modifier-share.ts";
import {
  AMOUNT_TIMES_UNITS,
  ANESTHESIA_ALLOWANCE,
  ANESTHESIA_IN_TENTHS,
  ENDOSCOPIES,
  LIMITING_CHARGE,
  LOCALITY_AMOUNT,
  MULTIPLE_PROCEDURES,
  OPPS_CAP_PAYABLE,
  OPPS_CAPPED_AMOUNT,
  PAID_ALONE,
} from "../../schedules/pfs/rules.ts";
import { WAGE_ADJUSTED_ASC, WAGE_ADJUSTED_OPPS } from "../../schedules/wage/rules.ts";

/** Every rule of an answer that is not a rule of a document. */
export const derivedRules = (): readonly Rule[] => [
  LOCALITY_AMOUNT,
  OPPS_CAPPED_AMOUNT,
  LIMITING_CHARGE,
  OPPS_CAP_PAYABLE,
  ANESTHESIA_ALLOWANCE,
  ANESTHESIA_IN_TENTHS,
  WAGE_ADJUSTED_OPPS,
  WAGE_ADJUSTED_ASC,
  ...modifierAmountRules(),
  AMOUNT_TIMES_UNITS,
  MULTIPLE_PROCEDURES,
  ENDOSCOPIES,
  PAID_ALONE,
  ...Object.values(opps),
  ...Object.values(asc),
  ADD_ON_ALONE,
  PTP_EDIT,
];
