import { describe, expect, it } from "vitest";
import { NcciPtpDocument, NcciPtpIndex } from "../../schemas/out/ncci.ts";
import { buildApril, documentsOf, type Files, folderOfApril } from "../support/ncci-build.ts";
import { PTP_HEAD, ptpFiles, ptpNames, ptpParts, ptpRow, ptpText } from "../support/ptp-files.ts";
import { replaceBytes, storedZipOf, zipOf } from "../support/zips.ts";

const FILES = ptpFiles();
const [FIRST, SECOND, THIRD, FOURTH] = ptpNames("ccipra-v311r0") as [string, string, string, string];
const SLICE = "ncci-ptp-practitioner/22511.json";
const INDEX = "ncci-ptp-practitioner/index.json";

async function published(files: Files, codes: readonly string[] = ["22511"]) {
  const built = await buildApril(folderOfApril(files), ["ncci-ptp"], codes);
  expect(built.problems).toEqual([]);
  return documentsOf(built);
}

async function slice(files: Files) {
  return NcciPtpDocument.parse((await published(files)).get(SLICE));
}

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

describe("procedure-to-procedure edits", () => {
  it("are a slice of the edits with the code in either column, each with its part and row", async () => {
    const { rows, window, setting, files } = await slice(FILES);
    expect([window, setting]).toEqual([{ from: "2025-04-01", to: "2025-06-30" }, "practitioner"]);
    expect(rows.map(({ column1, column2, part, row }) => `${column1} ${column2} ${part} ${row}`)).toEqual([
      "22315 22511 2 9",
      "22511 20225 3 7",
      "22511 22510 3 8",
      "22511 77012 3 9",
      "22514 22511 4 7",
    ]);
    expect(rows[0]).toEqual({
      column1: "22315",
      column2: "22511",
      effective: "2015-01-01",
      deletion: null,
      modifierIndicator: "1",
      rationale: "a rationale",
      part: 2,
      row: 9,
    });
    expect(Object.keys(files)).toEqual([1, 2, 3, 4].map((part) => `ncci-ptp-practitioner-${part}`));
    expect(files["ncci-ptp-practitioner-2"]).toMatchObject({ name: SECOND, origin: "unverified" });
  });

  it("have an index with every slice and its hash, and the edits of the setting in all", async () => {
    const documents = await published(FILES, ["22510", "22511", "22515"]);
    const index = NcciPtpIndex.parse(documents.get(INDEX));
    // Eleven edits, of which two have indicator 9, three 0; four have a last day.
    expect(index.edits).toEqual({ all: 11, active: 7, byModifierIndicator: { 0: 3, 1: 6, 9: 2 } });
    expect(index.rows.map(({ hcpcs, column1, column2 }) => [hcpcs, column1, column2])).toEqual([
      ["22510", 0, 1],
      ["22511", 3, 2],
      ["22515", 0, 0],
    ]);
    const manifest = documents.get("manifest.json") as { outputs: { path: string; sha256: string }[] };
    for (const { path, sha256 } of index.rows)
      expect(manifest.outputs).toContainEqual(expect.objectContaining({ path, sha256 }));
    expect(documents.get("ncci-ptp-practitioner/22515.json")).toMatchObject({ hcpcs: "22515", rows: [] });
  });

  it("are of both settings where both are there", async () => {
    const documents = await published({ ...FILES, ...ptpFiles("ccioph-v311r0") });
    expect(documents.get("ncci-ptp-hospital/22511.json")).toMatchObject({ setting: "hospital" });
    expect(documents.get("ncci-ptp-hospital/index.json")).toMatchObject({ edits: { all: 11 } });
  });

  it("are listed part by part in the manifest, with rows, columns and hashes", async () => {
    const documents = await published(FILES);
    const { publications } = documents.get("manifest.json") as { publications: { family: string; files: object[] }[] };
    const files = publications.find(({ family }) => family === "ncci-ptp")?.files ?? [];
    expect(files).toHaveLength(4);
    expect(files[2]).toMatchObject({
      id: "ncci-ptp-practitioner",
      name: THIRD,
      headingRows: { from: 3, to: 5 },
      rows: { data: 3, blank: 0, endMark: 0 },
      columns: { deletion: { column: "E", heading: "Deletion Date *=no data" } },
    });
  });

  const lines = (edit: (line: string) => string): Files =>
    Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, text.split("\r\n").map(edit).join("\r\n")]));

  it.each<[string, Files]>([
    [
      "line feeds alone",
      Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, text.replaceAll("\r", "")])),
    ],
    ["no end of the last line", { ...FILES, [FOURTH]: (FILES[FOURTH] ?? "").trimEnd() }],
    ["blanks around cells", lines((line) => (line.startsWith("22") ? line.replaceAll("\t", " \t ") : line))],
    ["blank rows and an end mark below", { ...FILES, [THIRD]: `${FILES[THIRD]}\r\n\r\n\u001a\r\n` }],
  ])("are the same with %s", async (_, files) => {
    expect((await slice(files)).rows).toEqual((await slice(FILES)).rows);
  });

  it("are the same from CMS's archives, one for each part", async () => {
    const zips = Object.entries(FILES).map(async ([name, text]) => {
      const archive = `medicare-ncci-2025q2-practitioner-ptp-edits-${name.replace(".txt", ".zip")}`;
      return [archive, await zipOf({ [name.replace(".txt", ".TXT")]: text })] as const;
    });
    const fromZips = await slice(Object.fromEntries(await Promise.all(zips)));
    expect(fromZips.rows).toEqual((await slice(FILES)).rows);
    expect(fromZips.files["ncci-ptp-practitioner-1"]?.name).toBe(
      "medicare-ncci-2025q2-practitioner-ptp-edits-ccipra-v311r0-f1.zip > ccipra-v311r0-f1.TXT",
    );
  });

  it("have their columns by the text of the heading, wherever it stands", async () => {
    const moved = (line: string): string => {
      const cells = line.split("\t");
      return cells.length < 7 ? line : [...cells.slice(0, 5), cells[6], cells[5]].join("\t");
    };
    const files = Object.entries(lines(moved)).map(([name, text]) => [name, `Another line of notice\r\n${text}`]);
    const rows = (await slice(FILES)).rows.map((row) => ({ ...row, row: row.row + 1 }));
    expect((await slice(Object.fromEntries(files))).rows).toEqual(rows);
  });

  it("have a rationale beyond ASCII in its own characters", async () => {
    const text = ptpText([ptpRow("22514 22511 20150101 * 1", "CMS\u0092s \u0096 words")]);
    const { rows } = await slice({ ...FILES, [FOURTH]: Buffer.from(text, "latin1") });
    expect(rows.at(-1)?.rationale).toBe("CMS\u2019s \u2013 words");
  });
});

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

function without(...names: readonly string[]): Files {
  return Object.fromEntries(Object.entries(FILES).filter(([name]) => !names.includes(name)));
}

function replaced(name: string, by: string): Files {
  return { ...without(name), [by]: FILES[name] as string };
}
