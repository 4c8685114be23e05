import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Expected } from "../../pipelines/refresh/expected.ts";
import { type ReleasesArguments, releases } from "../../scripts/commands/releases.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { ratebookHere } from "../support/in-process.ts";

function said(options: ReleasesArguments): string {
  const terminal = fakeTerminal();
  releases(options, terminal);
  return terminal.results.join("\n");
}

describe("releases --next", () => {
  it("says first what is overdue and due, then what is in force and what comes", () => {
    const lines = said({ next: true, on: "2040-12-25" }).split("\n");
    expect(lines[0]).toMatch(/^Overdue: PFS RVU40D, .*PFS RVU41A/);
    expect(lines[1]).toMatch(/^Due: .*ZIP 2041Q1/);
    const [now, next] = [lines.indexOf("In force on 2040-12-25"), lines.indexOf("Next")];
    expect(lines[now + 1]).toMatch(/^ {2}PFS +RVU40D +2040-10-01 to 2040-12-31 .* overdue by \d+ days$/);
    expect(lines.slice(next).find((line) => line.includes("RVU41A"))).toMatch(
      /2041-01-01 to 2041-03-31 {2}2040-11-01 to 2040-12-19 {2}overdue by 6 days$/,
    );
    expect(lines.slice(next).find((line) => line.includes("wage index"))).toMatch(/day not known +not yet$/);
    expect(lines.find((line) => line.includes("pfs-relative-value-files"))).toBeDefined();
  });

  it("fits 100 columns, but for addresses", () => {
    const lines = said({ next: true, on: "2040-12-25" }).split("\n");
    const table = lines.slice(2).filter((line) => !line.includes("https://"));
    for (const line of table) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("says what is registered, and no address where nothing is due", () => {
    const lines = said({ next: true, on: "2026-10-02" }).split("\n");
    expect(lines.find((line) => line.includes("RVU26D"))).toMatch(/registered$/);
    expect(lines.filter((line) => line.includes("pfs-relative-value-files"))).toEqual([]);
  });

  it("prints the same as JSON, with what the days are taken from", () => {
    const json = JSON.parse(said({ next: true, on: "2040-12-25", json: true })) as {
      day: string;
      inForce: Expected[];
      next: Expected[];
    };
    expect(json.day).toBe("2040-12-25");
    expect(json.inForce.map(({ inForceTo }) => inForceTo)).toEqual(Array(8).fill("2040-12-31"));
    expect(json.next.find(({ id }) => id === "RVU41A")).toMatchObject({ state: "overdue", overdueDays: 6 });
    expect(json.next.every(({ basis }) => basis !== "")).toBe(true);
  });

  it("looks from today when no day is named", () => {
    vi.useFakeTimers({ now: Date.UTC(2040, 11, 25, 12), toFake: ["Date"] });
    try {
      expect(JSON.parse(said({ next: true, json: true }))).toHaveProperty("day", "2040-12-25");
    } finally {
      vi.useRealTimers();
    }
  });

  it("refuses what is no day, and --next beside --ics", async () => {
    expect(() => said({ next: true, on: "2026-02-30" })).toThrow(/--on: "2026-02-30" is not a day/);
    const both = await ratebookHere("releases", "--next", "--ics", "a.ics");
    expect(both).toMatchObject({ status: 2, stdout: "" });
    expect(both.stderr).toMatch(/give only one of --next and --ics/);
  });
});

describe("releases --ics", () => {
  it("writes a calendar, replaces its own, and no other file", async () => {
    const path = join(temporaryFolder(), "cms.ics");
    const write = (...more: string[]) => ratebookHere("releases", "--ics", path, "--on", "2040-11-29", ...more);
    expect(await write()).toMatchObject({ status: 0, stdout: "" });
    const first = readFileSync(path, "utf8");
    expect(first).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*UID:expected-pfs-RVU41A@ratebook\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect((await write()).status).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(first);
    writeFileSync(path, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//somebody//EN\r\n");
    expect((await write()).status).toBe(2);
    expect((await write("--overwrite")).status).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(first);
  });
});
