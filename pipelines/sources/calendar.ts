import type { z } from "zod";
import { dayAfter, dayPlus } from "../../schemas/day.ts";
import { PREVIEWED_RULES } from "../../schemas/names.ts";
import type { Calendar, CalendarEntry } from "../../schemas/source/calendar.ts";
import { registryInUse, sourceAsItIs } from "./read-source.ts";

type Dated = Pick<CalendarEntry, "window">;

function byFirstDay({ window: { from: one } }: Dated, { window: { from: two } }: Dated): number {
  return Number(one > two) - Number(one < two);
}

/** Every release that CMS has posted, with its days of service, by their first days. */
export function calendar(): z.infer<typeof Calendar> {
  const all = sourceAsItIs<z.infer<typeof Calendar>>("calendar.json");
  if (registryInUse() === undefined) return all;
  return { ...all, releases: all.releases.toSorted(byFirstDay) };
}

/** Whether a release was ever in force, and which one replaced it on the same days. */
export interface Standing {
  readonly neverInForce: boolean;
  readonly supersededBy: string | null;
}

/** A release's name without picked revisions: "2022D-opps1" is a build of 2022D. */
export function withoutRevisions(release: string): string {
  return isPreview(release) ? release : release.replace(/-.*$/, "");
}

/** Whether a name is that of a rule's addenda, which are never in force: "2027A-proposed". */
export function isPreview(release: string): boolean {
  return PREVIEWED_RULES.some((rule) => release.endsWith(`-${rule}`));
}

/** A release's entry in CMS's calendar, by its name without picked revisions; undefined when it has none. */
export function calendarEntry(release: string): CalendarEntry | undefined {
  return calendar().releases.find((each) => each.release === release);
}

/** Label of the release that CMS posted this one to replace, in part or in whole: RVU24A for 2024AR; null for most. */
export function supersededLabel(release: string): string | null {
  const replaced = calendarEntry(release)?.supersedes;
  return replaced === undefined ? null : (calendarEntry(replaced)?.label ?? replaced);
}

function sharesDays(later: Dated, earlier: Dated): boolean {
  return later.window.from <= earlier.window.to && earlier.window.from <= later.window.to;
}

/** 2024AR follows 2024A on later days and replaces none of them; 2018AR replaces all of 2018A's. */
function successorOf(own: CalendarEntry): CalendarEntry | undefined {
  return calendar().releases.find((each) => each.supersedes === own.release && sharesDays(each, own));
}

/** What CMS's calendar says about a release, with or without picked revisions. */
export function standingOf(release: string): Standing {
  const own = calendarEntry(withoutRevisions(release));
  const next = own && successorOf(own);
  return { neverInForce: own?.neverInForce === true || isPreview(release), supersededBy: next?.release ?? null };
}

/**
 * The last of the releases by which CMS replaced another one for the same days; undefined for one that is not
 * replaced.
 *
 * @param release name, with or without picked revisions: 2018A was replaced by 2018AR and that by 2018AR1
 */
export function replacedBy(release: string): CalendarEntry | undefined {
  const own = calendarEntry(withoutRevisions(release));
  const next = own && successorOf(own);
  return next && (replacedBy(next.release) ?? next);
}

/** Releases that were in force on days from one to another, both included, in CMS's order: none that was replaced or never in force. */
export function inForceWithin(first: string, last: string): string[] {
  return calendar().releases.flatMap(({ release, window, neverInForce }) => {
    const answers = neverInForce !== true && standingOf(release).supersededBy === null;
    return answers && first <= window.from && window.to <= last ? [release] : [];
  });
}

/** What follows a release: the first day that it is not for, and the release of that day where CMS has posted one. */
export function nextAfter({ to }: CalendarEntry["window"]): { from: string; release: string | null } {
  const from = dayAfter(to);
  return { from, release: entryOfDay(from)?.release ?? null };
}

function holds({ window }: Dated, day: string): boolean {
  return window.from <= day && day <= window.to;
}

/**
 * The release that is in force on a day. It counts when its window holds the day, when it was not replaced before its
 * first day, and when no other one of that day replaces it. Of several that are left the one that CMS posted last
 * counts.
 *
 * @param day ISO day of service
 */
export function entryOfDay(day: string): CalendarEntry | undefined {
  const ofDay = calendar().releases.filter((each) => each.neverInForce !== true && holds(each, day));
  return ofDay.filter((each) => !ofDay.some((other) => other.supersedes === each.release)).at(-1);
}

/** Whether a release answers for a day of its window. */
function isInForce(release: string, day: string): boolean {
  const entry = entryOfDay(day);
  if (entry === undefined) return calendarEntry(release) === undefined;
  const { notFor } = entry;
  return entry.release === release && !(notFor !== undefined && notFor.from <= day && day <= notFor.to);
}

/** The days of a window on which another release can begin or stop to be in force, and the window's first day. */
function turnsWithin({ from, to }: Dated["window"]): string[] {
  const spans = calendar().releases.flatMap(({ window, notFor }) =>
    notFor === undefined ? [window] : [window, notFor],
  );
  const begins = spans.flatMap((span) => (from < span.from && span.from <= to ? [span.from] : []));
  const ends = spans.flatMap((span) => (from <= span.to && span.to < to ? [dayAfter(span.to)] : []));
  return [...new Set([from, ...begins, ...ends])].sort();
}

/**
 * The days of a release's window on which it is in force, as spans. A release that the calendar does not have is in
 * force on the days of which the calendar has no other one.
 *
 * @param release name, with or without picked revisions
 * @param window days that the release is posted for
 */
export function spansInForce(release: string, window: Dated["window"]): Dated["window"][] {
  const spans: Dated["window"][] = [];
  const turns = turnsWithin(window);
  for (const [at, from] of turns.entries()) {
    if (!isInForce(withoutRevisions(release), from)) continue;
    const next = turns[at + 1];
    const to = next === undefined ? window.to : dayPlus(next, -1);
    const span = spans.at(-1);
    if (span !== undefined && dayAfter(span.to) === from) spans[spans.length - 1] = { ...span, to };
    else spans.push({ from, to });
  }
  return spans;
}
