import { Command } from "commander";
import { releasesAmong } from "../pipelines/inputs/discover.ts";
import { type Download, listDownloads } from "../pipelines/inputs/downloads.ts";
import { locateInputs } from "../pipelines/inputs/locate.ts";
import { registeredReleases } from "../pipelines/inputs/registered-releases.ts";
import { registeredEntries, registeredRelease, releaseName } from "../pipelines/inputs/registry.ts";
import { Problems } from "../pipelines/problems/problems.ts";
import { profileOf } from "../pipelines/schedules/continuity/profile.ts";
import { readTables } from "../pipelines/schedules/read-tables.ts";
import { profilePath, profilesOf } from "../pipelines/sources/profiles.ts";
import type { Profile } from "../schemas/source/profile.ts";
import { Family } from "../schemas/source/release.ts";
import { writeSource } from "../scripts/out/source-files.ts";
import { measureAll } from "./profiles/measure-pairs.ts";

const NOTE =
  "How far tables of neighbouring publications of CMS's are apart, and how far one that nobody has registered may be. Written by npm run profiles: seen is the largest that CMS's own files show, most is twice that or the floor of tools/profiles/margins.ts; in ten-thousandths, hole and block in rows";

/** What the registered publications of one release look like. */
async function profilesIn(id: string, downloads: readonly Download[]): Promise<Profile[]> {
  const problems = new Problems();
  const release = registeredRelease(id);
  const inputs = await locateInputs(release, downloads, { allowUnpinned: false }, problems);
  const files = Object.values(await readTables(inputs, problems));
  problems.refuse();
  return registeredEntries(releaseName(id)).flatMap(({ entry }) => {
    const publication = release.publications.find(({ family }) => family === entry.family);
    return publication === undefined ? [] : (profileOf(entry.id, publication, files) ?? []);
  });
}

/** Writes what every registered publication of a folder looks like; a test proves that it is. */
async function profiles(from: string): Promise<void> {
  const downloads = listDownloads(from);
  const named = new Set(releasesAmong(downloads));
  for (const id of registeredReleases().filter((each) => named.has(each))) {
    for (const profile of await profilesIn(id, downloads))
      writeSource(profilePath(profile.family, profile.id), profile);
  }
  writeSource("parameters/continuity.json", { note: NOTE, bounds: measureAll(Family.options.map(profilesOf)) });
}

const program = new Command("profiles")
  .description("write what the registered publications of a folder of CMS downloads look like into sources/profiles")
  .requiredOption("--from <folder>", "folder of CMS downloads")
  .parse();
await profiles(program.opts<{ from: string }>().from);
