import { byFirstDay, type IndexedRelease, notBuilt as nothingBuilt } from "../../documents/release-index.ts";
import { releaseInForce } from "../../inputs/in-force.ts";
import { registeredReleases } from "../../inputs/registered-releases.ts";
import { parseReleaseName } from "../../inputs/release-id.ts";
import { didYouMean, nameList } from "../../problems/nearest.ts";
import { fault } from "../../problems/problems.ts";
import { calendarEntry, isPreview, replacedBy, withoutRevisions } from "../../sources/calendar.ts";

/** Which release is meant: the one in force on a day, one by name, or the latest that was built. */
export interface WantedRelease {
  readonly on?: string | undefined;
  readonly release?: string | undefined;
}

/** The release whose rates are read. */
export interface ChosenRelease {
  readonly built: IndexedRelease;
  readonly day: string | null;
  /** Release that CMS replaced it by for the same days, for a release that was requested by name. */
  readonly replacedBy: string | null;
}

/** Whether CMS has posted such a release, so that its name is not a typing error. */
function isPosted(name: string): boolean {
  const base = withoutRevisions(name);
  return calendarEntry(base) !== undefined || registeredReleases().includes(base);
}

function cureOf(wanted: string, out: string): string {
  if (parseReleaseName(wanted) === undefined) return "Correct the name: `ratebook releases` lists what CMS has posted";
  if (isPreview(wanted))
    return "A preview of a rule is no answer: compare it with a release, by `ratebook diff` or `ratebook review`";
  const flag = registeredReleases().includes(withoutRevisions(wanted)) ? "" : " --allow-unregistered";
  const command = `ratebook build --from FOLDER --release ${wanted}${flag} --out ${out}`;
  return `Build it: ${command}. Another release's rates would be wrong for these days`;
}

function notBuilt(wanted: string, why: string, built: readonly IndexedRelease[], out: string): Error {
  const names = built.map((each) => each.release);
  const near = isPosted(wanted) ? "" : didYouMean(wanted, names);
  const message = `${why}, but it is not built there; built: ${nameList(names)}${near}`;
  return fault("release.not-built", { file: out }, message, cureOf(wanted, out));
}

function inForceOn(day: string, built: readonly IndexedRelease[], out: string): ChosenRelease {
  const { release, window } = releaseInForce(day);
  const found = built.find((each) => each.release === release);
  const why = `on ${day} release ${release} is in force (${window.from} to ${window.to})`;
  if (found === undefined) throw notBuilt(release, why, built, out);
  return { built: found, day, replacedBy: null };
}

function latest(built: readonly IndexedRelease[], out: string): ChosenRelease {
  const last = built.toSorted(byFirstDay).at(-1);
  if (last === undefined) throw nothingBuilt(out);
  const base = withoutRevisions(last.release);
  const found = built.find((each) => each.release === base);
  if (found === undefined)
    throw notBuilt(base, `the latest release there, ${last.release}, is another revision`, built, out);
  const next = replacedBy(found.release);
  if (next === undefined) return { built: found, day: null, replacedBy: null };
  const why = `the latest release there, ${found.release}, was replaced by ${next.release} for the same days`;
  throw notBuilt(next.release, why, built, out);
}

/**
 * Picks the built release that a question is about. A release that is in force and not built is never replaced by
 * another one.
 *
 * @param out the output folder, for the message
 * @throws InputFault naming the release in force, those that are built, and how to build it
 */
export function chooseRelease(wanted: WantedRelease, built: readonly IndexedRelease[], out: string): ChosenRelease {
  if (wanted.on !== undefined) return inForceOn(wanted.on, built, out);
  if (wanted.release === undefined) return latest(built, out);
  const found = built.find((each) => each.release === wanted.release);
  if (found === undefined) throw notBuilt(wanted.release, `release ${wanted.release} was requested`, built, out);
  return { built: found, day: null, replacedBy: replacedBy(found.release)?.release ?? null };
}
