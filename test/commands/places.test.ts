import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { BuiltCopy } from "../support/built-copy.ts";
import { ratebookHere } from "../support/in-process.ts";

const RELEASE = "2026A";
const [SAN_FRANCISCO, SAN_MATEO] = ["0111205", "0111206"];

/** A folder whose latest release has the two files that say where a place is; tests only read it. */
function made(): string {
  const copy = new BuiltCopy(mkdtempSync(join(inject("runFolder"), "places-")));
  const zip = { state: "CA", rural: "urban" };
  copy.table(RELEASE, "zips", "zip5", [
    { zip: "94110", ...zip, locality: SAN_FRANCISCO, plusFour: false, row: 3 },
    { zip: "94303", ...zip, locality: SAN_FRANCISCO, plusFour: true, row: 4 },
  ]);
  const county = { state: "CALIFORNIA", twoCarriers: false, coverage: "listed" };
  copy.table(RELEASE, "counties", "counties", [
    { locality: SAN_FRANCISCO, ...county, area: "SF", counties: ["SAN FRANCISCO", "MARIN"], row: 8 },
    { locality: SAN_MATEO, ...county, area: "SM", counties: ["MARIN"], row: 9 },
  ]);
  return copy.out;
}
const OUT = made();

const COMMANDS = { rate: /\(0111205\), by /, explain: /nonFacility in 0111205/, timeline: /\(0111205\); hospital/ };

describe.each(Object.entries(COMMANDS))("a place that %s takes", (command, answer) => {
  it.each([
    ["--zip", "94110"],
    ["--county", "San Francisco, CA"],
    ["--locality", SAN_FRANCISCO],
    ["--locality", "san mateo"],
  ])("is found by %s %s", async (option, text) => {
    const { status, stdout, stderr } = await ratebookHere(command, "22511", "--out", OUT, option, text);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(answer);
  });
});

describe("a place that leaves a doubt, or is not there", () => {
  it.each<[number, RegExp, ...string[]]>([
    [2, /^zip\.ambiguous\n {2}--zip\n +94303 is assigned to 0111205.*only the ZIP\+4 code decides\n/, "--zip", "94303"],
    [
      2,
      /^county\.ambiguous\n {2}--county\n +"Marin, CA" could be in 0111205 .* or in 0111206/,
      "--county",
      "Marin, CA",
    ],
    [2, /^locality\.ambiguous\n/, "--locality", "rest of"],
    [2, /^ratebook: give only one of --zip and --locality/, "--zip", "94110", "--locality", SAN_FRANCISCO],
    [3, /^zip\.unknown\n {2}--zip\n/, "--zip", "00000"],
    [3, /^county\.unknown\n {2}--county\n/, "--county", "Nowhere, CA"],
    [3, /^locality\.unknown\n.*\n.*"0111200" is not a locality of 2026A; that MAC has/, "--locality", "0111200"],
    [3, /^locality\.unknown\n.*\n.*"1012200" is not a locality of 2026A; did you/, "--locality", "1012200"],
  ])("exits %j and says %s, the same in every command", async (exitCode, message, ...place) => {
    const said: string[] = [];
    for (const command of Object.keys(COMMANDS)) {
      const { status, stdout, stderr } = await ratebookHere(command, "22511", "--out", OUT, ...place);
      expect([status, stdout]).toEqual([exitCode, ""]);
      said.push(stderr.replace(`ratebook ${command} --help`, ""));
    }
    expect(said[0]).toMatch(message);
    expect(new Set(said).size).toBe(1);
  });
});
