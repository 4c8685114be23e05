import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Problems } from "../../pipelines/problems/problems.ts";
import type { Problem } from "../../schemas/place.ts";

import { chooseCodes, DEFAULT_CODES, parseCodes } from "../../scripts/build/code-selection.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const KNOWN = ["22505", "22510", "22511", "22515", "22526", "G0252", "GXXX1"];

function choose(argument: string): { codes: readonly string[]; problems: readonly Problem[] } {
  const problems = new Problems();
  return { codes: chooseCodes(parseCodes(argument))(KNOWN, problems), problems: problems.list };
}

describe(parseCodes, () => {
  it("takes the family when nothing else is asked for", () => {
    expect(choose(DEFAULT_CODES).codes).toEqual(["22510", "22511", "22515"]);
  });

  it("takes codes and ranges, in any order, each once", () => {
    expect(choose("G0252, 22511 22505-22511;GXXX1").codes).toEqual(["22505", "22510", "22511", "G0252", "GXXX1"]);
  });

  it("takes a file of codes with comments", () => {
    const path = join(temporaryFolder(), "codes.txt");
    writeFileSync(path, "# our set\n22511  # vertebroplasty\n\n22515, 22526\n");
    expect(choose(path).codes).toEqual(["22511", "22515", "22526"]);
  });

  it("takes a list that is longer than any name of a file", () => {
    const many = Array.from({ length: 900 }, (_, at) => String(22000 + at));
    expect(parseCodes(many.join(",")).single).toEqual(many);
  });

  it.each(["2251", "22515-22510", "g0252", "22511-", "nowhere.txt", ""])('refuses "%s" by name', (argument) => {
    expect(() => parseCodes(argument)).toThrow(/^--codes: /);
  });
});

describe(chooseCodes, () => {
  it("reports a code that the release lacks, and lets a range be empty", () => {
    const { codes, problems } = choose("22511,99999,30000-30999");
    expect(codes).toEqual(["22511"]);
    expect(problems).toMatchObject([{ code: "codes.unknown", message: "99999 is not in this release" }]);
  });
});
