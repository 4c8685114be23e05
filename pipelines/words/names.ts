import type { DiffTable } from "../../schemas/out/diff.ts";
import type { NcciTable } from "../../schemas/out/ncci.ts";
import type { RateSettingName } from "../../schemas/out/rate.ts";

/** The amounts of a code, by who is paid and where. */
export type Amount = "office" | "facility" | "opps" | "asc";

/** The name of an amount: in full, short for a wide table, and in two lines for a terminal. */
interface AmountName {
  readonly name: string;
  readonly short: string;
  readonly narrow: readonly [string, string];
}

/** Names of the amounts, in the order of every table that has them. */
export const AMOUNTS: Readonly<Record<Amount, AmountName>> = {
  office: { name: "Physician in an office", short: "Office", narrow: ["physician", "in office"] },
  facility: { name: "Physician in a facility", short: "In a facility", narrow: ["physician", "in facility"] },
  opps: { name: "Hospital outpatient", short: "Hospital", narrow: ["hospital", "outpatient"] },
  asc: { name: "Surgical center", short: "Surgical center", narrow: ["surgical", "center"] },
};

/** Sites of service. */
export const SITES: Readonly<Record<RateSettingName, string>> = {
  office: "office",
  hopd: "hospital outpatient",
  asc: "ambulatory surgical center",
};

/** Rows of the tables that are compared. */
export const TABLES: Readonly<Record<DiffTable, string>> = {
  pfs: "PFS rows",
  localities: "Localities",
  opps: "OPPS codes",
  asc: "ASC codes",
};

/** NCCI edits, by the table that they stand in. */
export const NCCI_TABLES: Readonly<Record<NcciTable, string>> = {
  "ncci-addon": "NCCI add-on code edits",
  "ncci-mue-practitioner": "NCCI MUE, practitioner",
  "ncci-mue-hospital": "NCCI MUE, outpatient hospital",
  "ncci-mue-dme": "NCCI MUE, DME supplier",
  "ncci-ptp-practitioner": "NCCI PTP edits, practitioner",
  "ncci-ptp-hospital": "NCCI PTP edits, outpatient hospital",
};

/** A row of the relative value file: "22511", "77002-26". */
export function rowName(hcpcs: string, modifier: string): string {
  return modifier === "" ? hcpcs : `${hcpcs}-${modifier}`;
}

/** Who a conversion factor is for: "non-qualifying APM", "all clinicians"; "all" when a schedule has one factor. */
export function trackText({ track }: { readonly track: string | null }): string {
  return track?.replace("-apm", " APM").replace("all-", "all ") ?? "all";
}

/** What is missing where it is not known which codes are add-ons. */
export const WITHOUT_ADD_ONS = "NCCI add-on code edits";
/** What is missing where it is not known which pairs a hospital is paid more for. */
export const WITHOUT_PAIRS = "OPPS Addendum J";
