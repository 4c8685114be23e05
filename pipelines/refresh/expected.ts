import { dayPlus, daysAfter } from "../../schemas/day.ts";
import type { PostingWindow } from "../../schemas/source/publication-schedule.ts";
import { Family } from "../../schemas/source/release.ts";
import { ID_OF, isYearly, publicationLabel, releaseName } from "../inputs/registry.ts";
import { quarterWindow, type ReleaseName, releaseOfQuarter } from "../inputs/release-id.ts";
import { postingWindow } from "../sources/publication-schedule.ts";
import { publicationEntries } from "../sources/publications.ts";
import { quarterOfDay } from "../tables/quarter.ts";

/**
 * `posted`: registered. `expected`: CMS does not post it so early. `due`: it may be there any day. `overdue`: CMS has
 * posted the earlier ones by this day, and this one is not registered.
 */
type ExpectedState = "posted" | "expected" | "due" | "overdue";

/** On which days CMS posted registered publications of the same family and quarter. */
interface ObservedPostings {
  /** Days from the first day of service; negative before it. */
  readonly earliest: number;
  readonly latest: number;
  readonly of: readonly string[];
}

/** A publication that a quarter has or will have. */
export interface Expected {
  readonly family: Family;
  /** "RVU27A", "2027Q1"; of what serves a year the year. */
  readonly id: string;
  /** Name for people: "RVU27A", "Addendum B 2027Q1". */
  readonly label: string;
  /** Release that it belongs to; null for what serves a whole year. */
  readonly release: string | null;
  readonly state: ExpectedState;
  /** First day on which it may be there; null when that is not known. */
  readonly expectedOn: string | null;
  /** Last day before it is late; null when that is not known. */
  readonly expectedBy: string | null;
  /** Days after `expectedBy`; 0 unless it is overdue. */
  readonly overdueDays: number;
  readonly inForceFrom: string;
  readonly inForceTo: string;
  /** Null when no registered revision has a day. */
  readonly observed: ObservedPostings | null;
  /** What the days are taken from. */
  readonly basis: string;
}

/** The quarters from that of a day on, as releases. */
function quartersFrom(day: string, following: number): ReleaseName[] {
  const first = quarterOfDay(day);
  return Array.from({ length: following + 1 }, (_, at) => {
    const count = Number(first.slice(0, 4)) * 4 + Number(first.slice(5)) - 1 + at;
    return releaseName(releaseOfQuarter(`${Math.floor(count / 4)}Q${(count % 4) + 1}`));
  });
}

/** The publications of the same quarter of other years: the first revision of each, the others are corrections. */
function observedPostings(family: Family, quarters: readonly number[]): ObservedPostings | null {
  const known = publicationEntries(family).flatMap(({ id, window, revisions }) => {
    const posted = revisions[0]?.posted ?? null;
    const isOfThese = quarters.includes(Number(quarterOfDay(window.from).slice(5)));
    return posted === null || !isOfThese ? [] : [{ id, days: daysAfter(posted, window.from) }];
  });
  if (known.length === 0) return null;
  const days = known.map((each) => each.days);
  return { earliest: Math.min(...days), latest: Math.max(...days), of: known.map(({ id }) => id) };
}

function stateOn(day: string, isRegistered: boolean, from: string, by: string | null): ExpectedState {
  if (isRegistered) return "posted";
  if (by !== null && day > by) return "overdue";
  return day >= from ? "due" : "expected";
}

type Days = Pick<Expected, "inForceFrom" | "inForceTo">;

function expectedOf(family: Family, name: ReleaseName, days: Days, posting: PostingWindow, day: string): Expected {
  const { quarters, earliest, latest, basis } = posting;
  const id = ID_OF[family](name);
  const { inForceFrom } = days;
  const expectedOn = earliest === null ? null : dayPlus(inForceFrom, earliest);
  const expectedBy = latest === null ? null : dayPlus(inForceFrom, latest);
  const isRegistered = publicationEntries(family).some((entry) => entry.id === id);
  const state = stateOn(day, isRegistered, expectedOn ?? inForceFrom, expectedBy);
  const overdueDays = state === "overdue" && expectedBy !== null ? daysAfter(day, expectedBy) : 0;
  const observed = observedPostings(family, quarters);
  const release = isYearly(family) ? null : name.base;
  const label = publicationLabel(family, id);
  return { family, id, label, release, state, expectedOn, expectedBy, overdueDays, ...days, observed, basis };
}

/** What serves a year is posted once, on days that count from those of the year's first quarter. */
function ofFamily(family: Family, names: readonly ReleaseName[], day: string): Expected[] {
  const byId = new Map(names.map((name) => [ID_OF[family](name), name]));
  return [...byId.values()].flatMap((name) => {
    const isYear = isYearly(family);
    const { from, to } = quarterWindow(name);
    const days = isYear
      ? { inForceFrom: `${name.year}-01-01`, inForceTo: `${name.year}-12-31` }
      : { inForceFrom: from, inForceTo: to };
    const posting = postingWindow(family, isYear ? 1 : name.quarter);
    return posting === undefined ? [] : [expectedOf(family, name, days, posting, day)];
  });
}

const firstDayOf = ({ expectedOn, inForceFrom }: Expected): string => expectedOn ?? inForceFrom;

/**
 * What CMS posts for the quarter of a day and for those that follow, in the order of the days on which it may be there.
 * Whether it is registered is said as of now, for any day.
 *
 * @param day ISO day
 * @param following how many quarters after that of the day
 */
export function expectedPostings(day: string, following = 1): Expected[] {
  const names = quartersFrom(day, following);
  const all = Family.options.flatMap((family) => ofFamily(family, names, day));
  return all.toSorted((one, other) => daysAfter(firstDayOf(one), firstDayOf(other)));
}

/** Whether a publication is, or would be, in force on a day. */
export function isForDay({ inForceFrom, inForceTo }: Expected, day: string): boolean {
  return inForceFrom <= day && day <= inForceTo;
}
