import { Command } from "commander";
import { listDownloads } from "../pipelines/inputs/downloads.ts";
import { profilePath, profilesOf } from "../pipelines/sources/profiles.ts";
import { Family } from "../schemas/source/release.ts";
import { writeSource } from "../scripts/out/source-files.ts";
import { allProfiles } from "./profiles/all-profiles.ts";
import { measureAll } from "./profiles/measure-pairs.ts";

const NOTE =
  "How far tables of neighbouring publications of CMS's are apart, and how far one that nobody has registered may be. Written by npm run profiles: seen is the largest that CMS's own files show, most is twice that or the floor of tools/profiles/margins.ts; in ten-thousandths, hole and block in rows";

/** Writes what every registered publication of a folder looks like, and how far they are apart; a test proves both. */
async function profiles(from: string): Promise<void> {
  for (const profile of await allProfiles(listDownloads(from)))
    writeSource(profilePath(profile.family, profile.id), profile);
  writeSource("parameters/continuity.json", { note: NOTE, bounds: measureAll(Family.options.map(profilesOf)) });
}

const program = new Command("profiles")
  .description("write what the registered publications of a folder of CMS downloads look like into sources/profiles")
  .requiredOption("--from <folder>", "folder of CMS downloads")
  .parse();
await profiles(program.opts<{ from: string }>().from);
