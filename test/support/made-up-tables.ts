import type { AddedFile } from "./excerpt-copy.ts";

/** One line of a ZIP code file as ZIP5lyout.txt lays it out: 80 characters, year and quarter at the end. */
export function zipLine(start: string, yearQuarter = "20251"): string {
  return `${start.padEnd(75)}${yearQuarter}\r\n`;
}

/** A ZIP code file of January 2025 with these lines. */
export function zipFile(lines: readonly string[]): AddedFile {
  return { family: "zip", role: "zip5", name: "ZIP5_JAN2025.txt", text: lines.join("") };
}

/** Three ZIP codes: urban, rural, and super rural with a nine-digit extension. */
export const ZIPS = zipFile([
  zipLine("AK995010210201 Z9   0 A"),
  zipLine("AL350041011200RZ9 R 0 A"),
  zipLine("CA935200111275BZ9 B 1 A"),
]);

/** An Addendum DD1 that defines these payment indicators. */
export function indicatorFile(indicators: readonly string[]): AddedFile {
  const rows = indicators.map((indicator) => `${indicator},"Words for ${indicator},  as CMS has them."\r\n`);
  const text = ["Addendum DD1 -- ASC Payment Indicators,\r\n", "Indicator,Payment Indicator Definition\r\n", ...rows];
  return { family: "asc", role: "asc-dd1", name: "ASC-DD1.csv", text: text.join("") };
}

/** The indicators that the excerpt of 2025A uses. */
export const INDICATORS = indicatorFile(["A2", "G2", "N1"]);

/** An Addendum EE of these codes. */
export function excludedFile(codes: readonly string[]): AddedFile {
  const banner = '"Addendum EE -- Surgical Procedures Excluded from Payment in ASCs for CY 2025",\r\n';
  const text = `${banner}HCPCS Code,Short Descriptor\r\n${codes.map((code) => `${code},\r\n`).join("")}`;
  return { family: "asc", role: "asc-ee", name: "ASC-EE.csv", text };
}

/** A file of anesthesia base units. */
export const BASE_UNITS: AddedFile = {
  family: "pfs",
  role: "anesthesia-base-units",
  name: "anes-base-units.csv",
  text: "CPT Code,Base Units\r\n00100,5\r\n01937,4\r\n",
};
