import type { RATE_SETTINGS } from "./names.ts";

type RateSettingName = (typeof RATE_SETTINGS)[number];

/** Where a physician's service is done: outside a facility, or in one. Also the name of the amount there. */
export type Setting = "nonFacility" | "facility";

/** Both settings, in the order in which CMS prints them. */
export const SETTINGS = ["nonFacility", "facility"] as const satisfies readonly Setting[];

/** A setting's columns: its practice expense, the total that CMS prints, its NA mark. */
export const SETTING_FIELDS = {
  nonFacility: { pe: "nonFacilityPeRvu", total: "nonFacilityTotal", na: "nonFacilityNa" },
  facility: { pe: "facilityPeRvu", total: "facilityTotal", na: "facilityNa" },
} as const satisfies Readonly<Record<Setting, object>>;

/** Which of the physician's amounts is paid at a site. */
export function settingOf(site: RateSettingName): Setting {
  return site === "office" ? "nonFacility" : "facility";
}

/** Makes a figure for each setting. */
export function bothSettings<Figure>(figure: (setting: Setting) => Figure): Record<Setting, Figure> {
  return { nonFacility: figure("nonFacility"), facility: figure("facility") };
}
