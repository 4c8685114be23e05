import { describe, expect, it } from "vitest";
import { registeredReleases } from "../../pipelines/inputs/registered-releases.ts";
import { type ReleasesArguments, releases } from "../../scripts/commands/releases.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

function said(options: ReleasesArguments = {}): string {
  const terminal = fakeTerminal();
  releases(options, terminal);
  return terminal.results.join("\n");
}

describe(releases, () => {
  it("lists every registered release with its days, revisions and what else can be built", () => {
    const lines = said().split("\n");
    for (const id of registeredReleases()) expect(lines.filter((line) => line.startsWith(`${id} `))).toHaveLength(1);
    const corrected = lines.find((line) => line.startsWith("2022D "));
    expect(corrected).toMatch(/2022-10-01 {2}2022-12-31 .*2022Q4 2\/2 .*2022D-opps1$/);
    expect(lines.find((line) => line.startsWith("2026A "))).toMatch(/RVU26A +2026Q1\* /);
  });

  it("says what to beware of, each once with the releases that it is about", () => {
    const text = said();
    expect(text.match(/all: Quarterly change requests/g)).toHaveLength(1);
    expect(text).toMatch(/! 2013A: The conversion factor 25\.0008 in RVU13A never applied/);
    expect(text).toMatch(/! 2026A, 2026B, 2026C.*: Since 2026 there are two conversion factors/);
  });

  it("lists what CMS has posted since 2009, and marks what never applied", () => {
    const text = said();
    expect(text).toMatch(/CMS has posted \d+ relative value releases since 2009/);
    expect(text).toMatch(/^2010 {2}AR1 \(CPCT0\) CPCT22 \(DPCT0\) DPCT22$/m);
    expect(text).toMatch(/^2022 {2}\[A\] B C D$/m);
    expect(text).toMatch(/^2018 {2}\[A\] AR AR1 B C1 D$/m);
    expect(text).not.toContain("\u001b[");
  });

  it("names the release in force on a day, and what to beware of", () => {
    expect(said({ on: "2024-03-08" })).toMatch(/^2024A \(RVU24A\) is in force on 2024-03-08/);
    expect(said({ on: "2024-03-09" })).toMatch(
      /^2024AR .*\n {2}supersedes 2024A\n {2}not registered: .*--allow-unregistered/,
    );
    expect(said({ on: "2010-05-31" })).toMatch(/^2010AR1[\s\S]*For services in June the amounts/);
  });

  it("prints the same as JSON", () => {
    const all = JSON.parse(said({ json: true })) as { registered: unknown[]; posted: unknown[] };
    expect(all.registered).toHaveLength(registeredReleases().length);
    const found = JSON.parse(said({ on: "2013-01-05", json: true })) as unknown;
    expect(found).toMatchObject({ day: "2013-01-05", inForce: { release: "2013AR" }, registered: false });
  });

  it("refuses a day that no window holds", () => {
    expect(() => said({ on: "2008-05-01" })).toThrow(/before the first release that CMS posted/);
  });
});
