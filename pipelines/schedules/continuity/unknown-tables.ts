import type { Profile } from "../../../schemas/source/profile.ts";
import type { Family } from "../../../schemas/source/release.ts";
import { profilesOf } from "../../sources/profiles.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { type ReleaseBook, sourceFiles } from "../book.ts";
import { compareLooks } from "./compare.ts";
import type { BesideNeighbour } from "./judge.ts";
import { looksOf, type TableLooks } from "./looks.ts";
import { isBefore, neighboursOf, yearsBetween } from "./neighbour.ts";
import { unpackTable } from "./packed.ts";

/** The profiles of a family's registered publications. */
export type Profiles = (family: Family) => readonly Profile[];

export const registeredProfiles: Profiles = profilesOf;

/** An unregistered table, its looks, and its neighbour when one is known. */
export interface UnknownTable {
  readonly file: SourceFile<unknown>;
  readonly looks: TableLooks;
  readonly beside: BesideNeighbour | undefined;
}

/** A registered file is verified by its hash, and an excerpt is not a whole table. */
function isUnknown({ publication, changed, entry, table }: SourceFile<unknown>): boolean {
  return table.rowNumbers.length > 0 && entry.excerptOf === undefined && (changed || !publication.registered);
}

function besideNeighbour(
  { publication, id: role }: SourceFile<unknown>,
  looks: TableLooks,
  profiles: readonly Profile[],
): BesideNeighbour | undefined {
  const [nearest] = neighboursOf(publication, role, profiles);
  if (nearest === undefined) return undefined;
  const { profile, table } = nearest;
  const other = unpackTable(table);
  const neighbourFirst = isBefore(profile, publication);
  const change = neighbourFirst ? compareLooks(other, looks) : compareLooks(looks, other);
  return { role, neighbour: profile.label, years: yearsBetween(publication, profile), neighbourFirst, change };
}

/** A check needs them, and then the manifest. */
const compared = new WeakMap<ReleaseBook, { readonly profiles: Profiles; readonly tables: readonly UnknownTable[] }>();

/** The unregistered tables of a whole release, each beside its nearest registered one. */
export function unknownTables(book: ReleaseBook, profiles: Profiles): readonly UnknownTable[] {
  if (book.release.coverage === "excerpt") return [];
  const known = compared.get(book);
  if (known?.profiles === profiles) return known.tables;
  const tables = sourceFiles(book)
    .filter(isUnknown)
    .map((file) => {
      const looks = looksOf(file);
      return { file, looks, beside: besideNeighbour(file, looks, profiles(file.publication.family)) };
    });
  compared.set(book, { profiles, tables });
  return tables;
}
