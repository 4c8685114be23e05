import type { z } from "zod";
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
  return release.replace(/-.*$/, "");
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
  return { neverInForce: own?.neverInForce === true, supersededBy: next?.release ?? null };
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

const SHORT_MONTHS: ReadonlySet<number> = new Set([4, 6, 9, 11]);

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return SHORT_MONTHS.has(month) ? 30 : 31;
}

/** The day after one of the calendar: "2024-03-01" after "2024-02-29". */
export function dayAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const isLast = date === daysIn(year, month);
  const next = isLast && month === 12 ? [year + 1, 1, 1] : isLast ? [year, month + 1, 1] : [year, month, date + 1];
  return next.map((part) => String(part).padStart(2, "0")).join("-");
}

/** What follows a release: the first day that it is not for, and the release of that day where CMS has posted one. */
export function nextAfter({ to }: CalendarEntry["window"]): { from: string; release: string | null } {
  const from = dayAfter(to);
  const first = calendar().releases.find(
    ({ release, window, neverInForce }) =>
      neverInForce !== true && standingOf(release).supersededBy === null && window.from <= from && from <= window.to,
  );
  return { from, release: first?.release ?? null };
}
