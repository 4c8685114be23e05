import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import type { SourceName } from "../../schemas/source/release.ts";
import { jobsOf } from "../../scripts/build/jobs.ts";
import { acrossYears } from "../../tools/mutations/examine.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";
import { unregistered } from "../support/unregistered.ts";

/** CMS's own relative value file of January 2026 has not been available. */
const WITHOUT: Readonly<Record<string, readonly SourceName[]>> = { "2026A": ["pfs"] };

describeWithRealFiles("every sound release", () => {
  // Listed when tests are collected, which is also done where they are skipped
  const ids = existsSync(CMS_FOLDER) ? jobsOf({ from: CMS_FOLDER, allReleases: true }).ids() : ["none"];

  it.each(ids)("%s builds unregistered", async (id) => {
    const options = { chooseCodes: () => [], required: [], allowChanged: true, without: WITHOUT[id] };
    const { book, problems, report } = await buildRelease(
      unregistered(registeredRelease(id)),
      listDownloads(CMS_FOLDER),
      options,
    );
    expect(problems.map(({ code, place, message }) => `${code}:${place.key} ${message}`)).toEqual([]);
    // As in January, when no other release of the year is registered
    expect(acrossYears(book).map(({ message }) => message)).toEqual([]);
    const [continuity] = report.results.filter((result) => result.id === "cross.continuity");
    expect(continuity?.checked).toBeGreaterThan(5);
  });
});
