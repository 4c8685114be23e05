import { closeSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BOUNDS } from "../../pipelines/problems/bounds.ts";
import { buildApril, type Files, folderOfApril } from "../support/ncci-build.ts";
import { PTP_HEAD, ptpFiles, ptpNames, ptpParts, ptpRow, ptpText } from "../support/ptp-files.ts";
import { replaceBytes, storedZipOf, zipOf } from "../support/zips.ts";

const FILES = ptpFiles();
const [FIRST, SECOND, THIRD, FOURTH] = ptpNames("ccipra-v311r0") as [string, string, string, string];

/** What is wrong with a build of these files; nothing is published of it. */
async function problemsWith(files: Files) {
  const { problems, outputs } = await buildApril(folderOfApril(files), ["ncci-ptp"]);
  expect([...outputs]).toEqual([]);
  return problems;
}

/** The files with one part's rows changed. */
function withRows(name: string, rows: readonly string[]): Files {
  return { ...FILES, [name]: ptpText(rows) };
}

describe("procedure-to-procedure edits that cannot be read", () => {
  it.each<[string, Files, string, RegExp]>([
    ["a part is missing", { ...FILES, [THIRD]: "" }, "csv.empty", /the file is empty/],
    [
      "a part of another version",
      replaced(THIRD, "ccipra-v311r1-f3.txt"),
      "ncci.parts-of-versions",
      /parts of 2 versions .* ccipra-v311r1-f3\.txt/,
    ],
    [
      "a part of the other setting",
      replaced(THIRD, "ccioph-v311r0-f3.txt"),
      "ncci.part-missing",
      /^no part f3 of ccipra-v311r0 is there, only ccipra-v311r0-f1\.txt, /,
    ],
    ["three parts", without(FOURTH), "ncci.part-missing", /^no part f4 of ccipra-v311r0 is there/],
    ["one part", without(FIRST, SECOND, FOURTH), "ncci.part-missing", /^no part f1 and no part f2 and no part f4/],
    ["a part of another quarter", replaced(FOURTH, "ccipra-v310r0-f4.txt"), "ncci.part-missing", /^no part f4/],
  ])("are refused with %s", async (_, files, code, message) => {
    const problems = await problemsWith(files);
    const found = problems.find((each) => each.code === code);
    expect(found?.message).toMatch(message);
    expect(found?.cure).not.toBe("");
  });

  it("are refused where an archive is named for the other setting", async () => {
    const archive = await zipOf({ [FOURTH]: FILES[FOURTH] as string });
    const name = "medicare-ncci-2025q2-hospital-ptp-edits-ccioph-v311r0-f4.zip";
    expect(await problemsWith({ ...without(FOURTH), [name]: archive })).toMatchObject([
      { code: "ncci.other-setting", place: { file: `${name} > ${FOURTH}` } },
    ]);
  });

  it("are refused where an archive and its part name two quarters", async () => {
    const archive = await zipOf({ "ccipra-v312r0-f4.txt": FILES[FOURTH] as string });
    const name = "medicare-ncci-2025q2-practitioner-ptp-edits-f4.zip";
    const problems = await problemsWith({ ...without(FOURTH), [name]: archive });
    expect(problems[0]).toMatchObject({
      code: "period.wrong",
      message: expect.stringContaining("for 2025Q3, expected 2025Q2"),
    });
  });

  it("are refused with a licence page in the place of an archive, or a damaged one", async () => {
    const name = "medicare-ncci-2025q2-practitioner-ptp-edits-ccipra-v311r0-f4.zip";
    const page = "<!DOCTYPE html><title>License</title>";
    await expect(problemsWith({ ...without(FOURTH), [name]: page })).rejects.toThrow(
      /saw an HTML page, probably a licence/,
    );
    const stored = await storedZipOf({ [FOURTH]: FILES[FOURTH] as string });
    const damaged = replaceBytes(stored, "G0463", "G0464");
    await expect(problemsWith({ ...without(FOURTH), [name]: damaged })).rejects.toThrow(/cannot be inflated intact/);
  });

  const good = ptpParts()[2] as readonly string[];
  const row = (text: string): string[] => [ptpRow(text), ...good.map((each) => ptpRow(each))];
  it.each<[string, readonly string[], object, RegExp]>([
    ["a code of four characters", row("2251 20225 20150101 * 1"), { row: 7, column: "A" }, /saw "2251"/],
    ["a code in lower case", row("22511 g0463 20150101 * 1"), { row: 7, column: "B" }, /saw "g0463"/],
    [
      "a day that is none",
      row("22511 20225 20150230 * 1"),
      { row: 7, column: "D" },
      /a day such as 20150101, saw "20150230"/,
    ],
    ["a day in another form", row("22511 20225 2015-01-01 * 1"), { row: 7, column: "D" }, /saw "2015-01-01"/],
    [
      "a blank for no last day",
      row("22511 20225 20150101  1"),
      { row: 7, column: "E" },
      /or \* while the edit is active, saw ""/,
    ],
    [
      "an indicator of its own",
      row("22511 20225 20150101 * 2"),
      { row: 7, column: "F" },
      /expected 0, 1 or 9, saw "2"/,
    ],
    ["no rationale", [ptpRow("22511 20225 20150101 * 1", "")], { row: 7, column: "G" }, /words of CMS's, saw ""/],
    ["a cell too many", [`${ptpRow("22511 20225 20150101 * 1")}\tmore`], { row: 7 }, /expected 7 cells, saw 8/],
    [
      "another mark than a star",
      [ptpRow("22511 20225 20150101 * 1").replace("\t\t", "\t+\t")],
      { row: 7, column: "C" },
      /saw "\+"/,
    ],
    [
      "a row below the end",
      [ptpRow("22511 20225 20150101 * 1"), "", ptpRow("22511 22510 20150101 * 0")],
      { row: 9 },
      /a row follows a blank row/,
    ],
    [
      "a comma for a tab",
      [ptpRow("22511 20225 20150101 * 1").replaceAll("\t", ",")],
      { row: 7 },
      /expected 7 cells, saw 1|column1 like/,
    ],
  ])("are refused with %s", async (_, rows, place, message) => {
    const [problem] = await problemsWith(withRows(THIRD, rows));
    expect(problem).toMatchObject({ place: { file: THIRD, ...place }, message: expect.stringMatching(message) });
    expect(problem?.cure).not.toBe("");
  });

  it("are refused with every row that is wrong, and no more than are of use", async () => {
    const rows = Array.from({ length: 10_050 }, () => ptpRow("22511 20225 20150101 * 2"));
    const problems = await problemsWith(withRows(THIRD, rows));
    expect(problems.length).toBeLessThan(10_010);
    expect(problems.at(-1)).toMatchObject({ code: "table.too-many-problems" });
  });

  it.each<[string, string, RegExp]>([
    ["no heading", ptpText([ptpRow("22511 20225 20150101 * 1")], PTP_HEAD.slice(0, 2)), /has the heading "Column 1"/],
    [
      "a column less",
      ptpText(
        [],
        PTP_HEAD.map((line) => line.replace("Effective", "Beginning")),
      ),
      /no column has the heading "Effective Date"/,
    ],
    ["no rows", ptpText([]), /no row below the heading has two codes/],
    ["a row that is no edit below the heading", ptpText(["notes\t\t\t\t\t\t"]), /column1 like .*, saw "notes"/],
    ["one endless line", `${ptpText([])}${"x".repeat(70_000)}`, /a line of more than 65536 bytes|line/],
  ])("are refused with %s", async (_, text, message) => {
    const [problem] = await problemsWith({ ...FILES, [THIRD]: text });
    expect(problem?.place.file).toBe(THIRD);
    expect(problem?.message).toMatch(message);
  });
});

describe("a part larger than any of CMS's", () => {
  it("is refused by its size, and never read as a whole", async () => {
    const folder = folderOfApril(without(FOURTH));
    const file = openSync(join(folder, FOURTH), "w");
    ftruncateSync(file, BOUNDS.partBytes + 1);
    closeSync(file);
    await expect(buildApril(folder, ["ncci-ptp"])).rejects.toThrow(/a file of 134217729 bytes; the limit is 134217728/);
  });
});

function without(...names: readonly string[]): Files {
  return Object.fromEntries(Object.entries(FILES).filter(([name]) => !names.includes(name)));
}

function replaced(name: string, by: string): Files {
  return { ...without(name), [by]: FILES[name] as string };
}
