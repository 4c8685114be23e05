import type { CalendarEntry } from "../../schemas/source/calendar.ts";
import { fault } from "../problems/problems.ts";
import { calendar } from "../sources/calendar.ts";

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Year, month and day of an ISO day; zeros for any other text. */
function partsOf(text: string): [number, number, number] {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  return [year, month, day];
}

/** Days of a month; 0 for a month that does not exist. */
function daysOf(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeapYear ? 1 : 0);
}

/** Whether a text is a day of the calendar: 2024-02-29 is, 2025-02-29 is not. */
function isDay(text: string): boolean {
  const [year, month, day] = partsOf(text);
  return 1 <= day && day <= daysOf(year, month);
}

function dayAfter(text: string): string {
  const [year, month, day] = partsOf(text);
  const two = (part: number): string => String(part).padStart(2, "0");
  if (day < daysOf(year, month)) return `${year}-${two(month)}-${two(day + 1)}`;
  return month < 12 ? `${year}-${two(month + 1)}-01` : `${year + 1}-01-01`;
}

function holds({ window }: CalendarEntry, day: string): boolean {
  return window.from <= day && day <= window.to;
}

/** Days that CMS's calendar speaks of, both ends included. */
function calendarWindow(releases: readonly CalendarEntry[]): { from: string; to: string } {
  const from = releases.map(({ window }) => window.from).sort();
  const to = releases.map(({ window }) => window.to).sort();
  return { from: from[0] ?? "", to: to.at(-1) ?? "" };
}

function outside(day: string, releases: readonly CalendarEntry[]): Error {
  const { from, to } = calendarWindow(releases);
  const reason = day < from ? `before the first release that CMS posted, ${from}` : `after the last window, ${to}`;
  return fault(
    "day.outside-calendar",
    { file: "--on" },
    `no release is known to be in force on ${day}: that is ${reason}`,
    `Name a day from ${from} to ${to}, or register the release that CMS has posted since: ratebook register`,
  );
}

/** The release of a day, whether or not its amounts apply to it. */
function releaseOf(day: string, releases: readonly CalendarEntry[]): CalendarEntry | undefined {
  const ofDay = releases.filter((each) => each.neverInForce !== true && holds(each, day));
  return ofDay.filter((each) => !ofDay.some((other) => other.supersedes === each.release)).at(-1);
}

function isNotFor({ notFor }: CalendarEntry, day: string): boolean {
  return notFor !== undefined && notFor.from <= day && day <= notFor.to;
}

/** Days on which one release is in force, both included. */
export interface InForceSpan {
  readonly release: string;
  readonly from: string;
  readonly to: string;
}

/** The days of every release of CMS's calendar, by the rule of {@link releaseInForce}: no day is in two spans. */
export function inForceSpans(): InForceSpan[] {
  const { releases } = calendar();
  const { from: first, to: last } = calendarWindow(releases);
  const spans: InForceSpan[] = [];
  for (let [day, before] = [first, ""]; day <= last; [day, before] = [dayAfter(day), day]) {
    const found = releaseOf(day, releases);
    if (found === undefined || isNotFor(found, day)) continue;
    const { release } = found;
    const span = spans.at(-1);
    if (span?.release === release && span.to === before) spans[spans.length - 1] = { ...span, to: day };
    else spans.push({ release, from: day, to: day });
  }
  return spans;
}

/**
 * Which relative value release is in force on a day of service, whether or not it is available.
 *
 * A release counts when its window holds the day, when it was not replaced before its first day, and when no other one
 * of that day replaces it. Of several that are left the one that CMS posted last counts.
 *
 * @param day ISO day of service
 * @throws InputFault when the text is no day, or no window holds it
 */
export function releaseInForce(day: string): CalendarEntry {
  if (!isDay(day)) {
    throw fault("day.invalid", { file: "--on" }, `"${day}" is not a day`, "Write it as year-month-day: 2024-03-09");
  }
  const { releases } = calendar();
  const inForce = releaseOf(day, releases);
  if (inForce === undefined) throw outside(day, releases);
  const { notFor } = inForce;
  if (notFor !== undefined && isNotFor(inForce, day)) {
    const message = `CMS posted ${inForce.label} for ${day}, and its amounts do not apply to that day: ${notFor.reason}`;
    throw fault("day.not-covered", { file: "--on" }, message, `Ask for a day outside ${notFor.from} to ${notFor.to}`);
  }
  return inForce;
}
