import * as z from "zod";
import { HcpcsText, LocalityKey } from "../text.ts";

/** What a user may write for each setting. */
const SETTING_WORDS: Readonly<Record<string, VolumeSetting>> = {
  office: "nonFacility",
  "non-facility": "nonFacility",
  nonfacility: "nonFacility",
  facility: "facility",
  hopd: "hopd",
  opps: "hopd",
  asc: "asc",
};

/** A physician's service outside or in a facility, a hospital's service, an ASC's. */
export const VolumeSetting = z.enum(["nonFacility", "facility", "hopd", "asc"]);
export type VolumeSetting = z.infer<typeof VolumeSetting>;

/** Restores the leading zeros that a spreadsheet drops. */
function padded(text: string, width: number): string {
  return /^\d+$/.test(text) ? text.padStart(width, "0") : text;
}

const CODE = "five digits or capitals, such as 22511";
const MODIFIER = "blank, 26, TC or 53";
const SETTING = `one of ${Object.keys(SETTING_WORDS).join(", ")}`;
const LOCALITY = "MAC and locality as seven digits, such as 0111205; blank or US for national amounts";
const COUNT = "a whole number of services without commas, such as 120";

/** One row of a volumes file: how often a practice did a service, and where. The messages say what is expected. */
export const VolumeRow = z.strictObject({
  code: z
    .string()
    .transform((text) => padded(text.toUpperCase(), 5))
    .refine((text) => HcpcsText.safeParse(text).success, CODE),
  modifier: z
    .string()
    .toUpperCase()
    .refine((text) => ["", "26", "TC", "53"].includes(text), MODIFIER),
  setting: z
    .string()
    .transform((text): string => SETTING_WORDS[text.toLowerCase()] ?? "")
    .pipe(z.enum(VolumeSetting.options, SETTING)),
  locality: z
    .string()
    .transform((text) => (text === "" || text.toUpperCase() === "US" ? null : padded(text, 7)))
    .refine((text) => text === null || LocalityKey.safeParse(text).success, LOCALITY),
  count: z
    .string()
    .regex(/^\d{1,9}$/, COUNT)
    .transform(Number),
});
export type VolumeRow = z.infer<typeof VolumeRow>;
