import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { readSide, type Side } from "../../pipelines/answers/diff/side.ts";
import { diffReport } from "../../pipelines/reports/views/diff-report.ts";
import { DiffDocument } from "../../schemas/out/diff.ts";
import type { OnRequest } from "../../schemas/source/release.ts";
import { writeRelease } from "../../scripts/out/out-folder.ts";
import { reportMarkdown } from "../../scripts/print/view-markdown.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { buildApril, type Files, folderOfApril } from "../support/ncci-build.ts";
import { ADD_ON_ROWS, addOnText, MUE_ROWS, mueText } from "../support/ncci-files.ts";
import { ptpFiles, ptpParts } from "../support/ptp-files.ts";

const ADD_ONS = "AOC_V2025Q2-MCR.csv";
const MUE = "MCR_MUE_PractitionerServices_Eff_04-01-2025.csv";

const EARLIER: Files = { [ADD_ONS]: addOnText(), [MUE]: mueText("practitioner"), ...ptpFiles() };

/** Later: an add-on pair ends and another comes, 22512 may be billed four times, one code goes and one comes. */
const LATER: Files = {
  [ADD_ONS]: addOnText(["1,22512,,22510,,2015001,2025090,", ...ADD_ON_ROWS.slice(1), "1,22515,,22514,,2015001,,"]),
  [MUE]: mueText("practitioner", [
    MUE_ROWS[0],
    MUE_ROWS[1].replace(",3,", ",4,"),
    "22515,4,3 Date of Service Edit: Clinical,CMS Policy",
  ]),
  ...ptpFiles("ccipra-v311r0", laterParts()),
};

/** The imaging edit of 22511 ends, its indicator with 22510 becomes 1, and 76000 comes. */
function laterParts(): string[][] {
  const [first = [], second = [], third = [], fourth = []] = ptpParts();
  const changed = third.map((row) =>
    row.replace("77012 20150101 * 1", "77012 20150101 20250331 1").replace("22510 20150101 * 0", "22510 20150101 * 1"),
  );
  return [[...first], [...second], [...changed, "22511 76000 20250401 * 1"], [...fourth]];
}

async function sideOf(files: Files, asked: readonly OnRequest[], codes: readonly string[]): Promise<Side> {
  const out = temporaryFolder();
  const built = await buildApril(folderOfApril(files), asked, codes);
  expect(built.problems).toEqual([]);
  await writeRelease(out, "2025B", built.outputs);
  return readSide(join(out, "2025B"));
}

const BOTH = ["ncci", "ncci-ptp"] as const;
const changes = (before: Side, after: Side) => DiffDocument.parse(diff(before, after, { localities: false }));

describe("a diff of releases with NCCI edits", () => {
  it("says what came, went and changed of each table that both have", async () => {
    const before = await sideOf(EARLIER, BOTH, ["22510", "22511"]);
    const after = await sideOf(LATER, BOTH, ["22511", "22512"]);
    const document = changes(before, after);
    const { ncci = [] } = document;
    expect(ncci.map(({ table, tally }) => [table, tally])).toEqual([
      ["ncci-addon", { before: 5, after: 6, added: 1, removed: 0, changed: 1, unchanged: 4 }],
      ["ncci-mue-practitioner", { before: 3, after: 3, added: 1, removed: 1, changed: 1, unchanged: 1 }],
      ["ncci-ptp-practitioner", { before: 5, after: 6, added: 1, removed: 0, changed: 2, unchanged: 3 }],
    ]);
    const [addOns, mue, ptp] = ncci;
    // Day 90 of 2025 is 31 March: 31 + 28 + 31.
    expect(addOns?.changed).toEqual([
      {
        key: "22512 22510 2015-01-01",
        fromRow: 3,
        toRow: 3,
        fields: { deletion: { from: null, to: "2025-03-31" } },
      },
    ]);
    expect(addOns?.added).toMatchObject([{ key: "22515 22514 2015-01-01", row: 8 }]);
    expect(mue?.changed).toMatchObject([{ key: "22512", fields: { value: { from: "3", to: "4" } } }]);
    expect([mue?.added[0]?.key, mue?.removed[0]?.key]).toEqual(["22515", "99997"]);
    expect(ptp?.codes).toEqual(["22511"]);
    expect(ptp?.added).toMatchObject([{ key: "22511 76000 2025-04-01", part: 3, row: 10 }]);
    expect(ptp?.changed).toEqual([
      {
        key: "22511 22510 2015-01-01",
        ...{ fromRow: 8, toRow: 8, fromPart: 3, toPart: 3 },
        fields: { modifierIndicator: { from: "0", to: "1" } },
      },
      {
        key: "22511 77012 2015-01-01",
        ...{ fromRow: 9, toRow: 9, fromPart: 3, toPart: 3 },
        fields: { deletion: { from: null, to: "2025-03-31" } },
      },
    ]);
    const text = reportMarkdown(diffReport(document, 20));
    expect(text).toContain("## NCCI MUE, practitioner\n\n3 before, 3 after: 1 added, 1 removed, 1 changed.");
    expect(text).toContain("22512: MUE value 3 to 4");
    expect(text).toContain("22511 77012 2015-01-01: last day of the edit none to 2025-03-31");
    expect(text).toContain("of 1 code with edits in both releases");
  });

  it("counts an edit once, though it stands in the slices of both its codes", async () => {
    const side = await sideOf(EARLIER, ["ncci-ptp"], ["22510", "22511", "22514"]);
    // 22315-22511, three of 22511, and 22514-22511.
    expect(changes(side, side).ncci).toMatchObject([{ tally: { before: 5, after: 5, unchanged: 5 } }]);
  });

  it("compares the chosen codes alone", async () => {
    const [before, after] = [await sideOf(EARLIER, ["ncci"], []), await sideOf(LATER, ["ncci"], [])];
    const chooseCodes = () => ({ codes: ["22511"], unknown: [] });
    const { ncci = [] } = diff(before, after, { localities: false, chooseCodes });
    // One pair with the primary code 22511; one row of 22511.
    expect(ncci.map(({ tally }) => [tally.before, tally.after, tally.changed])).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ]);
  });

  it("says nothing of tables that one of them was built without", async () => {
    const [before, after] = [await sideOf(EARLIER, ["ncci"], []), await sideOf(LATER, [], [])];
    expect(changes(before, after)).not.toHaveProperty("ncci");
  });

  it("tells edits that begin on one day apart by their last days", async () => {
    const again = (row: string): Files => {
      const [first = [], second = [], third = [], fourth = []] = ptpParts();
      return ptpFiles("ccipra-v311r0", [first, second, [...third, row], fourth]);
    };
    const before = await sideOf(again("22511 20225 20150101 20151231 1"), ["ncci-ptp"], ["22511"]);
    const after = await sideOf(again("22511 20225 20150101 20161231 1"), ["ncci-ptp"], ["22511"]);
    const [ptp] = changes(before, after).ncci ?? [];
    expect([ptp?.added[0]?.key, ptp?.removed[0]?.key]).toEqual([
      "22511 20225 2015-01-01 to 2016-12-31",
      "22511 20225 2015-01-01 to 2015-12-31",
    ]);
    expect(ptp?.tally).toMatchObject({ unchanged: 5, changed: 0 });
  });
});
