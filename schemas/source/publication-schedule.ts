import * as z from "zod";
import { Family } from "./release.ts";

const Offset = z.int().min(-366).max(366);

/** When CMS posts the publications of a family for some quarters, in days from their first day of service. */
const PostingWindow = z.strictObject({
  quarters: z
    .array(z.int().min(1).max(4))
    .min(1)
    .describe("Quarters of the year; 1 alone for what serves a whole year"),
  earliest: Offset.nullable().describe("From this day on it may be there; -36 is 36 days before. Null: not known"),
  latest: Offset.nullable().describe("After this day it is late. Null: not known"),
  basis: z.string().min(1).describe("What is known of earlier years, and what is not known"),
});
export type PostingWindow = z.infer<typeof PostingWindow>;

function inconsistent(windows: readonly PostingWindow[]): string | undefined {
  const quarters = windows.flatMap((each) => each.quarters);
  if (new Set(quarters).size < quarters.length) return "a quarter is in two windows";
  const reversed = windows.find(({ earliest, latest }) => earliest !== null && latest !== null && earliest > latest);
  return reversed === undefined ? undefined : `the earliest day is after the latest: ${reversed.earliest}`;
}

const PostingWindows = z
  .array(PostingWindow)
  .min(1)
  .superRefine((windows, ctx) => {
    const message = inconsistent(windows);
    if (message !== undefined) ctx.addIssue({ code: "custom", message });
  });

/** `publication-schedule.json`. */
export const PostingSchedule = z.strictObject({ note: z.string(), families: z.record(Family, PostingWindows) });
export type PostingSchedule = z.infer<typeof PostingSchedule>;
