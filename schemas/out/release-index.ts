import * as z from "zod";
import { Coverage } from "../source/release.ts";
import { Day, ReleaseId, Sha256, Window } from "../text.ts";

/** Whether a release was in force. A window alone does not decide that: another release may have the same days. */
export const StandingOut = z.strictObject({
  neverInForce: z.boolean().describe("Replaced before its first day of service"),
  supersededBy: z.string().nullable().describe("Release that replaced it for the same days, built or not"),
});

/** How long a release is good, and what follows it. */
export const EXPIRY = {
  expiresOn: Day.describe("Last day of service of the release; on a later day another one is in force"),
  next: z
    .strictObject({
      from: Day.describe("First day of service that needs another release. CMS posts it before that day"),
      release: z.string().nullable().describe("The release of that day; null where CMS's calendar has none yet"),
    })
    .describe("What follows the release"),
};

/** `index.json`: every release in the folder. Applications start here. */
export const ReleaseIndex = z.strictObject({
  schema: z.literal("ratebook/index"),
  schemaVersion: z.string(),
  releases: z.array(
    z.strictObject({
      release: ReleaseId,
      title: z.string(),
      window: Window,
      ...EXPIRY,
      standing: StandingOut,
      coverage: Coverage,
      manifest: z.string().describe("Path of the release's manifest from here"),
      manifestSha256: Sha256,
      attestation: z.string().describe("Path of the release's attestation from here"),
      attestationSha256: Sha256,
      claimsSha256: Sha256.optional().describe("Of `claims.json` in the folder of the release, where pack wrote one"),
    }),
  ),
});
export type ReleaseIndex = z.infer<typeof ReleaseIndex>;
