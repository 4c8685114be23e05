import type { Section } from "../../reports/views/view.ts";
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
    claims: SiteClaims | null,
  ) => Promise<readonly Section[]>;
}

handOver("volumes", {
  sections: async (file, releases, claims) => {
    const isThere = releases.some(({ release }) => claims?.releases.includes(release.release) === true);
    const opened = claims === null || !isThere ? undefined : openedClaims(claims);
    const answer = await volumesAnswer(file, releases, opened);
    return "problems" in answer
      ? [volumeProblemsSection(answer.problems)]
      : volumesSections(answer.document, answer.limits);
  },
});
