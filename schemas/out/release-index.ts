import * as z from "zod";
import { Coverage } from "../source/release.ts";
import { ReleaseId, Sha256, Window } from "../text.ts";

/** What CMS's calendar says of a release; a day of service inside its window alone does not make it the one in force. */
export const StandingOut = z.strictObject({
  neverInForce: z.boolean().describe("Replaced before its first day of service"),
  supersededBy: z.string().nullable().describe("Release of the same days that replaced it, built or not"),
});

/** `index.json`: the door for apps, every release in the folder. */
export const ReleaseIndex = z.strictObject({
  schema: z.literal("ratebook/index"),
  schemaVersion: z.string(),
  releases: z.array(
    z.strictObject({
      release: ReleaseId,
      title: z.string(),
      window: Window,
      standing: StandingOut,
      coverage: Coverage,
      manifest: z.string().describe("Path of the release's manifest from here"),
      manifestSha256: Sha256,
      attestation: z.string().describe("Path of the release's attestation from here"),
      attestationSha256: Sha256,
    }),
  ),
});
export type ReleaseIndex = z.infer<typeof ReleaseIndex>;
