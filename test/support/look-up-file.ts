import type { PublishedFile } from "../../pipelines/inputs/published-files.ts";
import { LOOK_UP, LOOK_UP_FIELDS, type LookUpRow } from "../../schemas/row/look-up.ts";
import { published } from "./payment-file.ts";

/** Cells of one row of an export; what is left out is the default's. */
export type LookUpCells = Partial<Record<keyof LookUpRow, string>>;

/*
 * 22511 in Alabama in 2025, with the GPCIs 1, 0.869, 0.575 and the factor 32.3465:
 * (7.33 + 43.46 x 0.869 + 1.04 x 0.575) x 32.3465 = 1478.06490741, x 1.0925 = 1614.785911345425
 * (7.33 + 3.80 x 0.869 + 1.04 x 0.575) x 32.3465 = 363.2576643, x 1.0925 = 396.85899824775
 */
const ALABAMA: Omit<LookUpRow, "descriptor"> = {
  hcpcs: "22511",
  modifier: "  ",
  locality: "1011200",
  nonFacilityPrice: "$1,478.06",
  facilityPrice: "$363.26",
  nonFacilityLimit: "$1,614.79",
  facilityLimit: "$396.86",
  workGpci: "1.000",
  peGpci: "0.869",
  mpGpci: "0.575",
  status: "A",
  workRvu: "7.33",
  nonFacilityNa: "",
  nonFacilityPeRvu: "43.46",
  fullNonFacilityNa: "",
  fullNonFacilityPeRvu: "43.46",
  facilityNa: "",
  facilityPeRvu: "3.80",
  fullFacilityNa: "",
  fullFacilityPeRvu: "3.80",
  mpRvu: "1.04",
  nonFacilityTotal: "51.83",
  facilityTotal: "12.17",
  fullNonFacilityTotal: "51.83",
  fullFacilityTotal: "12.17",
  pctcIndicator: "0",
  globalDays: "010",
  preOp: "0.10",
  intraOp: "0.80",
  postOp: "0.10",
  multipleProcedure: "2",
  bilateralSurgery: "0",
  assistantAtSurgery: "1",
  coSurgeons: "0",
  teamSurgery: "0",
  physicianSupervision: "09",
  endoscopicBase: "",
  conversionFactor: "32.3465",
  notUsedForMedicare: "",
  imagingFamily: "99",
  oppsNonFacility: "NA",
  oppsFacility: "NA",
  oppsNonFacilityPeRvu: "0.00",
  oppsFacilityPeRvu: "0.00",
  oppsMpRvu: "0.00",
};

/** The same, national: 51.83 x 32.3465 = 1676.519095, 12.17 x 32.3465 = 393.656905; x 1.0925 1831.597... and 430.070... */
export const NATIONAL: LookUpCells = {
  locality: "0000000",
  nonFacilityPrice: "$1,676.52",
  facilityPrice: "$393.66",
  nonFacilityLimit: "$1,831.60",
  facilityLimit: "$430.07",
  peGpci: "1.000",
  mpGpci: "1.000",
};

/** 61888, national, as the tool printed it in 2021: 11.75 x 34.8931 = 409.993925, x 1.0925 = 447.9183630625. */
export const IN_2021: LookUpCells = {
  ...NATIONAL,
  hcpcs: "61888",
  nonFacilityPrice: "NA",
  facilityPrice: "$409.99",
  nonFacilityLimit: "NA",
  facilityLimit: "$447.92",
  workRvu: "5.23",
  nonFacilityNa: "NA",
  nonFacilityPeRvu: "4.64",
  facilityPeRvu: "4.64",
  mpRvu: "1.88",
  conversionFactor: "34.8931",
};

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(",");

/** One row as the tool writes it, its descriptor blank. */
export function lookUpRow(cells: LookUpCells = {}): string {
  const row: LookUpCells = { ...ALABAMA, ...cells };
  return quoted(LOOK_UP_FIELDS.map((field) => row[field] ?? ""));
}

/** An export of these rows, as the tool writes it: with a byte order mark and quoted cells. */
export function exportOf(...rows: readonly string[]): string {
  const heading = quoted(LOOK_UP_FIELDS.map((field) => LOOK_UP[field][0]));
  return `\uFEFF${[heading, ...rows].join("\r\n")}\r\n`;
}

/** Such an export in memory. */
export function lookUpFile(text: string): PublishedFile {
  return { ...published("national_payment_amount.csv", Buffer.from(text, "utf8").toString("latin1")), kind: "look-up" };
}
