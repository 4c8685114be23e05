import { Command } from "commander";
import { listDownloads } from "../pipelines/inputs/downloads.ts";
import { profilePath, profilesOf } from "../pipelines/sources/profiles.ts";
import { Family } from "../schemas/source/release.ts";
import { writeSource } from "../scripts/out/source-files.ts";
import { allProfiles } from "./profiles/all-profiles.ts";
import { measureAll } from "./profiles/measure-pairs.ts";

const NOTE =
  "Differences between tables of neighbouring publications of CMS, and the limits for an unregistered one. Written by npm run profiles: `seen` is the largest in CMS's own files, `most` is twice that or the floor in tools/profiles/margins.ts; in ten-thousandths, drift of a doubling, hole and block in rows";

/** Writes the profile of every registered publication in a folder, and the bounds between them. A test proves both. */
async function profiles(from: string): Promise<void> {
  for (const profile of await allProfiles(listDownloads(from)))
    writeSource(profilePath(profile.family, profile.id), profile);
  writeSource("parameters/continuity.json", { note: NOTE, bounds: measureAll(Family.options.map(profilesOf)) });
}

const program = new Command("profiles")
  .description("write profiles of the registered publications in a folder of CMS downloads to sources/profiles")
  .requiredOption("--from <folder>", "folder of CMS downloads")
  .parse();
await profiles(program.opts<{ from: string }>().from);
