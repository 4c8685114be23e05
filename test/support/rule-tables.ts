import type { AddedFile } from "./excerpt-copy.ts";

/** An addendum of the OPPS rule as csv: CMS's banner and headings, codes and figures alone. */
function ruleFile(letter: string, role: AddedFile["role"], banner: string, lines: readonly string[]): AddedFile {
  const text = [`,${banner}`, ...lines].map((line) => `${line}\r\n`).join("");
  return { family: "opps-rule", role, name: `2025 NFRM Addendum ${letter}.csv`, text };
}

/** An Addendum D1 that defines these status indicators, each over two rows. */
export function statusFile(indicators: readonly string[]): AddedFile {
  const rows = indicators.flatMap((each) => [`${each},Items of ${each},Paid,`, `,,"  as CMS has it",`]);
  const heading = "Status Indicator,Item/Code/Service,OPPS Payment Status,";
  const banner = "ADDENDUM D1.- OPPS PAYMENT STATUS INDICATORS FOR CY 2025,,";
  return ruleFile("D1", "addendum-d1", banner, [heading, ...rows, ",* Note -- not a status,,"]);
}

/** An Addendum E of these codes. */
export function inpatientFile(codes: readonly string[]): AddedFile {
  const banner = "Addendum E.-- HCPCS Codes That Would Be Paid Only as Inpatient Procedures for CY 2025,,";
  return ruleFile("E", "addendum-e", banner, [
    "HCPCS Code,Short Descriptor, CI, SI",
    ...codes.map((code) => `${code},,,C`),
  ]);
}

/** An Addendum P of these rows, such as "22511,,J1,5113,3244.61,23.00%,746.26". */
export function offsetsFile(rows: readonly string[]): AddedFile {
  const heading =
    "HCPCS,Short Descriptor,SI,APC,Final CY 2025 APC Payment Rate,Device Offset Percentage,Device Offset Amount";
  return ruleFile("P", "addendum-p", "List for all HCPCS code with CY 2023 claims data,,,,,", [heading, ...rows]);
}

/** CMS's row of 22511, and a code that the rule deletes: 3,244.61 x 23 % = 746.2603. */
export const OFFSETS = offsetsFile(["22511,,J1,5113,3244.61,23.00%,746.26", "15819,,D,,,0.12%,"]);
/** The status indicators of the excerpt of 2025A. */
export const STATUSES = statusFile(["C", "E1", "J1", "N", "T"]);
/** Its codes with status indicator C. */
export const INPATIENT = inpatientFile(["22841", "22862"]);
