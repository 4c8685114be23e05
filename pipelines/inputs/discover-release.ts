import type { PublicationEntry } from "../../schemas/source/publication.ts";
import type { Family, FileEntry, OnRequest, Role } from "../../schemas/source/release.ts";
import { isEntryAvailable, preferStandIn } from "./available.ts";
import { discoverFamily } from "./discover.ts";
import type { Download } from "./downloads.ts";
import { pinsOf } from "./pins.ts";
import { familiesWith, type KnownEntry, lookedForAs, ownEntry, releaseName } from "./registry.ts";
import type { ReleaseName } from "./release-id.ts";
import { MAIN_ROLES, ROLES_OF } from "./roles.ts";

/** Names of a publication's archives and files. */
function namesOf({ revisions }: PublicationEntry): string[] {
  return revisions.flatMap((each) => pinsOf<Pick<FileEntry, "name">>(each)).map(({ name }) => name);
}

/** Whether a file has the name of a registered one. Its bytes are others: it would have been found by its hash. */
function hasChanged(found: PublicationEntry, registered: KnownEntry | undefined): boolean {
  const known = registered === undefined ? [] : namesOf(registered.entry);
  return namesOf(found).some((name) => known.includes(name));
}

/** Says that the registry knows the publication by other bytes, where it does. */
function withKnownOther(entry: PublicationEntry, registered: KnownEntry | undefined): PublicationEntry {
  if (registered === undefined) return entry;
  const note = `The registry knows ${entry.label} by other bytes, none of which is among the downloads`;
  const revisions = entry.revisions.map((each) => ({ ...each, originNote: `${each.originNote ?? ""}. ${note}` }));
  return { ...entry, revisions };
}

/** How to look for publications that are not registered. */
export interface DiscoverOptions {
  /** Parts of paths that settle which of several files is meant. */
  readonly picks?: readonly string[] | undefined;
  /** Take files with the names of registered ones and other bytes. */
  readonly allowChanged?: boolean | undefined;
  /** Families beside the usual ones. */
  readonly asked?: readonly OnRequest[] | undefined;
}

/** The publication of one family as it is among the downloads, or else as it is registered. */
async function entryAmong(
  name: ReleaseName,
  family: Family,
  downloads: readonly Download[],
  { picks = [], allowChanged = false }: DiscoverOptions,
): Promise<KnownEntry | undefined> {
  const registered = lookedForAs(name, family).map((each) => ({ each, known: ownEntry(each, family) }));
  for (const { each, known } of registered) {
    if (known !== undefined && isEntryAvailable(known.entry, downloads))
      return { ...known, entry: preferStandIn(downloads)(known.entry) };
    const found = await discoverFamily(each, family, downloads, picks);
    if (found !== undefined && (allowChanged || !hasChanged(found, known)))
      return { entry: withKnownOther(found, known), registered: false };
  }
  return registered.find(({ known }) => known !== undefined)?.known;
}

/** The addenda of a rule, none of which is registered. Wage indices and ZIP codes of a rule have no layout of their own. */
async function entriesOfRule(
  name: ReleaseName,
  families: readonly Family[],
  downloads: readonly Download[],
  { picks = [] }: DiscoverOptions,
): Promise<KnownEntry[]> {
  const entries: KnownEntry[] = [];
  for (const family of families.filter((each) => MAIN_ROLES.has(ROLES_OF[each][0] as Role))) {
    const entry = await discoverFamily(name, family, downloads, picks);
    if (entry !== undefined) entries.push({ entry, registered: false });
  }
  return entries;
}

/**
 * The publications of a release among the downloads: registered ones by the registry, the others by the names of their
 * files, folders and archives. A name proves nothing: headings and banners must still name the right table, year and
 * quarter, and the build records what is not registered.
 *
 * @param id release, such as 2021A
 * @throws InputFault when several files could be the same publication
 */
export async function discoverEntries(
  id: string,
  downloads: readonly Download[],
  options: DiscoverOptions = {},
): Promise<KnownEntry[]> {
  const name = releaseName(id);
  const families = familiesWith(options.asked ?? []);
  if (name.preview !== undefined) return await entriesOfRule(name, families, downloads, options);
  const entries: KnownEntry[] = [];
  for (const family of families) {
    const entry = await entryAmong(name, family, downloads, options);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}
