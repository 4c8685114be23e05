import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { releasesAmong } from "../pipelines/inputs/discover.ts";
import { listDownloads } from "../pipelines/inputs/downloads.ts";
import { locateInputs } from "../pipelines/inputs/locate.ts";
import { registeredReleases } from "../pipelines/inputs/registered-releases.ts";
import { registeredRelease } from "../pipelines/inputs/registry.ts";
import { Problems } from "../pipelines/problems/problems.ts";
import { readRelease } from "../pipelines/schedules/read-release.ts";

import { releaseCells, withReleases } from "./release-table.ts";

/** Brings the README's table of releases up to date with a folder of CMS downloads; a test proves that it is. */
async function readme(from: string): Promise<void> {
  const downloads = listDownloads(from);
  const rows: string[][] = [];
  const named = new Set(releasesAmong(downloads));
  for (const id of registeredReleases().filter((each) => named.has(each))) {
    const problems = new Problems();
    const release = registeredRelease(id);
    const inputs = await locateInputs(release, downloads, { allowUnpinned: false }, problems);
    rows.push(releaseCells(await readRelease(release, inputs, problems)));
    problems.refuse();
  }
  const path = new URL("../README.md", import.meta.url);
  writeFileSync(path, withReleases(readFileSync(path, "utf8"), rows));
}

const program = new Command("readme")
  .description("write the README's table of releases from a folder of CMS downloads")
  .requiredOption("--from <folder>", "folder of CMS downloads")
  .parse();
await readme(program.opts<{ from: string }>().from);
