import { closeSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { AuditDocument } from "../../schemas/out/audit.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { FACTORS, feeTable } from "../support/fee-tables.ts";
import { ratebookHere } from "../support/in-process.ts";
import { textRow, workbookOf } from "../support/raw-workbooks.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

function tableFile(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

const audited = async (path: string, ...args: readonly string[]) =>
  await ratebookHere("audit", path, "--out", OUT, ...args);

describe("audit", () => {
  it("exits with 0 when every figure is equal, and says so in a line", async () => {
    const { status, stdout, stderr } = await audited(tableFile("fees.csv", feeTable("2026A")));
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^fees\.csv against 2026A .*\nAll 9 figures agree with 2026A\.\n/);
    expect(stdout).toMatch(/^ {2}setting {2}non-facility, guessed: 9 of 9 figures speak for it$/m);
  });

  it("exits with 1 when a figure differs: the cause first, the worst row, and what it should be", async () => {
    const path = tableFile("fees.csv", `${feeTable("2026A", { factor: FACTORS["2025A"] })}22526,,100\n`);
    const { status, stdout } = await audited(path, "--most", "1");
    expect(status).toBe(1);
    const lines = stdout.split("\n");
    expect(lines[1]).toMatch(/^9 of 10 figures equal the RVUs of 2026A at the factor 32\.3465 \(2025\)/);
    // 173.68 RVUs at 32.3465 and at 33.4009; 173.82 is the row of 22514.
    expect(stdout).toMatch(/^ +7 {2}22514 {2}non-facility +5622\.47 +5805\.74 +-183\.27 +-3\.16 % {2}equals the RVUs/m);
    expect(stdout).toMatch(/^ +not priced by Medicare +1 +10\.0 %$/m);
    expect(stdout).toMatch(/and 9 more: --json lists all$/m);
  });

  it("prints the document as JSON, and takes what the user fixes", async () => {
    const path = tableFile("fees.json", '{"22511": "1676.52", "22512": 681.87}');
    const fixed = ["--release", "2025a", "--setting", "office", "--locality", "national", "--tolerance", "0.01"];
    const { status, stdout } = await audited(path, ...fixed, "--json");
    expect(status).toBe(0);
    const { release, read, figures } = AuditDocument.parse(JSON.parse(stdout));
    expect([release, read.release.by, read.place.by, read.setting.by]).toEqual(["2025A", ...Array(3).fill("given")]);
    expect(read.tolerance).toBe("0.01");
    expect(figures.map(({ path: keys, seen }) => [keys, seen])).toEqual([
      ["22511", "1676.52"],
      ["22512", "681.87"],
    ]);
  });

  it("reads a workbook, and refuses its formulas with their cells", async () => {
    const rows = (cell: string): string =>
      `${textRow(1, ["CPT", "Fee"])}<row r="2"><c r="A2"><v>22511</v></c><c r="B2">${cell}</c></row>`;
    const good = await audited(tableFile("fees.xlsx", workbookOf(rows("<v>1773.92</v>"))));
    expect(good).toMatchObject({ status: 0, stdout: expect.stringContaining("All 1 figure agree") });
    const formula = await audited(tableFile("fees.xlsx", workbookOf(rows("<f>A1*1.2</f><v>1773.92</v>"))));
    expect(formula.status).toBe(1);
    expect(formula.stderr).toMatch(
      /audit\.formula\n {2}fees\.xlsx B2 \(Fee\)\n .*"=A1\*1\.2", and ratebook computes none/,
    );
  });

  it("refuses a table of 200 MB before it reads it", async () => {
    const path = join(temporaryFolder(), "all.csv");
    const file = openSync(path, "w");
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    const { status, stderr } = await audited(path);
    expect(status).toBe(1);
    expect(stderr).toMatch(/table\.too-large\n {2}all\.csv\n +the table has 209715200 bytes; the limit is 67108864\n/);
  });

  it.each([
    [
      "an unknown field",
      ["--map", "Fee=nonfacility"],
      2,
      /"nonfacility" is not a field; .*did you mean "nonFacility"\?/s,
    ],
    ["no field", ["--map", "Fee"], 2, /"Fee" is not HEADING=field, such as Fee=nonFacility/],
    [
      "a column that is not there",
      ["--map", "Price=amount"],
      1,
      /names the column "Price", which the table does not have/,
    ],
    ["an unknown setting", ["--setting", "ofice"], 2, /did you mean "office"\?/],
    ["no percentage", ["--percent", "1.255"], 2, /"1\.255" is not a percentage/],
    ["no tolerance", ["--tolerance", "a cent"], 2, /"a cent" is not an amount in dollars/],
    ["no count", ["--most", "all"], 2, /"all" is not a count of rows/],
    ["a release and a day", ["--release", "2026A", "--on", "2026-02-01"], 2, /only one of --release and --on/],
    ["a release that is not built", ["--release", "2024A"], 3, /2024A was requested, but it is not built there/],
    ["an unknown place", ["--locality", "nowhere"], 3, /nowhere/],
  ])("refuses %s, and says what to write", async (_, args, code, message) => {
    const { status, stderr } = await audited(tableFile("fees.csv", feeTable("2026A")), ...args);
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
  });

  it("refuses a file that is not there, is no table, or is a workbook of another kind", async () => {
    expect(await audited("nowhere.csv")).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/cannot read nowhere/),
    });
    const binary = await audited(tableFile("fees.csv", Uint8Array.of(65, 0, 66, 0, 67)));
    expect(binary).toMatchObject({ status: 1, stderr: expect.stringMatching(/text\.nul-bytes/) });
    const old = await audited(tableFile("fees.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)));
    expect(old).toMatchObject({ status: 1, stderr: expect.stringMatching(/xlsx\.ole/) });
    const json = await audited(tableFile("fees.json", "Item\nnothing\n"), "--json");
    expect(JSON.parse(json.stdout).problems).toHaveLength(2);
  });

  it("prints no character of the table that a terminal acts on", async () => {
    const { stdout } = await audited(tableFile("fees.csv", "CPT,Fee,\u001b[31mRed\n22511,1773.92,\n225\u202e11,1,\n"));
    expect(["\u001b", "\u202e"].filter((each) => stdout.includes(each))).toEqual([]);
  });
});
