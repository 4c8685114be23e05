import * as z from "zod";
import { HcpcsText, LocalityKey, ReleaseId } from "../text.ts";

/** One cell that differs between CMS's Look-Up Tool and CMS's files. Explains the amounts that depend on it. */
const ExplainedDifference = z
  .strictObject({
    releases: z.array(ReleaseId).min(1).describe("Releases that an export may be compared with"),
    localities: z.array(LocalityKey).min(1).optional(),
    codes: z.array(HcpcsText).min(1).optional(),
    field: z.enum(["workGpci", "peGpci", "mpGpci", "nonFacilityNa", "facilityNa"]),
    published: z.string().describe("What the tool prints; blank for no mark"),
    ours: z.string().describe("What the release's file prints"),
    reason: z.string().min(20),
    source: z.string().min(10).describe("Where both can be seen"),
  })
  .refine(({ localities, codes }) => localities !== undefined || codes !== undefined, "expected localities or codes");
export type ExplainedDifference = z.infer<typeof ExplainedDifference>;

/** `sources/explained-differences.json`: where CMS's Look-Up Tool and a release of ours differ, and why. */
export const ExplainedDifferences = z.strictObject({ note: z.string(), differences: z.array(ExplainedDifference) });
