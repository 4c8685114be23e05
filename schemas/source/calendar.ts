import * as z from "zod";
import { Citation, ReleaseId, Window } from "../text.ts";

/** A relative value release that CMS has posted, registered or not. */
const CalendarEntry = z.strictObject({
  release: ReleaseId,
  label: z.string().describe("CMS's own name of the archive, such as RVU24AR or RVU10C_PCT22"),
  window: Window.describe("Days of service that CMS posted it for"),
  url: z.url().nullable(),
  supersedes: ReleaseId.optional().describe("Release that this one replaces for the same days"),
  notFor: Window.extend({ reason: z.string(), cites: z.array(Citation).min(1) })
    .optional()
    .describe("Days of the window on which the release's own factor does not apply"),
  neverInForce: z.literal(true).optional().describe("Replaced before its first day of service"),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

export const Calendar = z.strictObject({ note: z.string(), releases: z.array(CalendarEntry) });

/** What a reader of a rate of these releases must know. */
export const Caveat = z.strictObject({
  id: z.string(),
  releases: z
    .array(z.string())
    .min(1)
    .describe("Releases by name, years such as 2025, previews as -proposed and -final, or * for all"),
  text: z.string(),
  money: z
    .literal(true)
    .optional()
    .describe("Amounts of the release are wrong for some days or rows: a build prints it"),
  cites: z.array(Citation).min(1),
});
export type Caveat = z.infer<typeof Caveat>;
export const Caveats = z.strictObject({ note: z.string(), caveats: z.array(Caveat) });
