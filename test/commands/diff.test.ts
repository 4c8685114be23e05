import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { type DiffArguments, diffCommand, volumesCommand } from "../../scripts/commands/diff.ts";
import { BuiltCopy } from "../support/built-copy.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OUT = fileURLToPath(new URL("../../out", import.meta.url));

function said(options: Partial<DiffArguments> = {}): string {
  const terminal = fakeTerminal();
  expect(diffCommand("2025A", "2026A", { out: OUT, most: "20", ...options }, terminal)).toBe(0);
  return terminal.results.join("\n");
}

async function worthOf(volumes: string, options: Partial<DiffArguments> = {}): Promise<string> {
  const terminal = fakeTerminal();
  expect(await volumesCommand("2025A", "2026A", { out: OUT, most: "20", ...options, volumes }, terminal)).toBe(0);
  return terminal.results.join("\n");
}

describe(diffCommand, () => {
  it("writes every locality's changes to a file, whole or not at all, and sums them up", () => {
    const folder = temporaryFolder();
    const file = join(folder, "localities.ndjson");
    writeFileSync(file, "what was there");
    expect(() => said({ localitiesTo: file })).toThrow(/ratebook did not write the existing file/);
    expect(readFileSync(file, "utf8")).toBe("what was there");
    const text = said({ localitiesTo: file, most: "4", overwrite: true });
    expect(text).toMatch(/^18 rows priced in both releases/m);
    expect(text).toMatch(/^\.\.\. and 105 between them$/m);
    // A head, and two settings of 18 rows.
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(37);
    expect(() => said({ localitiesTo: join(folder, "other.ndjson"), codes: "99999" })).toThrow(/99999/);
    expect(readdirSync(folder)).toEqual(["localities.ndjson"]);
    expect(() => said({ localitiesTo: join(file, "lines.ndjson") })).toThrow(/--localities-to: .* is not a folder/);
  });

  it("sums up what the change is worth for a file of volumes, as Markdown and as JSON", async () => {
    const file = join(temporaryFolder(), "practice.csv");
    writeFileSync(file, "code,modifier,setting,locality,count\n22511,,office,,120\n22862,,asc,,1\n");
    const text = await worthOf(file);
    // 1,676.52 x 120 and 1,773.92 x 120; Addendum AA of 2025 has no row of 22862.
    expect(text).toMatch(/^\| all +\| 120 +\| 201,182\.40 \| 212,870\.40 \| 11,688\.00 \| 5\.81 \|$/m);
    expect(text).toMatch(/^\| 3 +\| 22862 \| Surgical center \| US +\| 1 +\| not on ASC list \|/m);
    expect(JSON.parse(await worthOf(file, { json: true }))).toMatchObject({
      schema: "ratebook/portfolio",
      total: { change: "11688.00" },
    });
  });

  it("tells everything that is wrong with a file of volumes, sums nothing up, and exits 1", async () => {
    const file = join(temporaryFolder(), "practice.csv");
    writeFileSync(
      file,
      "code,modifier,setting,locality,count\n22511,,office,,120\n22511,,asc,,12.5\n22511,,office,,x\n",
    );
    const terminal = fakeTerminal();
    expect(await volumesCommand("2025A", "2026A", { out: OUT, most: "20", volumes: file }, terminal)).toBe(1);
    expect(terminal.results).toEqual([]);
    expect(terminal.notes.join("\n")).toMatch(
      /practice\.csv E3 \(count\)\s+"12\.5" is not a whole[\s\S]*practice\.csv E4 \(count\)\s+"x" is not a whole/,
    );
    const json = { out: OUT, most: "20", volumes: file, json: true };
    expect(await volumesCommand("2025A", "2026A", json, terminal)).toBe(1);
    expect(JSON.parse(terminal.results.join(""))).toMatchObject({
      problems: [{ place: { row: 3 } }, { place: { row: 4 } }],
    });
    await expect(worthOf(file, { codes: "22511" })).rejects.toThrow(/leave --codes out/);
    await expect(worthOf(`${file}.not`)).rejects.toThrow(/--volumes: cannot read .*csv\.not: ENOENT/);
    await expect(worthOf(OUT)).rejects.toThrow(/--volumes: cannot read .*: EISDIR/);
  });

  it("compares the other codes where neither release has one of them, and reports that one", () => {
    const text = said({ codes: "22511,ZZZZZ" });
    expect(text).toContain("In neither 2025A nor 2026A, and left out: ZZZZZ.");
    expect(text).toMatch(/\| 22511 \| non-facility \| 1676\.52 \| 1773\.92 /);
    expect(JSON.parse(said({ codes: "22511,ZZZZZ", json: true }))).toMatchObject({
      codes: ["22511"],
      unknownCodes: ["ZZZZZ"],
    });
    expect(JSON.parse(said({ codes: "22511", json: true }))).not.toHaveProperty("unknownCodes");
    expect(() => said({ codes: "ZZZZY,ZZZZZ" })).toThrow(/ZZZZY is not in either release.*ZZZZZ is not in either/);
  });

  it("reads volumes from a workbook, from a spreadsheet's Unicode text, and their ZIP codes from the release", async () => {
    const folder = temporaryFolder();
    const rows = [
      ["CPT", "Mod", "POS", "ZIP", "Qty"],
      ["22511", "LT", 11, "36104", 10],
      ["22511", "", 22, "", -2],
    ];
    const book = new exceljs.Workbook();
    book.addWorksheet("notes").addRows([["not this one"]]);
    const sheet = book.addWorksheet("volumes");
    sheet.addRows(rows);
    sheet.addRow(["Total", "", "", "", { formula: "SUM(E2:E3)", result: 8 }]);
    const files = [join(folder, "volumes.xlsx"), join(folder, "volumes.txt")] as const;
    writeFileSync(files[0], Buffer.from(await book.xlsx.writeBuffer()));
    writeFileSync(files[1], `\uFEFF${rows.map((row) => row.join("\t")).join("\r\n")}`, "utf16le");
    const copy = new BuiltCopy();
    const alabama = { zip: "36104", state: "AL", rural: "urban", locality: "1011200", plusFour: false, row: 3 };
    copy.table("2026A", "zips", "zip5", [alabama]);
    for (const file of files) {
      const document = JSON.parse(await worthOf(file, { out: copy.out, json: true }));
      expect(document).toMatchObject({
        units: { read: 8, inTotal: 8, notUnderstood: 0 },
        // Alabama 2025: see portfolio.test.ts
        lines: [
          { hcpcs: "22511", modifiers: ["LT"], locality: "1011200", from: "1478.06" },
          { count: -2, from: "393.66" },
        ],
      });
    }
    const without = JSON.parse(await worthOf(files[0], { json: true }));
    expect(without.notUnderstood).toMatchObject([{ row: 2, why: "release 2026A was built without zips.json" }]);
  });

  it("reads volumes from a pipe", () => {
    const volumes = "printf 'code,modifier,setting,locality,count\\n22511,,office,,10\\n'";
    const command = `${volumes} | node scripts/ratebook.mjs diff 2025A 2026A --volumes /dev/stdin --json`;
    const { stdout } = spawnSync("sh", ["-c", command], { cwd: ROOT, encoding: "utf8" });
    // 10 x (1,773.92 - 1,676.52)
    expect(JSON.parse(stdout)).toMatchObject({ total: { change: "974.00" } });
  });
});
