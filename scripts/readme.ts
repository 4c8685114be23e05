import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { listDownloads } from "../pipelines/inputs/downloads.ts";
import { locateInputs } from "../pipelines/inputs/locate.ts";
import { registeredRelease, registeredReleases } from "../pipelines/inputs/registry.ts";
import { readRelease } from "../pipelines/read-release.ts";
import { refuse } from "../pipelines/shared/problems.ts";
import type { Problem } from "../schemas/place.ts";
import { releaseTable, withReleaseTable } from "./lib/release-table.ts";

/** Writes the README's table of releases from a folder of CMS downloads; a test proves that it is current. */
async function readme(from: string): Promise<void> {
  const downloads = listDownloads(from);
  const books = [];
  for (const id of registeredReleases()) {
    const problems: Problem[] = [];
    const release = registeredRelease(id);
    const inputs = await locateInputs(release, downloads, { allowUnpinned: false }, problems);
    books.push(await readRelease(release, inputs, problems));
    refuse(problems);
  }
  const path = new URL("../README.md", import.meta.url);
  writeFileSync(path, withReleaseTable(readFileSync(path, "utf8"), releaseTable(books)));
}

const program = new Command("readme")
  .description("write the README's table of releases from a folder of CMS downloads")
  .requiredOption("--from <folder>", "folder of CMS downloads")
  .parse();
await readme(program.opts<{ from: string }>().from);
