import { standingOf, withoutRevisions } from "../../sources/calendar.ts";
import type { Reading } from "./point.ts";

/** The position of a release among those of the same first day, the most important first. */
interface Rank {
  readonly isReplaced: boolean;
  readonly name: string;
  readonly posting: number;
}

function rankOf({ about, manifest }: Reading): Rank {
  const name = withoutRevisions(about.release);
  const { neverInForce, supersededBy } = standingOf(name);
  // Revisions of one release differ in one publication, or in several that were each posted again
  const posting = manifest.publications.reduce((sum, { revision }) => sum + revision.number, 0);
  return { isReplaced: neverInForce || supersededBy !== null, name, posting };
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** By first day of service; of those with the same, replaced releases first, and revisions in CMS's order. */
export function byDay(left: Reading, right: Reading): number {
  const [one, other] = [rankOf(left), rankOf(right)];
  return (
    byText(left.about.window.from, right.about.window.from) ||
    Number(other.isReplaced) - Number(one.isReplaced) ||
    byText(one.name, other.name) ||
    one.posting - other.posting ||
    byText(left.about.release, right.about.release)
  );
}

/** Releases in force before the days of another one, in order: another revision of it is not included. */
export function inForceBefore({ about }: Reading, readings: readonly Reading[]): Reading[] {
  return readings.filter(({ about: own }) => own.standing === "in-force" && own.window.from < about.window.from);
}
