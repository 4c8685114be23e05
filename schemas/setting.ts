/** Where a physician's service is done: outside a facility, or in one. */
export type Setting = "nonFacility" | "facility";

/** Both settings, in the order in which CMS prints them. */
export const SETTINGS = ["nonFacility", "facility"] as const satisfies readonly Setting[];

/** A setting's columns: its practice expense, the total that CMS prints, its NA mark; and the field of its amount. */
export const SETTING_FIELDS = {
  nonFacility: {
    pe: "nonFacilityPeRvu",
    total: "nonFacilityTotal",
    na: "nonFacilityNa",
    amount: "nonFacilityAmount",
  },
  facility: { pe: "facilityPeRvu", total: "facilityTotal", na: "facilityNa", amount: "facilityAmount" },
} as const satisfies Readonly<Record<Setting, object>>;

/** Makes a figure for each setting. */
export function bothSettings<Figure>(figure: (setting: Setting) => Figure): Record<Setting, Figure> {
  return { nonFacility: figure("nonFacility"), facility: figure("facility") };
}
