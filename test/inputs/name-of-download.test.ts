import { describe, expect, it } from "vitest";
import { nameOf } from "../../pipelines/inputs/name-of-download.ts";

/** Names that CMS has used, and where a copy may lie. */
const NAMES = [
  ["rvu24ar-posted-04-01-2024.zip", "pfs RVU24AR 2024AR"],
  ["pfs/RVU10C_PCT22.zip", "pfs RVU10CPCT22 2010CPCT22"],
  ["RVU11B_2.zip", "pfs RVU11B2 2011B2"],
  ["RVU18AR1.zip", "pfs RVU18AR1 2018AR1"],
  ["rvu12m.zip", "pfs RVU12M 2012M"],
  ["rvu26d-updated-08-26-2026.zip", "pfs RVU26D 2026D"],
  ["downloads/RVU25D/PPRRVU2025_Oct.csv", "pfs RVU25D 2025D"],
  ["PPRRVU2026_Jul_nonQPP.csv", "pfs RVU26C 2026C"],
  ["PPRRVU21_JAN.csv", "pfs RVU21A 2021A"],
  ["january_2019_opps_web_addendum_b.12312018.xlsx", "opps 2019Q1 2019A"],
  ["2021_October_Web_Addendum_B.10262021.xlsx", "opps 2021Q4 2021D"],
  ["January_Web_2024_Addendum_B.04.24.24.csv", "opps 2024Q1 2024A"],
  ["october-2024-web-addendum-b.zip", "opps 2024Q4 2024D"],
  ["cy-2026-april-opps-addendum-b.zip", "opps 2026Q2 2026B"],
  ["508 Version April 2026 Web Addendum B/2026 April Web Addendum B.03.23.26.csv", "opps 2026Q2 2026B"],
  ["opps/2024Q1-edited/ADD_B.csv", "opps 2024Q1 2024A"],
  ["march-9-2024-asc-approved-hcpcs-code-and-payment-rates.zip", "asc 2024Q1 2024A"],
  ["october-2026-asc-approved-hcpcs-code-payment-rates.zip", "asc 2026Q4 2026D"],
  ["2026-nfrm-addendum-aa-bb-dd1-dd2-ee-ff.zip", "asc 2026Q1 2026A"],
  ["asc/2021Q2/AA.csv", "asc 2021Q2 2021B"],
  ["asc/2025Q1/508-Version-Jan-2025-ASC-FF.csv", "asc 2025Q1 2025A"],
  ["asc/wage-index/2024-wage_index.txt", "wage-index 2024 undefined"],
  ["2025 NFRM Addendum J.11132024.xlsx", "opps-rule 2025 undefined"],
  ["2025 NFRM Addendum A.11122024.xlsx", "opps-rule 2025 undefined"],
  ["2025-nfrm-opps-addenda.zip", "opps-rule 2025 undefined"],
  ["OPPS rule addenda 2025 download.zip", "opps-rule 2025 undefined"],
  ["ZIP5_OCT2025.txt", "zip 2025Q4 2025D"],
  ["ncci/AOC_V2026Q2-MCR.xlsx", "ncci 2026Q2 2026B"],
  ["AOC_V2025Q4_01-MCR.txt", "ncci 2025Q4 2025D"],
  ["MCR_MUE_PractitionerServices_Eff_04-01-2026.csv", "ncci 2026Q2 2026B"],
  ["MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026.xlsx", "ncci 2026Q4 2026D"],
  ["medicare-ncci-2026-q4-practitioner-services-mue-table.zip", "ncci 2026Q4 2026D"],
  ["medicare-ncci-2026-q4-dme-supplier-services-mue-table.zip", "ncci 2026Q4 2026D"],
  ["medicare-ncci-2026q2-practitioner-ptp-edits-ccipra-v321r0-f1.zip", "ncci-ptp 2026Q2 2026B"],
  ["medicare-ncci-2026-q4-hospital-ptp-edits-ccioph-v323r0-f4.zip", "ncci-ptp 2026Q4 2026D"],
  ["add-code-edits-medicare-effective-07012026.zip", "ncci 2026Q3 2026C"],
  ["NCCI edits 2026Q3 download (1).zip", "ncci 2026Q3 2026C"],
  // Version 32.2 is the third quarter: its first rows have edits that end on 30 June 2026.
  ["ccipra-v322r0-f1.txt", "ncci-ptp 2026Q3 2026C"],
  ["2026Q1/ccioph-v310r1-f2.TXT", "ncci-ptp 2025Q1 2025A"],
] as const;

describe(nameOf, () => {
  it.each(NAMES)("%s", (path, expected) => {
    expect(nameOf(path).map(({ family, id, release }) => `${family} ${id} ${release}`)).toEqual([expected]);
  });

  it.each([
    "ZIP5lyout.txt",
    "readme.txt",
    "notes/2024Q1/minutes.csv",
    "rvuxx.zip",
    "AA.csv",
    "addendum_b.csv",
    "MCR_MUE_PractitionerServices_Eff_05-01-2026.csv",
    "ncci/notes.csv",
    // In the middle of a quarter, Medicaid's, and the list of what a quarter changes.
    "add-code-edits-medicare-effective-06012026.zip",
    "medicaid-ncci-2026-q3-ptp-edits-practitioner-services.zip",
    "medicare-ncci-2026q2-practitioner-quarterly-additions-deletions-revisions-ptp.zip",
  ])("does not guess for %s", (path) => {
    expect(nameOf(path)).toEqual([]);
  });
});
