import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ReleaseCodes } from "../../pipelines/answers/code/release-codes.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { CodeDocument } from "../../schemas/out/code.ts";

const document = (release: string, code: string): CodeDocument =>
  JSON.parse(readFileSync(new URL(`../../out/${release}/codes/${code}.json`, import.meta.url), "utf8"));

describe("the pairs of a code's document", () => {
  it("are those of Addendum J with the code, each with what a hospital is paid for both", () => {
    const { pairs, files } = document("2025A", "22511");
    const paid = pairs?.filter(({ qualifies }) => qualifies);
    expect(
      paid?.map(({ primary, secondary, adjustedApc, oppsRate }) => [primary, secondary, adjustedApc, oppsRate]),
    ).toEqual([
      ["22511", "22512", "5114", "7143.73"],
      ["22514", "22511", "5115", "12866.82"],
    ]);
    expect(pairs?.filter(({ primary }) => primary === "22511")).toHaveLength(3);
    expect(files["addendum-j-evaluation"]?.columns).toMatchObject({ costThreshold: { heading: "Cost Threshold" } });
  });

  it("have CMS's figures where a pair does not qualify, and no rate", () => {
    const pair = document("2025A", "22514").pairs?.find(({ secondary }) => secondary === "22515");
    expect(pair).toMatchObject({
      ...{ qualifies: false, oppsRate: null, oppsRateFile: null, oppsRateRow: null },
      ...{ frequency: 866, geometricMeanCost: "11152.62", costThreshold: "11232.49" },
    });
  });

  it("are null in a release without Addendum J, and none for a code that it does not have", () => {
    expect(document("2026A", "22511").pairs).toBeNull();
    const output = openOutput("out");
    const built = output.releases.find(({ release }) => release === "2025A");
    if (built === undefined) throw new Error("2025A is not in out/");
    expect(new ReleaseCodes(output.open(built)).fromTables("77002").pairs).toEqual([]);
  });
});
