import type { Check } from "../../rules/check.ts";
import { ADDENDA_CHECKS } from "../asc/addenda-checks.ts";
import { ASC_CHECKS } from "../asc/checks.ts";
import { rateByIndicator } from "../asc/rate-by-indicator.ts";
import { STANDARD_RATE_CHECKS } from "../asc/standard-rates.ts";
import type { ReleaseBook } from "../book.ts";
import { continuity } from "../continuity/continuity.ts";
import { onceAYear } from "../continuity/once-a-year.ts";
import { NCCI_CHECKS } from "../ncci/checks.ts";
import { PTP_CHECKS } from "../ncci/ptp-checks.ts";
import { OPPS_CHECKS } from "../opps/checks.ts";
import { COPAYMENT_CHECKS } from "../opps/copayment-checks.ts";
import { PAIR_CHECKS } from "../opps/pair-checks.ts";
import { rateByStatus } from "../opps/rate-by-status.ts";
import { RULE_CHECKS } from "../opps/rule-checks.ts";
import { amountsAreExact } from "../pfs/amount-checks.ts";
import { PFS_CHECKS } from "../pfs/checks.ts";
import { COUNTY_CHECKS } from "../pfs/county-checks.ts";
import { FLOOR_CHECKS } from "../pfs/floor-checks.ts";
import { PFS_INDICATOR_CHECKS } from "../pfs/indicator-checks.ts";
import { componentsByPctc } from "../pfs/pctc-checks.ts";
import { PLACE_CHECKS } from "../pfs/place-checks.ts";
import { PLAUSIBLE_CHECKS } from "../pfs/plausible-checks.ts";
import { PFS_ROW_CHECKS } from "../pfs/row-kind-checks.ts";
import { ascAtMostOpps } from "./asc-at-most-opps.ts";
import { ascCombinationsArePairs } from "./asc-combinations.ts";
import { ascDrugRate } from "./asc-drug-rate.ts";
import { ascOfficeBased } from "./asc-office-based.ts";
import { knownFiguresHold } from "./known-figures.ts";
import { oppsCapIsOppsRate } from "./opps-cap-is-opps-rate.ts";
import { WHOLE_CHECKS } from "./whole-tables.ts";

/** Every check, in the order they are run and reported. */
export const CHECKS: readonly Check<ReleaseBook>[] = [
  ...PFS_CHECKS,
  ...PFS_ROW_CHECKS,
  amountsAreExact,
  ...PLACE_CHECKS,
  ...COUNTY_CHECKS,
  ...FLOOR_CHECKS,
  ...PFS_INDICATOR_CHECKS,
  ...OPPS_CHECKS,
  ...COPAYMENT_CHECKS,
  ...RULE_CHECKS,
  ...PAIR_CHECKS,
  rateByStatus,
  ...NCCI_CHECKS,
  ...PTP_CHECKS,
  ...ASC_CHECKS,
  ...STANDARD_RATE_CHECKS,
  ...ADDENDA_CHECKS,
  rateByIndicator,
  ascOfficeBased,
  ascAtMostOpps,
  ascCombinationsArePairs,
  oppsCapIsOppsRate,
  componentsByPctc,
  ...PLAUSIBLE_CHECKS,
  ascDrugRate,
  ...WHOLE_CHECKS,
  continuity,
  onceAYear,
  knownFiguresHold,
];
