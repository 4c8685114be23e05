import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import exceljs from "exceljs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { SHEET_COLUMNS } from "../../pipelines/exports/sheet-figures.ts";
import { workbookOf } from "../../pipelines/exports/workbook.ts";
import { type OpenedRelease, openRelease } from "../../pipelines/read/index.ts";
import { readWorkbook } from "../../pipelines/tables/xlsx.ts";
import { readDocument } from "../support/documents.ts";
import { texts } from "../support/duckdb.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const AMOUNTS = ["fee", "nonFacility", "facility", "limitingCharge", "oppsRate", "ascRate"] as const;
const SHAPE = ["code", "modifier", ...AMOUNTS, "reason"];

/** A sheet read back: each row as texts, nothing as an empty text. */
type Lines = readonly (readonly string[])[];

const READ: Readonly<Record<string, (path: string) => Promise<Lines> | Lines>> = {
  csv: (path) => Papa.parse<string[]>(readFileSync(path, "utf8").trimEnd()).data.slice(1),
  json: (path) => {
    const rows = JSON.parse(readFileSync(path, "utf8")) as Record<string, string | null>[];
    return rows.map((row) => Object.values(row).map((value) => value ?? ""));
  },
  xlsx: async (path) => {
    const [grid] = await readWorkbook(readFileSync(path), path);
    return (grid?.rows ?? []).slice(1).map((row) => SHAPE.map((_, at) => row[at] ?? ""));
  },
  parquet: async (path) =>
    (await texts(`SELECT * FROM '${path}'`)).map((row) => Object.values(row).map((v) => v ?? "")),
};

/** Without the zeros at the end, in which the formats differ: 3342.87 and 3342.8700. */
const plain = (lines: Lines): Lines =>
  lines.map((line) => line.map((text) => text.replace(/^(\d+\.\d*?)0+$/, "$1").replace(/\.$/, "")));

interface Case {
  readonly id: string;
  readonly setting: "office" | "hopd" | "asc";
  readonly locality: string;
  readonly track?: "qualifying-apm";
}

/** What the reader answers about a row, asked in the way that docs/reader.md shows. */
function expectedLine(release: OpenedRelease, { setting, locality, track }: Case, code: string, modifier?: string) {
  const common = { code, modifier, locality, track };
  const question =
    setting === "office" ? { ...common, setting } : ({ ...common, setting, payee: "physician" } as const);
  const fee = release.rate(question);
  const own = release.feeSchedule(common);
  const both = own.kind === "row" ? [own.nonFacility?.value, own.facility?.value] : [undefined, undefined];
  const limit = release.limitingCharge(question).value;
  const rates = (["hopd", "asc"] as const).map((site) =>
    [undefined, [...release.rows(code)][0]?.modifier].includes(modifier)
      ? release.rate({ code, locality: "national", setting: site, payee: "facility" }).value
      : null,
  );
  const reason = fee.kind === "reason" ? fee.reason : "";
  return [code, modifier, fee.value, ...both, limit, ...rates, reason].map((text) => text ?? "");
}

function expectedLines(release: OpenedRelease, asked: Case): Lines {
  return release.codes.flatMap((code) => {
    const rows = [...release.rows(code)];
    if (rows.length === 0) return [expectedLine(release, asked, code)];
    return rows.map(({ modifier }) => expectedLine(release, asked, code, modifier));
  });
}

const CASES: Case[] = [
  { id: "2026A", setting: "office", locality: "national" },
  { id: "2026A", setting: "hopd", locality: "0111205" },
  { id: "2025A", setting: "asc", locality: "1310200" },
  { id: "2026A", setting: "office", locality: "0111205", track: "qualifying-apm" },
];

async function exported(to: string, ...more: string[]) {
  const said = await ratebookHere("export", "--to", to, ...more);
  expect(said).toMatchObject({ status: 0, stdout: "" });
  return said;
}

describe.each(CASES)("the rate sheet of $id, $setting, $locality", (each) => {
  it.each(Object.keys(READ))("has the reader's amounts in every cell: %s", async (format) => {
    const { id, setting, locality, track } = each;
    const to = join(temporaryFolder(), `fees.${format}`);
    const place = locality === "national" ? [] : ["--locality", locality];
    const asked = ["--release", id, "--setting", setting, ...place, ...(track === undefined ? [] : ["--track", track])];
    await exported(to, "--codes", "all", "--shape", SHAPE.join(","), ...asked);
    const expected = expectedLines(await openRelease(join(OUT, id)), each);
    expect(expected.flat().filter((text) => /^\d+\.\d\d/.test(text)).length).toBeGreaterThan(60);
    expect(plain(await (READ[format] as (path: string) => Lines)(to))).toEqual(plain(expected));
  });
});

describe("a rate sheet", () => {
  it("has the headings of practice management systems, and says which rows are left out", async () => {
    const to = join(temporaryFolder(), "fees.csv");
    const { stderr } = await exported(to, "--codes", "22510-22526");
    const lines = readFileSync(to, "utf8").split("\n");
    expect(lines.slice(0, 3)).toEqual(["CPT,Modifier,Fee", "22510,,1763.23", "22511,,1773.92"]);
    expect(stderr).toMatch(/^\d+ rows of 2026A, office, national \(excerpt\)\n\d without an amount left out .*: \d /);
    expect(lines.some((line) => line.endsWith(","))).toBe(false);
  });

  it("goes to standard output, with the columns in the order that is asked for", async () => {
    const asked = ["--codes", "22511", "--shape", "fee=Fee,code=CPT,status,workRvu,locality,from"];
    const { stdout } = await ratebookHere("export", "--to", "-", "--format", "csv", ...asked);
    expect(stdout).toBe("Fee,CPT,status,workRvu,locality,from\n1773.92,22511,A,7.15,national,2026-01-01\n");
  });

  it("keeps leading zeros and the modifier 26 as text, and amounts as numbers with two decimals", async () => {
    const shape = {
      name: "sheet",
      columns: { CPT: "text", Modifier: "text", Fee: { scale: 2 }, Rate: { scale: 4, long: true } },
    } as const;
    const batch = { CPT: ["00100", "77012"], Modifier: ["", "26"], Fee: ["1773.92", "100.00"], Rate: ["12.345", null] };
    const bytes = await workbookOf(shape, batch, { sheet: "2026A", createdBy: "test" });
    const [grid] = await readWorkbook(bytes, "fees.xlsx");
    expect(grid?.rows).toEqual([
      ["CPT", "Modifier", "Fee", "Rate"],
      ["00100", "", "1773.92", "12.345"],
      ["77012", "26", "100", ""],
    ]);
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const cell = (name: string) => book.worksheets[0]?.getCell(name);
    expect([cell("A2"), cell("B3"), cell("C2"), cell("D2")].map((each) => [each?.value, each?.numFmt])).toEqual([
      ["00100", "@"],
      ["26", "@"],
      [1773.92, "0.00"],
      [12.345, "0.00##"],
    ]);
    const large = { ...batch, Fee: ["9007199254740993.00", null] };
    await expect(workbookOf(shape, large, { sheet: "2026A", createdBy: "test" })).rejects.toThrow("more digits");
  });

  it("is the same workbook twice, replaces its own, and never another's", async () => {
    const folder = temporaryFolder();
    const [one, two] = [join(folder, "one.xlsx"), join(folder, "two.xlsx")];
    for (const to of [one, one, two]) await exported(to, "--codes", "all");
    expect(readFileSync(two)).toEqual(readFileSync(one));
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(one);
    await book.xlsx.writeFile(one);
    const refused = await ratebookHere("export", "--to", one, "--codes", "all");
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("ratebook did not write")]);
    const csv = join(folder, "mine.csv");
    writeFileSync(csv, "CPT,Modifier,Fee\n22511,,1.00\n");
    expect(await ratebookHere("export", "--to", csv, "--codes", "all")).toMatchObject({ status: 2 });
    await exported(csv, "--codes", "all", "--overwrite");
  });

  it("adds the facility's rate to the physician's amount, once a code", async () => {
    const to = join(temporaryFolder(), "totals.json");
    await exported(to, "--codes", "all", "--setting", "asc", "--shape", "code,total");
    const release = await openRelease(join(OUT, "2026A"));
    const answers = [...release.all({ setting: "asc", payee: "total", locality: "national" })];
    const expected = answers.flatMap(({ code, value }) => (value === null ? [] : [{ code, total: value }]));
    expect(expected).toContainEqual({ code: "22511", total: "2006.27" });
    expect(JSON.parse(readFileSync(to, "utf8"))).toEqual(expected);
  });

  it("tells programs what it wrote", async () => {
    const to = join(temporaryFolder(), "fees.json");
    const { stdout } = await ratebookHere("export", "--to", to, "--codes", "22505-22526", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      to,
      format: "json",
      release: "2026A",
      setting: "office",
      locality: "national",
      track: "non-qualifying-apm",
    });
  });

  it("has no column for descriptors, and a document for every other one", () => {
    expect(SHEET_COLUMNS.filter((name) => /desc|^name|title/i.test(name))).toEqual([]);
    const page = readDocument("docs/tables.md");
    expect(
      SHEET_COLUMNS.slice(0, SHEET_COLUMNS.indexOf("status")).filter((name) => !page.includes(`\`${name}\``)),
    ).toEqual([]);
  });
});

describe("export says what is wrong", () => {
  it.each([
    [
      ["--codes", "all", "--shape", "code,workRv"],
      2,
      /--shape: "workRv" is not a column; columns are code, .*did you mean "workRvu"/,
    ],
    [["--codes", "all", "--shape", "description"], 2, /descriptors belong to the AMA/],
    [["--codes", "all", "--shape", "code,fee=code"], 2, /two columns have the heading "code"/],
    [["--codes", "all", "--shape", "fee=2026"], 2, /"2026" is not a heading for fee/],
    [["--codes", "all", "--shape", "code,total"], 2, /total needs --setting hopd or asc/],
    [
      ["--codes", "all", "--shape", "code,total", "--setting", "asc", "--locality", "0111205"],
      2,
      /without a place only/,
    ],
    [["--codes", "99999"], 3, /99999 is not in this release/],
    [["--codes", "nonsense"], 2, /"nonsense" is neither a HCPCS code/],
    [["--codes", "00000-00001"], 1, /the sheet would have no row: no code is chosen/],
    [["--codes", "all", "--zip", "94110", "--locality", "0111205"], 2, /give only one of --zip and --locality/],
    [["--codes", "all", "--locality", "9999999"], 3, /9999999/],
    [["--codes", "all", "--release", "2025A,2026A"], 2, /a rate sheet is of one release/],
    [["--codes", "all", "--release", "2026A", "--on", "2026-02-14"], 2, /give only one of --on and --release/],
    [["--codes", "all", "--tables", "rvu"], 2, /give only one of --codes and --tables/],
    [["--codes", "all", "--track", "all"], 2, /"all" is not a track; tracks are non-qualifying-apm, qualifying-apm/],
    [["--codes", "all", "--setting", "home"], 2, /"home" is not a setting/],
    [["--codes", "all", "--format", "ods"], 2, /"ods" is not a format; formats are csv, xlsx, parquet, json/],
    [["--shape", "code"], 2, /--shape is for a rate sheet; choose its codes/],
    [["--format", "xlsx"], 2, /--format xlsx is for a rate sheet/],
  ])("%s", async (args, code, message) => {
    const { status, stderr } = await ratebookHere("export", "--to", join(temporaryFolder(), "x.csv"), ...args);
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
  });

  it("a file without a known ending, and a workbook for standard output", async () => {
    const to = (name: string, ...more: string[]) => ratebookHere("export", "--codes", "all", "--to", name, ...more);
    expect((await to("fees")).stderr).toMatch(/does not end with \.csv, \.xlsx, \.parquet, \.json; name the format/);
    expect((await to("-", "--format", "xlsx")).stderr).toMatch(/- takes csv and json/);
  });
});
