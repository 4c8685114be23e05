import { dayAfter, daysAfter } from "../../schemas/day.ts";
import type { Expected } from "./expected.ts";

/** An event on whole days, both ends included. */
interface DayEvent {
  /** Stays the same when the file is written again, so that calendars replace the event. */
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly text: string;
}

const HEAD = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//ratebook//CMS fee schedules//EN",
  "CALSCALE:GREGORIAN",
  "METHOD:PUBLISH",
  "X-WR-CALNAME:CMS fee schedules",
];
const END_OF_LINE = "\r\n";

/** How every such file begins. */
export const ICS_BEGINS: string = HEAD.join(END_OF_LINE);

const MOST_OCTETS = 75;

/** RFC 5545, 3.1: lines of at most 75 octets; a line that begins with a blank continues the one before. */
function folded(line: string): string {
  const lines: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > MOST_OCTETS) {
      lines.push(part);
      part = " ";
    }
    part += character;
  }
  return [...lines, part].join(END_OF_LINE);
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

const digits = (day: string): string => day.replaceAll("-", "");

function eventLines({ uid, from, to, title, text }: DayEvent, stamp: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@ratebook`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${digits(from)}`,
    `DTEND;VALUE=DATE:${digits(dayAfter(to))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** The days on which CMS may post a publication; none where they are not known, or where it is registered. */
function postingEvent({ family, id, label, state, expectedOn, expectedBy, inForceFrom, basis }: Expected): DayEvent[] {
  if (expectedOn === null || state === "posted") return [];
  const until = expectedBy === null ? "How late CMS may be is not known." : `After ${expectedBy} it is late.`;
  return [
    {
      uid: `expected-${family}-${id}`,
      from: expectedOn,
      to: expectedBy ?? expectedOn,
      title: `CMS may post ${label}`,
      text: `In force from ${inForceFrom}. ${until}\n${basis}`,
    },
  ];
}

/** One event on the first day of a quarter, whatever families begin on it. */
function firstDayEvents(expected: readonly Expected[]): DayEvent[] {
  const days = new Map<string, Expected[]>();
  for (const each of expected) days.set(each.inForceFrom, [...(days.get(each.inForceFrom) ?? []), each]);
  return [...days]
    .sort(([one], [other]) => daysAfter(one, other))
    .map(([day, all]) => ({
      uid: `in-force-${day}`,
      from: day,
      to: day,
      title: `In force from today: ${all.map(({ label }) => label).join(", ")}`,
      text: all
        .map(({ label, inForceTo, state }) => {
          return `${label} to ${inForceTo}${state === "posted" ? "" : ": not registered yet"}`;
        })
        .join("\n"),
    }));
}

/**
 * An iCalendar file (RFC 5545) with the days on which CMS may post, and the first days of service. The same input gives
 * the same bytes.
 *
 * @param day ISO day on which it is written
 */
export function icsText(expected: readonly Expected[], day: string): string {
  const events = [...expected.flatMap(postingEvent), ...firstDayEvents(expected)];
  const lines = events.flatMap((event) => eventLines(event, `${digits(day)}T000000Z`));
  return [...HEAD, ...lines, "END:VCALENDAR", ""].map(folded).join(END_OF_LINE);
}
