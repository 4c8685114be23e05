import type { CalendarEntry } from "../../schemas/source/calendar.ts";
import { fault } from "../problems/problems.ts";
import { calendar } from "../sources/calendar.ts";

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the calendar: 2024-02-29 is, 2025-02-29 is not. */
function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeapYear ? 1 : 0);
  return 1 <= day && day <= last;
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
  const ofDay = releases.filter((each) => each.neverInForce !== true && holds(each, day));
  const inForce = ofDay.filter((each) => !ofDay.some((other) => other.supersedes === each.release)).at(-1);
  if (inForce === undefined) throw outside(day, releases);
  const { notFor } = inForce;
  if (notFor !== undefined && notFor.from <= day && day <= notFor.to) {
    const message = `CMS posted ${inForce.label} for ${day}, and its amounts do not apply to that day: ${notFor.reason}`;
    throw fault("day.not-covered", { file: "--on" }, message, `Ask for a day outside ${notFor.from} to ${notFor.to}`);
  }
  return inForce;
}
