import type { Profile, ProfileTable } from "../../../schemas/source/profile.ts";
import type { Publication, Role } from "../../../schemas/source/release.ts";

/** A publication's label and days. */
type Dated = Pick<Publication, "label" | "window">;

/** A table of another publication. */
export interface NeighbourTable {
  readonly profile: Profile;
  readonly table: ProfileTable;
}

function yearOf({ window }: Pick<Dated, "window">): number {
  return Number(window.from.slice(0, 4));
}

function monthsOf(dated: Pick<Dated, "window">): number {
  return yearOf(dated) * 12 + Number(dated.window.from.slice(5, 7));
}

/** The years between two publications: 0 within a year. */
export function yearsBetween(one: Pick<Dated, "window">, other: Pick<Dated, "window">): number {
  return Math.abs(yearOf(one) - yearOf(other));
}

/** Whether a publication is for earlier days than another; of two for the same day, the one with the lesser label. */
export function isBefore(one: Dated, other: Dated): boolean {
  if (one.window.from !== other.window.from) return one.window.from < other.window.from;
  return one.label < other.label;
}

/**
 * The same kind of table in other publications, never in the publication itself: of its year first, then the nearest.
 */
export function neighboursOf(own: Dated, role: Role, profiles: readonly Profile[]): NeighbourTable[] {
  const distance = ({ profile }: NeighbourTable): number => {
    const sameYear = yearsBetween(own, profile) === 0 ? 0 : 1;
    return sameYear * 100_000 + Math.abs(monthsOf(own) - monthsOf(profile));
  };
  return profiles
    .filter(({ label }) => label !== own.label)
    .flatMap((profile) => profile.tables.filter((table) => table.role === role).map((table) => ({ profile, table })))
    .sort((left, right) => distance(left) - distance(right) || (left.profile.id < right.profile.id ? -1 : 1));
}
