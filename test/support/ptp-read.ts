import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { assembleRelease } from "../../pipelines/inputs/registry.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { PTP_CHECKS } from "../../pipelines/schedules/ncci/ptp-checks.ts";
import type { PtpEdits } from "../../pipelines/schedules/ncci/ptp-edits.ts";
import { readPtp } from "../../pipelines/schedules/read-ptp.ts";
import type { Problem } from "../../schemas/place.ts";

/** Procedure-to-procedure edits of a folder, read and checked without the rest of a release. */
export async function ptpOf(
  folder: string,
  id: string,
): Promise<{ ptp: readonly PtpEdits[]; problems: readonly Problem[]; broken: readonly string[] }> {
  const downloads = listDownloads(folder);
  const asked = ["ncci-ptp"] as const;
  const release = assembleRelease(id, await discoverEntries(id, downloads, { asked }), asked);
  const alone = { ...release, publications: release.publications.filter(({ family }) => family === "ncci-ptp") };
  const problems = new Problems();
  const { parts } = await locateInputs(alone, downloads, { allowChanged: false }, problems);
  const ptp = await readPtp(parts, problems);
  const broken = PTP_CHECKS.filter((check) => (check.run({ ptp })?.violations.length ?? 1) > 0);
  return { ptp, problems: problems.list, broken: broken.map((check) => check.id) };
}
