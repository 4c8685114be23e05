import { registeredAmong } from "../../pipelines/inputs/discover.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { ownEntry, registeredEntries, registeredRelease, releaseName } from "../../pipelines/inputs/registry.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { profileOf } from "../../pipelines/schedules/continuity/profile.ts";
import { readTables } from "../../pipelines/schedules/read-tables.ts";
import type { Profile } from "../../schemas/source/profile.ts";
import { OnRequest } from "../../schemas/source/release.ts";

/** Profiles of the registered publications of one release. */
async function profilesIn(id: string, downloads: readonly Download[]): Promise<Profile[]> {
  const problems = new Problems();
  const name = releaseName(id);
  const asked = OnRequest.options.filter((family) => ownEntry(name, family) !== undefined);
  const release = registeredRelease(id, undefined, asked);
  const inputs = await locateInputs(release, downloads, { allowChanged: false }, problems);
  const { tables, unreadableBecause } = await readTables(inputs, problems);
  problems.add(...unreadableBecause);
  problems.refuse();
  return registeredEntries(name, asked).flatMap(({ entry }) => {
    const publication = release.publications.find(({ family }) => family === entry.family);
    return publication === undefined ? [] : (profileOf(entry.id, publication, Object.values(tables)) ?? []);
  });
}

/** Profiles of all registered publications of a folder, each once. */
export async function allProfiles(downloads: readonly Download[]): Promise<Profile[]> {
  const byLabel = new Map<string, Profile>();
  for (const id of registeredAmong(downloads)) {
    for (const profile of await profilesIn(id, downloads)) byLabel.set(profile.label, profile);
  }
  return [...byLabel.values()];
}
