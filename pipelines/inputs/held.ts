import type { Revision } from "../../schemas/source/publication.ts";
import type { FileEntry, Role } from "../../schemas/source/release.ts";
import type { Window } from "../../schemas/text.ts";
import { entryOfDay, replacedBy } from "../sources/calendar.ts";
import { preferStandIn } from "./available.ts";
import { releasesAmong } from "./discover.ts";
import type { Download } from "./downloads.ts";
import { registeredReleases } from "./registered-releases.ts";
import { isRegistered, registeredRelease, releaseName, windowOf } from "./registry.ts";

/** One table of a posting, and whether its bytes are there. */
export interface TableHeld {
  readonly role: Role;
  /** Name of CMS's archive, or of the file where it came in none. */
  readonly file: string;
  /**
   * "hash-only" is not there either, and no file was read: only its hash was ever recorded. So is what somebody
   * edited or made, which no download from CMS brings.
   */
  readonly state: "held" | "missing" | "hash-only";
}

type Posting = Pick<Revision, "origin" | "archive" | "files">;

function stateOf(entries: readonly FileEntry[], posting: Posting, hashes: ReadonlySet<string>): TableHeld["state"] {
  const { archive, origin } = posting;
  const inArchive = archive !== undefined && entries.some(({ beside }) => beside !== true);
  if (entries.some((each) => hashes.has(each.sha256)) || (inArchive && hashes.has(archive.sha256))) return "held";
  const canCome = inArchive && archive.bytes !== null;
  const ofCms = entries.some((each) => each.bytes !== null && (each.origin ?? origin) === "cms");
  return canCome || ofCms ? "missing" : "hash-only";
}

/**
 * The tables of a posting, each once: one format of a table is enough.
 *
 * @param hashes of everything that is there
 */
export function tablesHeld(posting: Posting, hashes: ReadonlySet<string>): TableHeld[] {
  const roles = new Set(posting.files.map(({ role }) => role));
  return [...roles].map((role) => {
    const entries = posting.files.filter((file) => file.role === role);
    const [first] = entries as [FileEntry];
    const file =
      posting.archive === undefined || first.beside === true ? (first.copy ?? first.name) : posting.archive.name;
    return { role, file, state: stateOf(entries, posting, hashes) };
  });
}

/** A table of a release that is not there. */
export interface LackedTable extends TableHeld {
  /** Label of its publication: "Addendum B 2025Q1". */
  readonly publication: string;
}

/** A release, whether the registry knows it, and which of its tables are there. */
export interface HeldRelease {
  readonly release: string;
  readonly window: Window;
  readonly registered: boolean;
  /** How many tables are registered, and how many of them are there; 0 for a release that is not registered. */
  readonly tables: number;
  readonly held: number;
  /** Tables that are not there. */
  readonly lacks: readonly LackedTable[];
  /** Release that replaced it for the same days; null for most. */
  readonly supersededBy: string | null;
  readonly inForce: boolean;
}

/** Hashes of everything that is there. */
export function hashesOf(downloads: readonly Download[]): ReadonlySet<string> {
  return new Set(downloads.flatMap((each) => each.sha256 ?? []));
}

function tablesOf(id: string, downloads: readonly Download[], hashes: ReadonlySet<string>): LackedTable[] {
  if (!isRegistered(id)) return [];
  const { publications } = registeredRelease(id, preferStandIn(downloads));
  return publications.flatMap((each) =>
    tablesHeld(each, hashes).map((table) => ({ publication: each.label, ...table })),
  );
}

/**
 * Every release that the registry knows, that downloads are named for, that was built, or that is in force on the day;
 * by name.
 *
 * @param downloads with their hashes
 * @param built names of built releases
 * @param day ISO day of service
 */
export function heldReleases(downloads: readonly Download[], built: readonly string[], day: string): HeldRelease[] {
  const hashes = hashesOf(downloads);
  const inForce = entryOfDay(day)?.release;
  const ids = new Set([
    ...registeredReleases(),
    ...releasesAmong(downloads),
    ...built,
    ...(inForce === undefined ? [] : [inForce]),
  ]);
  return [...ids].sort().map((release) => {
    const tables = tablesOf(release, downloads, hashes);
    const lacks = tables.filter(({ state }) => state !== "held");
    return {
      release,
      window: windowOf(releaseName(release)),
      registered: isRegistered(release),
      tables: tables.length,
      held: tables.length - lacks.length,
      lacks,
      supersededBy: replacedBy(release)?.release ?? null,
      inForce: release === inForce,
    };
  });
}
