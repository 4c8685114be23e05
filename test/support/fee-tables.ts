import { Decimal } from "decimal.js";

/** RVUs of some rows as CMS's relative value files print them: work, non-facility PE, facility PE, MP. */
const RVUS = {
  "2025A": {
    "22310": ["3.45", "5.38", "4.96", "0.77"],
    "22510": ["7.90", "42.85", "3.89", "1.13"],
    "22511": ["7.33", "43.46", "3.80", "1.04"],
    "22512": ["4.00", "16.37", "1.45", "0.71"],
    "22513": ["8.65", "150.73", "5.02", "1.58"],
    "22514": ["7.99", "150.75", "4.79", "1.47"],
    "22515": ["4.00", "77.33", "1.68", "0.80"],
    "77012": ["1.50", "2.19", "2.19", "0.09"],
    "77012-26": ["1.50", "0.48", "0.48", "0.08"],
  },
  "2026A": {
    "22310": ["3.36", "6.07", "4.58", "0.79"],
    "22510": ["7.70", "43.93", "2.61", "1.16"],
    "22511": ["7.15", "44.89", "2.60", "1.07"],
    "22512": ["3.90", "17.53", "0.81", "0.72"],
    "22513": ["8.43", "163.68", "3.58", "1.57"],
    "22514": ["7.79", "164.59", "3.47", "1.44"],
    "22515": ["3.90", "84.46", "0.97", "0.79"],
    "77012": ["1.46", "2.12", "2.12", "0.10"],
    "77012-26": ["1.46", "0.46", "0.46", "0.09"],
  },
} as const;

export type FeeRelease = keyof typeof RVUS;

/** Conversion factors: of 2025; of 2026, and of qualifying APM participants in 2026; of 2022. */
export const FACTORS = { "2025A": "32.3465", "2026A": "33.4009", qualifying: "33.5675", "2022": "34.6062" } as const;
/** GPCIs of San Francisco in 2026: work, PE, MP, as CMS prints them. */
export const SAN_FRANCISCO = ["1.095", "1.410", "0.425"] as const;
const NATION = ["1", "1", "1"] as const;

/** How a made-up table differs from CMS's amounts. */
export interface FeeMaker {
  readonly factor?: string;
  readonly gpcis?: readonly [string, string, string];
  readonly setting?: "nonFacility" | "facility";
  readonly percent?: string;
}

/** (work x work GPCI + PE x PE GPCI + MP x MP GPCI) x factor, half up to the cent: 42 CFR 414.20, by decimal.js. */
export function feeOf(release: FeeRelease, row: string, how: FeeMaker = {}): string {
  const [work, nonFacilityPe, facilityPe, mp] = RVUS[release][row as keyof (typeof RVUS)[FeeRelease]];
  const { factor = FACTORS[release], gpcis: [w, p, m] = NATION, setting = "nonFacility", percent = "100" } = how;
  const pe = setting === "nonFacility" ? nonFacilityPe : facilityPe;
  const sum = new Decimal(work).times(w).plus(new Decimal(pe).times(p)).plus(new Decimal(mp).times(m));
  const fee = new Decimal(sum.times(factor).toFixed(2, Decimal.ROUND_HALF_UP));
  return fee.times(percent).div(100).toFixed(2, Decimal.ROUND_HALF_UP);
}

/** Rows that both releases have. */
export const FEE_ROWS = Object.keys(RVUS["2026A"]);

/** A table with the headings that practice management systems import: CPT,Modifier,Fee. */
export function feeTable(release: FeeRelease, how: FeeMaker = {}, rows: readonly string[] = FEE_ROWS): string {
  const lines = rows.map((row) => {
    const [code = "", modifier = ""] = row.split("-");
    return `${code},${modifier},${feeOf(release, row, how)}\n`;
  });
  return `CPT,Modifier,Fee\n${lines.join("")}`;
}
