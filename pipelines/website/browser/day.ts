import { isDay } from "../../../schemas/day.ts";
import type { SiteCodes, SiteIndex, SiteRelease } from "../site-index.ts";
import type { SiteQuestion } from "./asked.ts";

/** The release that answers, and why this one. */
export interface AnsweringRelease {
  readonly entry: SiteRelease;
  /** What a reader must know of the choice; "" where it is in force and CMS posted it once. */
  readonly note: string;
}

function inForceOn({ releases }: SiteIndex, day: string): SiteRelease | undefined {
  return releases.find(({ inForce }) => inForce.some(({ from, to }) => from <= day && day <= to));
}

function latest({ releases }: SiteIndex): SiteRelease {
  const usable = releases.filter(({ replacedBy, inForce }) => replacedBy === null && inForce.length > 0);
  return (usable.at(-1) ?? releases.at(-1)) as SiteRelease;
}

/** What a reader must know of rates that were never paid, or of which CMS posted others: "" for most releases. */
function standingNote({ releases }: SiteIndex, { release, window, inForce, replacedBy }: SiteRelease): string {
  if (replacedBy !== null)
    return `CMS replaced ${release} with ${replacedBy} for the same days: these amounts were never in force.`;
  if (inForce.length === 0) return `${release} was never in force: these amounts were never paid.`;
  const [own] = release.split("-");
  const others = releases.filter((each) => each.release !== release && each.release.split("-")[0] === own);
  const names = others.filter((each) => each.window.from === window.from).map((each) => each.release);
  return names.length === 0
    ? ""
    : `CMS posted files of ${own} more than once. ${names.join(", ")} has the others: some rates differ.`;
}

/** Of a question that names neither release nor day: the release in force today, or the latest. */
function ofToday(index: SiteIndex, today: string): AnsweringRelease {
  const entry = inForceOn(index, today);
  if (entry !== undefined) return { entry, note: standingNote(index, entry) };
  const last = latest(index);
  const note = `This site has no release that is in force today, ${today}. The amounts are of ${last.release}, for services to ${last.window.to}.`;
  return { entry: last, note };
}

/** Why a release that was named cannot answer for the day that was named with it; undefined where it can. */
function dayOutside({ release, window }: SiteRelease, on: string): string | undefined {
  if (on === "" || (window.from <= on && on <= window.to)) return undefined;
  return `The question names the release ${release}, for services ${window.from} to ${window.to}, and the day ${on}. Choose one of them.`;
}

/**
 * The release that a question is for.
 *
 * @param today in the reader's own time zone
 * @returns a text where there is none
 */
export function releaseFor(index: SiteIndex, { release, on }: SiteQuestion, today: string): AnsweringRelease | string {
  if (release !== "") {
    const entry = index.releases.find((each) => each.release === release);
    if (entry === undefined) return `This site does not have the release ${release}.`;
    return dayOutside(entry, on) ?? { entry, note: standingNote(index, entry) };
  }
  if (on === "") return ofToday(index, today);
  if (!isDay(on)) return `"${on}" is not a day. Write it as 2026-02-14.`;
  const entry = inForceOn(index, on);
  if (entry !== undefined) return { entry, note: standingNote(index, entry) };
  return `This site has no release that was in force on ${on}. Choose another day, or a release.`;
}

/**
 * The release that one is compared with when nobody names another: the one that was in force before it, or the release
 * itself where it is the first.
 */
export function precedingRelease({ releases }: SiteIndex, release: string): string {
  const own = releases.findIndex((each) => each.release === release);
  const earlier = releases.slice(0, Math.max(0, own));
  return (earlier.findLast(({ replacedBy, inForce }) => replacedBy === null && inForce.length > 0) ?? releases[own])
    ?.release as string;
}

/** Releases that have a code, the nearest to one of them first. */
export function releasesHaving({ releases }: SiteIndex, { kinds }: SiteCodes, code: string, release: string): string[] {
  const own = releases.findIndex((each) => each.release === release);
  const numbers = kinds.find(({ codes }) => codes.split(" ").includes(code))?.releases ?? [];
  const nearest = [...numbers].sort((one, other) => Math.abs(one - own) - Math.abs(other - own) || other - one);
  return nearest.flatMap((at) => releases[at]?.release ?? []);
}
