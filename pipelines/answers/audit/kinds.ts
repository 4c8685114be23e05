import type { VolumeSetting } from "../../../schemas/row/volumes.ts";
import type { FigureField } from "./columns.ts";

/** What a figure of a table may be. A total is at one of two sites. */
const KINDS = [
  ...(["nonFacility", "facility", "oppsRate", "ascRate", "totalHopd", "totalAsc"] as const),
  ...(["workRvu", "nonFacilityPeRvu", "facilityPeRvu", "mpRvu", "nonFacilityTotal", "facilityTotal"] as const),
] as const;
export type FigureKind = (typeof KINDS)[number];

/** Where a service is done, as a column or an option says it. */
export type SettingName = VolumeSetting;

const AMOUNTS: readonly FigureKind[] = ["nonFacility", "facility", "oppsRate", "ascRate", "totalHopd", "totalAsc"];
const TOTALS: readonly FigureKind[] = ["totalHopd", "totalAsc"];

/** What the figures of a column may be, where nothing else says it. */
export const KINDS_OF_FIELD: Readonly<Record<FigureField, readonly FigureKind[]>> = {
  amount: AMOUNTS,
  nonFacility: ["nonFacility"],
  facility: ["facility"],
  oppsRate: ["oppsRate"],
  ascRate: ["ascRate"],
  total: TOTALS,
  workRvu: ["workRvu"],
  nonFacilityPeRvu: ["nonFacilityPeRvu"],
  facilityPeRvu: ["facilityPeRvu"],
  mpRvu: ["mpRvu"],
  nonFacilityTotal: ["nonFacilityTotal"],
  facilityTotal: ["facilityTotal"],
};

const OF_SETTING: Readonly<Record<SettingName, FigureKind>> = {
  nonFacility: "nonFacility",
  facility: "facility",
  hopd: "oppsRate",
  asc: "ascRate",
};

/** What the figure of a column is at a setting; undefined where the setting does not say it. */
export function kindAt(field: FigureField, setting: SettingName | undefined): readonly FigureKind[] | undefined {
  if (setting === undefined) return undefined;
  if (field === "amount") return [OF_SETTING[setting]];
  if (field !== "total") return undefined;
  return setting === "asc" ? ["totalAsc"] : ["totalHopd"];
}

/** Kinds that are easily taken for each other. */
const FAMILIES: readonly (readonly FigureKind[])[] = [
  AMOUNTS,
  ["nonFacilityPeRvu", "facilityPeRvu"],
  ["nonFacilityTotal", "facilityTotal"],
];

/** What a figure may be instead. */
export function otherKinds(kind: FigureKind): readonly FigureKind[] {
  return FAMILIES.find((family) => family.includes(kind))?.filter((each) => each !== kind) ?? [];
}

/** Whether a figure is what the physician is paid, which locality and factor decide. */
export function isFee(kind: FigureKind): kind is "nonFacility" | "facility" {
  return kind === "nonFacility" || kind === "facility";
}

/** Whether a figure is dollars. */
export function isMoney(kind: FigureKind): boolean {
  return AMOUNTS.includes(kind);
}

/** The name that an amount has in every document, and the site of a total. */
export function namedAmount(kind: FigureKind): {
  readonly amount: Exclude<FigureKind, "totalHopd" | "totalAsc"> | "total";
  readonly site?: "hopd" | "asc";
} {
  if (kind === "totalHopd") return { amount: "total", site: "hopd" };
  return kind === "totalAsc" ? { amount: "total", site: "asc" } : { amount: kind };
}

/** A figure in plain words. */
export const KIND_WORDS: Readonly<Record<FigureKind, string>> = {
  nonFacility: "non-facility",
  facility: "facility",
  oppsRate: "hospital outpatient rate",
  ascRate: "ASC rate",
  totalHopd: "total at hopd",
  totalAsc: "total at asc",
  workRvu: "work RVU",
  nonFacilityPeRvu: "non-facility PE RVU",
  facilityPeRvu: "facility PE RVU",
  mpRvu: "malpractice RVU",
  nonFacilityTotal: "non-facility total RVU",
  facilityTotal: "facility total RVU",
};
