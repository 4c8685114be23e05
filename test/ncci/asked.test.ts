import { describe, expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { releasesAmong } from "../../pipelines/inputs/discover.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { NcciAddOnDocument, NcciMuePractitionerDocument } from "../../schemas/out/ncci.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fewRows } from "../support/few-rows.ts";
import { ratebookHere } from "../support/in-process.ts";
import { buildApril, documentsOf, type Files, folderOfApril } from "../support/ncci-build.ts";
import { ADD_ON_ROWS, addOnText, MUE_ROWS, mueText } from "../support/ncci-files.ts";
import { ptpFiles } from "../support/ptp-files.ts";
import { workbook } from "../support/workbooks.ts";
import { zipOf } from "../support/zips.ts";

const ADD_ONS = "AOC_V2025Q2-MCR.csv";
const MUE = "MCR_MUE_PractitionerServices_Eff_04-01-2025.csv";
const TABLES: Files = { [ADD_ONS]: addOnText(), [MUE]: mueText("practitioner") };

/** What is wrong with a build of these files; nothing is published of it. */
async function problemsWith(files: Files) {
  const { problems, outputs } = await buildApril(folderOfApril(files), ["ncci"]);
  expect([...outputs]).toEqual([]);
  return problems;
}

describe("NCCI edits that a build asks for", () => {
  it("are documents with ISO days, the digit and the words of an indicator, and the row of each", async () => {
    const documents = documentsOf(await buildApril(folderOfApril(TABLES), ["ncci"]));
    const addOns = NcciAddOnDocument.parse(documents.get("ncci-addon.json"));
    expect(addOns.window).toEqual({ from: "2025-04-01", to: "2025-06-30" });
    expect(addOns.rows).toHaveLength(ADD_ON_ROWS.length);
    expect(addOns.rows[1]).toEqual({
      type: "1",
      addOn: "22512",
      addOnDeleted: null,
      primary: "22511",
      primaryDeleted: null,
      effective: "2015-01-01",
      deletion: null,
      note: null,
      row: 4,
    });
    // Day 91 of 2013 is 1 April (31 + 28 + 31 + 1); 2024 is a leap year, so that its day 366 is its last.
    expect(addOns.rows[3]).toMatchObject({
      primary: null,
      effective: "2013-04-01",
      note: "Contractor Defined Primary Codes",
    });
    expect(addOns.rows[4]).toMatchObject({ addOnDeleted: "2024-12-31", deletion: "2024-12-31" });
    const mue = NcciMuePractitionerDocument.parse(documents.get("ncci-mue-practitioner.json"));
    expect(mue.rows).toEqual([
      expect.objectContaining({ hcpcs: "22511", value: 1, adjudicationIndicator: "2", row: 3 }),
      expect.objectContaining({ hcpcs: "22512", value: 3, adjudication: "Date of Service Edit: Clinical", row: 4 }),
      expect.objectContaining({ hcpcs: "99997", value: 0, adjudication: "Line Edit", rationale: "CMS Policy" }),
    ]);
    expect(JSON.stringify([...documents])).not.toContain("names codes, ");
  });

  it("are the same from a csv, from a workbook and from CMS's archives", async () => {
    const rows = MUE_ROWS.map((row) => row.split(","));
    const headings = [
      "HCPCS/\nCPT Code",
      "Practitioner Services MUE Values",
      "MUE Adjudication Indicator",
      "MUE Rationale",
    ];
    const sheet = await workbook([["A notice"], headings, ...rows]);
    const archive = await zipOf({ [MUE]: mueText("practitioner"), "read me.pdf": "notes" });
    const folders = [
      TABLES,
      { [ADD_ONS]: addOnText(), [MUE.replace(".csv", ".xlsx")]: sheet },
      { [ADD_ONS]: addOnText(), "medicare-ncci-2025-q2-practitioner-services-mue-table.zip": archive },
    ];
    const read = await Promise.all(folders.map(async (files) => await buildApril(folderOfApril(files), ["ncci"])));
    const published = read.map(documentsOf).map((each) => {
      return NcciMuePractitionerDocument.parse(each.get("ncci-mue-practitioner.json")).rows;
    });
    expect(published[0]).toHaveLength(3);
    expect(published[1]).toEqual(published[0]);
    expect(published[2]).toEqual(published[0]);
  });

  it("are read by the same reader for each setting", async () => {
    const files = {
      "MCR_MUE_OutpatientHospitalServices_Eff_04-01-2025.csv": mueText("hospital"),
      "MCR_MUE_DMESupplierServices_Eff_04-01-2025.csv": mueText("dme"),
    };
    const documents = documentsOf(await buildApril(folderOfApril(files), ["ncci"]));
    expect(documents.get("ncci-mue-hospital.json")).toMatchObject({ rows: [{ hcpcs: "22511", value: 1 }, {}, {}] });
    expect(documents.get("ncci-mue-dme.json")).toMatchObject({ rows: [{ hcpcs: "22511", value: 1 }, {}, {}] });
  });

  it("are no part of a release that does not ask for them, and nothing of them is missing", async () => {
    const built = await buildApril(folderOfApril(TABLES), []);
    expect([...documentsOf(built).keys()].filter((path) => path.startsWith("ncci"))).toEqual([]);
    expect(built.book.release.publications.map(({ family }) => family)).not.toContain("ncci");
    expect(built.book.inputs.missing.map(({ source }) => source)).not.toContain("ncci");
  });

  it("leave the document of a code as it is without them", async () => {
    const folder = folderOfApril({ ...TABLES, ...ptpFiles() });
    const [plain, asked] = [await buildApril(folder, []), await buildApril(folder, ["ncci", "ncci-ptp"])];
    expect(documentsOf(asked).get("codes/22511.json")).toEqual(documentsOf(plain).get("codes/22511.json"));
  });

  it("are no release by themselves", () => {
    const path = "MCR_MUE_PractitionerServices_Eff_04-01-2025.csv";
    expect(releasesAmong([{ path, bytes: 0, read: () => new Uint8Array() }])).toEqual([]);
  });

  it("are asked for in the attestation, so that a rebuild asks for them again", async () => {
    const documents = documentsOf(await buildApril(folderOfApril(TABLES), ["ncci"]));
    expect(documents.get("attestation.intoto.json")).toMatchObject({
      predicate: { buildDefinition: { externalParameters: { with: ["ncci"] } } },
    });
  });
});

describe("NCCI edits that cannot be read", () => {
  it("are never those of another quarter", async () => {
    const folder = folderOfApril({ "AOC_V2025Q3-MCR.csv": addOnText() });
    const thrown: unknown = await buildApril(folder, ["ncci"]).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(InputFault);
    expect((thrown as InputFault).problem).toMatchObject({
      code: "release.not-of-quarter",
      message: expect.stringMatching(/^NCCI edits 2025Q2 of 2025B is not there; registered are NCCI edits 2026Q2/),
      cure: expect.stringContaining("register --family ncci"),
    });
  });

  it("are refused where the name of the archive and that of its table contradict each other", async () => {
    const name = "MCR_MUE_PractitionerServices_Eff_07-01-2025.csv";
    const archive = await zipOf({ [name]: mueText("practitioner") });
    expect(await problemsWith({ "medicare-ncci-2025-q2-practitioner-services-mue-table.zip": archive })).toMatchObject([
      { code: "period.wrong", message: expect.stringContaining("it is for 2025Q3, expected 2025Q2") },
    ]);
  });

  it("are refused with a table of another setting under their name", async () => {
    expect(await problemsWith({ ...TABLES, [MUE]: mueText("hospital") })).toMatchObject([
      {
        code: "heading.missing",
        place: { file: MUE, row: 2 },
        message: expect.stringMatching(
          /no column has the heading "Practitioner Services MUE Values".* "Outpatient Hospital Services MUE Values"/,
        ),
      },
    ]);
  });

  it.each([
    [
      "text for a value",
      "22511,one,2 Date of Service Edit: Policy,x",
      { row: 3, column: "B" },
      /a whole number, saw "one"/,
    ],
    ["a value with decimals", "22511,1.5,2 Date of Service Edit: Policy,x", { row: 3, column: "B" }, /saw "1\.5"/],
    ["no value", "22511,,2 Date of Service Edit: Policy,x", { row: 3, column: "B" }, /a whole number, saw ""/],
    ["an indicator of its own", "22511,1,4 Claim Edit,x", { row: 3, column: "C" }, /"1 Line Edit" or .*, saw "4 Claim/],
    ["a code in lower case", "g0463,1,1 Line Edit,x", { row: 3, column: "A" }, /hcpcs like .*, saw "g0463"/],
  ])("are refused with %s", async (_, row, place, message) => {
    const files = { ...TABLES, [MUE]: mueText("practitioner", [row, ...MUE_ROWS.slice(1)]) };
    const [problem, ...others] = await problemsWith(files);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ place: { file: MUE, ...place }, message: expect.stringMatching(message) });
    expect(problem?.cure).not.toBe("");
  });

  it.each([
    ["an add-on pair twice", [...ADD_ON_ROWS, ADD_ON_ROWS[1]], { row: 8 }, /^row 4 has the same key$/],
    [
      "a day that no year has",
      ["1,22512,,22510,,2015366,,"],
      { row: 3, column: "F" },
      /such as 2015001, saw "2015366"/,
    ],
    ["a calendar day", ["1,22512,,22510,,20150101,,"], { row: 3, column: "F" }, /such as 2015001, saw "20150101"/],
    ["a type of its own", ["4,22512,,22510,,2015001,,"], { row: 3, column: "A" }, /1, 2 or 3, saw "4"/],
  ])("are refused with %s", async (_, rows, place, message) => {
    const [problem, ...others] = await problemsWith({ ...TABLES, [ADD_ONS]: addOnText(rows) });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ place: { file: ADD_ONS, ...place }, message: expect.stringMatching(message) });
  });

  it("are refused with a page in the place of the archive", async () => {
    const files = {
      "medicare-ncci-2025-q2-practitioner-services-mue-table.zip": "<!DOCTYPE html><title>License</title>",
    };
    await expect(buildApril(folderOfApril(files), ["ncci"])).rejects.toThrow(
      /expected a zip archive, saw an HTML page/,
    );
  });
});

describe("a release that was built with NCCI edits", () => {
  it("is built again with them, byte for byte, and verified", async () => {
    const files = { ...TABLES, ...ptpFiles() };
    const [from, out] = [folderOfApril(files), temporaryFolder()];
    const build = ["build", "--from", from, "--out", out, "--release", "2025B", "--allow-unregistered"];
    const missing = ["ncci-addon", "ncci-mue-practitioner"].map((role) => `cross.continuity:${role}.missing=some rows`);
    const accept = [...fewRows("addendum-b"), ...missing].flatMap((each) => ["--accept", each]);
    const asked = ["--without", "wage-index,zip", "--with", "ncci,ncci-ptp", "--codes", "22511"];
    expect(await ratebookHere(...build, ...accept, ...asked, "--quiet")).toMatchObject({ status: 0 });
    expect(await ratebookHere(...build, ...accept, ...asked)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /add-ons +5 rows[\s\S]*MUE +3 rows[\s\S]*PTP +11 rows {2}ccipra-v311r0-f1.txt and 3 more/,
      ),
    });
    const without = await ratebookHere(...build, ...accept, "--without", "wage-index,zip", "--codes", "22511");
    expect(without.stderr).toMatch(/ncci-addon has 5 rows, the new one 0; .*ncci-ptp-practitioner has 11 rows/);
    const { status, stdout } = await ratebookHere("verify", out, "--from", from, "--quiet");
    expect(stdout).toMatch(/2025B .* (\d+) of \1 equal/);
    expect(status).toBe(0);
  });

  it("is refused where a registered table is not there, with the option that leaves it out", async () => {
    const release = registeredRelease("2026B", undefined, ["ncci"]);
    const ncci = release.publications.filter(({ family }) => family === "ncci");
    const options = { chooseCodes: () => [], required: [], allowChanged: false, sideTablesAlone: true };
    const { problems } = await buildRelease({ ...release, publications: ncci }, [], options);
    expect(problems).toMatchObject([
      { code: "source.not-found", cure: "Put the files into the folder, or leave ncci out of --with" },
    ]);
  });
});

describe("--with", () => {
  const build = async (...args: readonly string[]) =>
    await ratebookHere("build", "--out", temporaryFolder(), "--release", "2025A", ...args);

  it.each([
    ["names only what is read on request", ["--with", "opps"], /--with: .*opps.*ncci/],
    ["is needed to require it", ["--require", "ncci"], /--require: ncci is read only on request; add --with ncci/],
    ["has no opposite", ["--without", "ncci"], /--without: .*ncci/],
    ["is refused for embedded releases", ["--with", "ncci"], /--with ncci: an embedded release has no such tables/],
  ])("%s", async (_, args, message) => {
    const { status, stderr } = await build(...args);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(message);
  });
});
