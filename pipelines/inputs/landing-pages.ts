import type { Family } from "../../schemas/source/release.ts";

const ASC_PAGE =
  "https://www.cms.gov/medicare/payment/prospective-payment-systems/ambulatory-surgical-center-asc/asc-payment-rates-addenda";

const NCCI_PAGE = "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits";

/** CMS's page for each family, which links to all its releases or files. */
export const LANDING_PAGES: Readonly<Record<Family, string>> = {
  pfs: "https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files",
  opps: "https://www.cms.gov/medicare/payment/prospective-payment-systems/hospital-outpatient-pps/quarterly-addenda-updates",
  asc: ASC_PAGE,
  // The page of each rule has its addenda; this one leads to all of them.
  "opps-rule": "https://www.cms.gov/medicare/payment/prospective-payment-systems/hospital-outpatient-pps",
  ncci: NCCI_PAGE,
  "ncci-ptp": NCCI_PAGE,
  "wage-index": ASC_PAGE,
  zip: "https://www.cms.gov/medicare/payment/fee-schedules",
};
