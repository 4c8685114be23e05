import type { Family } from "../../schemas/source/release.ts";

const ASC_PAGE =
  "https://www.cms.gov/medicare/payment/prospective-payment-systems/ambulatory-surgical-center-asc/asc-payment-rates-addenda";

const NCCI_PAGE = "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits";

/** CMS's page for each family: the one that links to all its releases or files, or that leads to those. */
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

/** Families whose files are not linked by their landing page. */
const ELSEWHERE: Readonly<Partial<Record<Family, readonly string[]>>> = {
  // How CMS's pages of rules link their addenda is not known: they are only found in a folder.
  "opps-rule": [],
  // As other programs read them in 2026.
  ncci: [`${NCCI_PAGE}/medicare-ncci-add-code-edits`, `${NCCI_PAGE}/medicare-ncci-medically-unlikely-edits-mues`],
  "ncci-ptp": [`${NCCI_PAGE}/medicare-ncci-procedure-procedure-ptp-edits`],
};

/** The pages on which a person finds the files of a family. */
export function pagesToSee(family: Family): readonly string[] {
  const pages = pagesToRead(family);
  return pages.length === 0 ? [LANDING_PAGES[family]] : pages;
}

/** CMS's pages that link to the releases or the files of a family; none where they are not known. */
export function pagesToRead(family: Family): readonly string[] {
  return ELSEWHERE[family] ?? [LANDING_PAGES[family]];
}
