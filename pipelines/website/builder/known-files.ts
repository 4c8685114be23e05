import type { PublicationEntry } from "../../../schemas/source/publication.ts";
import { Family, type FileEntry } from "../../../schemas/source/release.ts";
import { pinsOf } from "../../inputs/pins.ts";
import { releaseOfQuarter } from "../../inputs/release-id.ts";
import { MAIN_ROLES } from "../../inputs/roles.ts";
import { publicationEntries } from "../../sources/publications.ts";

type Pin = Pick<FileEntry, "sha256">;

/** A file that the registry pins. */
interface KnownFile {
  /** "ASC wage index 2025". */
  readonly label: string;
  /** Releases that it has a main table of. */
  readonly releases: ReadonlySet<string>;
}

/** The release of a relative value archive or of a quarter's publication; none for what only adds to releases. */
function releaseOf({ family, id }: PublicationEntry): string[] {
  if (family === "pfs") return [`20${id.slice(3)}`];
  return family === "opps" || family === "asc" ? [releaseOfQuarter(id)] : [];
}

function hasMainTable(pin: Pin, { archive, files }: PublicationEntry["revisions"][number]): boolean {
  return pin === archive || files.some((file) => file === pin && MAIN_ROLES.has(file.role));
}

function* filesOfEntry(entry: PublicationEntry): Generator<[sha256: string, label: string, releases: string[]]> {
  for (const revision of entry.revisions)
    for (const pin of pinsOf<Pin>(revision))
      yield [pin.sha256, entry.label, hasMainTable(pin, revision) ? releaseOf(entry) : []];
}

/** Every file that the registry pins, by its hash. */
export function knownFiles(): ReadonlyMap<string, KnownFile> {
  const known = new Map<string, KnownFile>();
  for (const entry of Family.options.flatMap(publicationEntries))
    for (const [hash, label, releases] of filesOfEntry(entry)) {
      const before = known.get(hash);
      known.set(hash, { label: before?.label ?? label, releases: new Set([...(before?.releases ?? []), ...releases]) });
    }
  return known;
}
