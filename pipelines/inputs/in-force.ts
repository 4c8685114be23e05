import { isDay } from "../../schemas/day.ts";
import type { CalendarEntry } from "../../schemas/source/calendar.ts";
import { fault } from "../problems/problems.ts";
import { calendar, entryOfDay, spansInForce } from "../sources/calendar.ts";

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

/** Days on which one release is in force, both included. */
interface InForceSpan {
  readonly release: string;
  readonly from: string;
  readonly to: string;
}

/** The days of every release of CMS's calendar, by the rule of {@link releaseInForce}: no day is in two spans. */
export function inForceSpans(): InForceSpan[] {
  const spans = calendar().releases.flatMap(({ release, window }) =>
    spansInForce(release, window).map((span) => ({ release, ...span })),
  );
  return spans.sort((one, two) => (one.from < two.from ? -1 : Number(one.from > two.from)));
}

/**
 * Which relative value release is in force on a day of service, whether or not it is available.
 *
 * @param day ISO day of service
 * @throws InputFault when the text is no day, or no window holds it
 */
export function releaseInForce(day: string): CalendarEntry {
  if (!isDay(day)) {
    throw fault("day.invalid", { file: "--on" }, `"${day}" is not a day`, "Write it as year-month-day: 2024-03-09");
  }
  const inForce = entryOfDay(day);
  if (inForce === undefined) throw outside(day, calendar().releases);
  const { notFor } = inForce;
  if (notFor !== undefined && notFor.from <= day && day <= notFor.to) {
    const message = `CMS posted ${inForce.label} for ${day}, and its amounts do not apply to that day: ${notFor.reason}`;
    throw fault("day.not-covered", { file: "--on" }, message, `Ask for a day outside ${notFor.from} to ${notFor.to}`);
  }
  return inForce;
}
