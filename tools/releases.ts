import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { preferStandIn } from "../pipelines/inputs/available.ts";
import { registeredAmong } from "../pipelines/inputs/discover.ts";
import { listDownloads } from "../pipelines/inputs/downloads.ts";
import { locateInputs } from "../pipelines/inputs/locate.ts";
import { registeredRelease } from "../pipelines/inputs/registry.ts";
import { Problems } from "../pipelines/problems/problems.ts";
import { readRelease } from "../pipelines/schedules/read-release.ts";
import { collectReleases } from "../scripts/program/option-values.ts";
import { releaseCells, rowsOfBook, withReleases } from "../scripts/refresh/release-table.ts";

interface Arguments {
  readonly from: string;
  readonly release?: readonly string[];
}

/** Updates the table in `docs/releases.md` from a folder of CMS downloads. A test proves that it is current. */
async function writeTable({ from, release: named }: Arguments): Promise<void> {
  const downloads = listDownloads(from);
  const rows: string[][] = [];
  for (const id of named ?? registeredAmong(downloads)) {
    const problems = new Problems();
    const release = registeredRelease(id, preferStandIn(downloads));
    const inputs = await locateInputs(release, downloads, { allowChanged: false }, problems);
    rows.push(releaseCells(release, rowsOfBook(await readRelease(release, inputs, problems))));
    problems.refuse();
  }
  const path = new URL("../docs/releases.md", import.meta.url);
  writeFileSync(path, withReleases(readFileSync(path, "utf8"), rows));
}

const program = new Command("releases")
  .description("write the table of releases in docs/releases.md from a folder of CMS downloads")
  .requiredOption("--from <folder>", "folder of CMS downloads")
  .option("--release <id>", "release to add (default: all with files in the folder); may be repeated", collectReleases)
  .parse();
await writeTable(program.opts<Arguments>());
