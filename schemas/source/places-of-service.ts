import * as z from "zod";
import { SETTINGS } from "../setting.ts";
import { Citation, Day } from "../text.ts";

/** What a place of service code says about a physician's payment. */
const PlaceOfService = z.strictObject({
  pos: z.string().regex(/^\d{2}$/),
  name: z.string().describe("In our own words"),
  setting: z.enum(SETTINGS).describe("Which of the two fees is paid there"),
  site: z
    .enum(["office", "hopd", "asc"])
    .nullable()
    .describe(
      "Site whose payment rules are known; null for a facility that is neither an outpatient hospital nor an ASC",
    ),
  from: Day.optional().describe("First day of service for which this is known; left out where it is older"),
});
export type PlaceOfService = z.infer<typeof PlaceOfService>;

/** `places-of-service.json`. */
export const PlacesOfService = z.strictObject({
  note: z.string(),
  sources: z.array(Citation).min(1),
  places: z.array(PlaceOfService).min(1),
});
