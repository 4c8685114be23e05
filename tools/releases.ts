import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { openFolder } from "../pipelines/documents/release-folder.ts";
import { preferStandIn } from "../pipelines/inputs/available.ts";
import { registeredAmong } from "../pipelines/inputs/discover.ts";
import { type Download, listDownloads } from "../pipelines/inputs/downloads.ts";
import { locateInputs } from "../pipelines/inputs/locate.ts";
import { registeredRelease } from "../pipelines/inputs/registry.ts";
import { Problems } from "../pipelines/problems/problems.ts";
import { readRelease } from "../pipelines/schedules/read-release.ts";
import type { Release } from "../schemas/source/release.ts";
import { collectReleases } from "../scripts/program/option-values.ts";
import { releaseCells, rowsOfBook, rowsOfManifest, withReleases } from "./release-table.ts";

interface Arguments {
  readonly from: string;
  readonly built?: string;
  readonly release?: readonly string[];
}

/** Rows of a release that is read now. */
async function read(release: Release, downloads: readonly Download[]): Promise<ReturnType<typeof rowsOfBook>> {
  const problems = new Problems();
  const inputs = await locateInputs(release, downloads, { allowChanged: false }, problems);
  const book = await readRelease(release, inputs, problems);
  problems.refuse();
  return rowsOfBook(book);
}

/** Updates the table in `docs/releases.md` from a folder of CMS downloads. A test proves that it is current. */
async function writeTable({ from, built, release: named }: Arguments): Promise<void> {
  const downloads = listDownloads(from);
  const rows: string[][] = [];
  for (const id of named ?? registeredAmong(downloads)) {
    const release = registeredRelease(id, preferStandIn(downloads));
    const rowsOf =
      built === undefined ? await read(release, downloads) : rowsOfManifest(openFolder(join(built, id)).manifest);
    rows.push(releaseCells(release, rowsOf));
  }
  const path = new URL("../docs/releases.md", import.meta.url);
  writeFileSync(path, withReleases(readFileSync(path, "utf8"), rows));
}

const program = new Command("releases")
  .description("write the table of releases in docs/releases.md from a folder of CMS downloads")
  .requiredOption("--from <folder>", "folder of CMS downloads")
  .option("--built <folder>", "folder with these releases as they were built from it: they are not read again")
  .option("--release <id>", "release to add (default: all with files in the folder); may be repeated", collectReleases)
  .parse();
await writeTable(program.opts<Arguments>());
