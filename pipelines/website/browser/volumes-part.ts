import type { Section } from "../../reports/views/view.ts";
import { revealCodes } from "../sealed-sources.ts";
import type { SiteClaims } from "../site-index.ts";
import { openedClaims } from "./claims-files.ts";
import { handOver } from "./late-part.ts";
import type { VolumesRelease } from "./reader-side.ts";
import { type VolumesText, volumesAnswer } from "./volumes-answer.ts";
import { volumeProblemsSection, volumesSections } from "./volumes-section.ts";

/** Volumes are read and priced by the code of the command line, which is loaded when there are some. */
export interface VolumesPart {
  /** What the change is worth for the file, or what is wrong with it. */
  readonly sections: (
    file: VolumesText,
    releases: readonly [before: VolumesRelease, after: VolumesRelease],
    claims: readonly SiteClaims[],
  ) => Promise<readonly Section[]>;
}

handOver("volumes", {
  sections: async (file, releases, claims) => {
    for (const { release } of releases) revealCodes(release.codes);
    const isThere = releases.some(({ release }) => claims.some((each) => each.releases.includes(release.release)));
    const answer = await volumesAnswer(file, releases, isThere ? openedClaims(claims) : undefined);
    return "problems" in answer
      ? [volumeProblemsSection(answer.problems)]
      : volumesSections(answer.document, answer.limits);
  },
});
