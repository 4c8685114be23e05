import { describe, expect, it } from "vitest";
import { type Expected, expectedPostings } from "../../pipelines/refresh/expected.ts";
import { ICS_BEGINS, icsText } from "../../pipelines/refresh/ics.ts";

type Event = Readonly<Record<string, string>>;

/** What a calendar program reads: lines unfolded, then taken apart at the first colon. RFC 5545, 3.1. */
function parsed(text: string): { events: Event[]; lines: string[] } {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const events: Record<string, string>[] = [];
  let inEvent: Record<string, string> | undefined;
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (line === "BEGIN:VEVENT") inEvent = {};
    else if (line === "END:VEVENT" && inEvent !== undefined) events.push(inEvent);
    else if (inEvent !== undefined) inEvent[name] = value.replaceAll("\\n", "\n").replace(/\\([\\;,])/g, "$1");
  }
  return { events, lines };
}

const DAY = "2040-11-29";
const text = icsText(expectedPostings(DAY, 4), DAY);

function eventOf(uid: string, of = text): Event {
  const found = parsed(of).events.find((event) => event["UID"] === `${uid}@ratebook`);
  if (found === undefined) throw new Error(`no event ${uid}`);
  return found;
}

describe(icsText, () => {
  it("is a calendar whose lines end with CRLF and have at most 75 octets", () => {
    expect(text.startsWith(`${ICS_BEGINS}\r\nBEGIN:VEVENT\r\n`)).toBe(true);
    expect(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const longest = Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)));
    expect(longest).toBe(75);
  });

  it("folds between characters, never inside one", () => {
    const [first] = expectedPostings(DAY, 1).filter(({ expectedOn }) => expectedOn !== null);
    const basis = "é—😀".repeat(60);
    const folded = icsText([{ ...(first as Expected), basis }], DAY);
    expect(folded).not.toContain("\uFFFD");
    for (const line of folded.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(eventOf(`expected-${first?.family}-${first?.id}`, folded)["DESCRIPTION"]).toContain(basis);
  });

  it("has the days on which CMS may post as whole days, the last one included", () => {
    expect(eventOf("expected-pfs-RVU41A")).toMatchObject({
      DTSTAMP: "20401129T000000Z",
      "DTSTART;VALUE=DATE": "20401101",
      "DTEND;VALUE=DATE": "20401220",
      SUMMARY: "CMS may post RVU41A",
      TRANSP: "TRANSPARENT",
    });
    expect(eventOf("expected-pfs-RVU41A")["DESCRIPTION"]).toMatch(
      /^In force from 2041-01-01\. After 2040-12-19 it is late\.\nCMS posts January's files in November, beside/,
    );
    expect(eventOf("expected-zip-2041Q1")["DESCRIPTION"]).toMatch(/How late CMS may be is not known/);
  });

  it("has one event on each first day of service, with everything that begins on it", () => {
    expect(eventOf("in-force-2041-01-01")).toMatchObject({
      "DTSTART;VALUE=DATE": "20410101",
      "DTEND;VALUE=DATE": "20410102",
    });
    const { SUMMARY, DESCRIPTION } = eventOf("in-force-2041-01-01");
    expect(SUMMARY).toContain("RVU41A");
    expect(SUMMARY).toContain("Addendum B 2041Q1");
    expect(DESCRIPTION).toContain("ASC wage index 2041 to 2041-12-31: not registered yet");
  });

  it("has no event for what is registered or has no known day, and no two events of one name", () => {
    const now = parsed(icsText(expectedPostings("2026-10-02"), "2026-10-02")).events.map((event) => event["UID"]);
    expect(now).not.toContain("expected-pfs-RVU26D@ratebook");
    const uids = parsed(text).events.map((event) => event["UID"]);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.filter((uid) => uid?.startsWith("expected-wage-index"))).toEqual([]);
  });

  it("keeps the names of events when it is written on another day", () => {
    const later = parsed(icsText(expectedPostings("2040-12-01", 4), "2040-12-01")).events.map((each) => each["UID"]);
    expect(later).toEqual(parsed(text).events.map((each) => each["UID"]));
    expect(icsText(expectedPostings(DAY, 4), DAY)).toBe(text);
  });
});
