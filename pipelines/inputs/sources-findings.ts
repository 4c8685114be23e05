import type { PublicationEntry, Revision } from "../../schemas/source/publication.ts";
import { Family, type FileEntry } from "../../schemas/source/release.ts";
import { baseName } from "../problems/file-name.ts";
import { calendar } from "../sources/calendar.ts";
import { profilePath } from "../sources/profiles.ts";
import { publicationEntries, publicationIds, publicationPath } from "../sources/publications.ts";
import { namesIn } from "../sources/read-source.ts";
import { type Download, isArchive } from "./downloads.ts";
import { hashesOf, tablesHeld } from "./held.ts";
import { type NamedPublication, nameOf } from "./name-of-download.ts";
import { pinsOf } from "./pins.ts";
import { mayHaveTables, rolesFor } from "./roles.ts";

/** What `ratebook sources doctor` can find. All but "hash-only" are for somebody to put right. */
export const FINDING_KINDS = ["changed", "unpinned", "orphaned", "missing", "hash-only"] as const;

/** Something that is not as it should be with downloads, the store or the registry. */
export interface SourcesFinding {
  readonly kind: (typeof FINDING_KINDS)[number];
  /** What it is about: a publication, a file, a record. */
  readonly what: string;
  readonly seen: string;
  /** What to do. */
  readonly cure: string;
}

/** A made file stands in for CMS's, or is all that is known; a file of CMS's may still be at its address. */
function cureOf(kind: SourcesFinding["kind"], { origin, url }: Revision, page: string): string {
  if (kind === "missing") return `Download it from ${url ?? page}`;
  if (origin !== "cms") return "Bring the file if you have it: somebody edited or made it, and CMS does not have it";
  return `Download it from ${url ?? page}; its bytes count when they have the recorded hash`;
}

function missingOf(entry: PublicationEntry, hashes: ReadonlySet<string>): SourcesFinding[] {
  return entry.revisions.flatMap((revision, index) => {
    const tables = tablesHeld(revision, hashes);
    const number = entry.revisions.length > 1 ? `, revision ${index + 1}` : "";
    return (["missing", "hash-only"] as const).flatMap((kind) => {
      const lacked = tables.filter(({ state }) => state === kind);
      if (lacked.length === 0) return [];
      const files = [...new Set(lacked.map(({ file }) => file))].join(", ");
      const seen = `not there: ${lacked.map(({ role }) => role).join(", ")} (${files})`;
      const cure = cureOf(kind, revision, entry.page);
      return { kind, what: `${entry.label}${number}`, seen, cure };
    });
  });
}

/** Pinned files and archives of which the bytes are not there. */
export function missingFindings(downloads: readonly Download[]): SourcesFinding[] {
  const hashes = hashesOf(downloads);
  return Family.options.flatMap((family) => publicationEntries(family).flatMap((entry) => missingOf(entry, hashes)));
}

type Pinned = Pick<FileEntry, "name" | "copy" | "sha256">;

/** What is registered, and all that it pins. */
interface Known {
  readonly entry: PublicationEntry;
  readonly pins: readonly Pinned[];
}

function allKnown(): Known[] {
  return Family.options.flatMap((family) =>
    publicationEntries(family).map((entry) => ({
      entry,
      pins: entry.revisions.flatMap((each) => pinsOf<Pinned>(each)),
    })),
  );
}

/** Whether a path ends like that of a renamed copy, or has CMS's name. */
function hasNameOf(path: string, { name, copy }: Pinned): boolean {
  return copy === undefined ? baseName(path) === baseName(name) : `/${path}`.endsWith(`/${copy}`);
}

/** The publication of which a download has a registered name, and does not say that it is of another one. */
function registeredAs({ path }: Download, named: readonly NamedPublication[], known: readonly Known[]) {
  const fits = ({ entry, pins }: Known): boolean => {
    const isOwn = named.some(({ family, id }) => family === entry.family && id === entry.id);
    return (isOwn || named.length === 0) && pins.some((pin) => hasNameOf(path, pin));
  };
  return known.find(fits)?.entry;
}

/** Whether a download can be a table of a publication, or an archive with some. */
function canBeTable(download: Download, named: readonly NamedPublication[]): boolean {
  if (isArchive(download) || named.some(({ family }) => mayHaveTables(download.path, family))) return true;
  return Family.options.some((family) => rolesFor(download.path, family).length > 0);
}

function registerCommand(release: string | undefined, family: Family): string {
  return `ratebook register --release ${release ?? "<release>"} --family ${family} --from <folder>`;
}

function unpinnedFinding(download: Download, known: readonly Known[]): SourcesFinding[] {
  const { path } = download;
  const named = nameOf(path);
  const [first] = named;
  if (!canBeTable(download, named)) return [];
  const entry = registeredAs(download, named, known);
  if (entry !== undefined) {
    const seen = `it has the name of a file of ${entry.label}, and other bytes than any that is registered`;
    const cure = `Compare it with CMS's page. If CMS posted it again: ${registerCommand(first?.release, entry.family)}`;
    return [{ kind: "changed", what: path, seen, cure: `${cure}. Else download it again` }];
  }
  if (first === undefined) return [];
  const isKnown = known.some((each) => each.entry.family === first.family && each.entry.id === first.id);
  const seen = `it is named for ${first.id}, which is ${isKnown ? "registered without it" : "not registered"}`;
  const register = registerCommand(first.release, first.family);
  return [{ kind: "unpinned", what: path, seen, cure: `Register it: ${register}. Or take it away` }];
}

/** Downloads that are no registered bytes, and are named for a publication or like a registered file. */
export function unpinnedFindings(downloads: readonly Download[]): SourcesFinding[] {
  const known = allKnown();
  const pinned = new Set(known.flatMap(({ pins }) => pins.map(({ sha256 }) => sha256)));
  const isPinned = ({ sha256 }: Download): boolean => sha256 === undefined || pinned.has(sha256);
  // An archive with archives in it: those are looked at instead
  const wrappers = new Set(downloads.flatMap(({ inside }) => inside ?? []));
  const others = downloads.filter((each) => !isPinned(each) && !wrappers.has(each.path));
  return others.flatMap((each) => unpinnedFinding(each, known));
}

function orphanedProfiles(family: Family): SourcesFinding[] {
  const ids = namesIn(`profiles/${family}/`, (name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
  const known = new Set(publicationIds(family));
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      kind: "orphaned",
      what: profilePath(family, id),
      seen: `a profile without a publication: ${publicationPath(family, id)} is not there`,
      cure: "Restore the publication, or delete the profile",
    }));
}

/** What the registry says of things that it does not have. */
export function registryFindings(): SourcesFinding[] {
  const { releases } = calendar();
  const known = new Set(releases.map(({ release }) => release));
  const loose = releases.filter(({ supersedes }) => supersedes !== undefined && !known.has(supersedes));
  const entries = loose.map(
    ({ release, supersedes }): SourcesFinding => ({
      kind: "orphaned",
      what: `calendar.json, ${release}`,
      seen: `it supersedes ${supersedes}, which the calendar does not have`,
      cure: "Correct the name, or add the release",
    }),
  );
  return [...Family.options.flatMap(orphanedProfiles), ...entries];
}
