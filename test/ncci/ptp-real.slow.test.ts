import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { codeText, keyOf, type PtpEdits } from "../../pipelines/schedules/ncci/ptp-edits.ts";
import { rowsOfCodes } from "../../pipelines/schedules/ncci/ptp-slices.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ptpNames, ptpRow, ptpText } from "../support/ptp-files.ts";
import { ptpOf } from "../support/ptp-read.ts";
import { CMS_FOLDER, describeWithNcci, FOUND_NCCI_FOLDER } from "../support/real.ts";

interface ExcerptRow {
  readonly column_1: string;
  readonly column_2: string;
  readonly deletion_date: string;
  readonly modifier_indicator: string;
  readonly rationale: string;
}

function excerpt(setting: "practitioner" | "hospital"): ExcerptRow[] {
  const name = `EXCERPT-ptp-${setting}-2024Q3-22510-22515.csv`;
  const text = readFileSync(join(CMS_FOLDER, "ncci", name), "utf8");
  return Papa.parse<ExcerptRow>(text, { header: true, skipEmptyLines: true }).data;
}

/** A row of the excerpt as CMS lays it out. It has no first day: where the edit was never in force that is the last one, else it is ours. */
function inLayout(row: ExcerptRow): string {
  const last = row.deletion_date.replaceAll("-", "");
  const first = last === "" ? "20240701" : row.modifier_indicator === "9" ? last : "20150101";
  return ptpRow(`${row.column_1} ${row.column_2} ${first} ${last || "*"} ${row.modifier_indicator}`, row.rationale);
}

/** The excerpt in CMS's own layout, in four parts. */
async function editsOf(setting: "practitioner" | "hospital"): Promise<PtpEdits> {
  const rows = excerpt(setting).toSorted((one, other) => (one.column_1 < other.column_1 ? -1 : 1));
  const folder = temporaryFolder();
  for (const [at, name] of ptpNames(`${setting === "hospital" ? "ccioph" : "ccipra"}-v302r0`).entries()) {
    const own = rows.slice(Math.floor((at * rows.length) / 4), Math.floor(((at + 1) * rows.length) / 4));
    const lines = own.map(inLayout);
    writeFileSync(join(folder, name), ptpText(lines));
  }
  const { ptp, problems, broken } = await ptpOf(folder, "2024C");
  expect([problems, broken]).toEqual([[], []]);
  return ptp[0] as PtpEdits;
}

/** Modifier indicators of the edits of 22511 by the other code; "+" where 22511 is the one that is paid. */
function of22511(edits: PtpEdits): Map<string, string> {
  const [slice] = rowsOfCodes(edits, ["22511"]);
  const pairs = [...(slice?.rows ?? [])].map((row) => {
    const [column1, column2] = [codeText(edits.column1[row] ?? 0), codeText(edits.column2[row] ?? 0)];
    const isPaid = column1 === "22511";
    return [isPaid ? column2 : column1, `${edits.modifierIndicator[row]}${isPaid ? "+" : ""}`] as const;
  });
  return new Map(pairs);
}

describeWithNcci("CMS's procedure-to-procedure edits", () => {
  // The dossier's counts of the derived dump: 1,718 and 1,632 pairs.
  it.each([
    ["practitioner", 1718],
    ["hospital", 1632],
  ] as const)("of 22510 to 22515 in 2024Q3, %s: every pair is read as it stands", async (setting, count) => {
    const edits = await editsOf(setting);
    expect(edits.count).toBe(count);
    const pairs = Array.from({ length: count }, (_, row) => {
      const [column1, column2] = keyOf(edits, row).split(" ");
      return `${column1} ${column2} ${edits.modifierIndicator[row]} ${edits.rationales[edits.rationale[row] ?? 0]}`;
    });
    const expected = excerpt(setting).map((row) =>
      [row.column_1, row.column_2, row.modifier_indicator, row.rationale].join(" "),
    );
    expect(pairs.sort()).toEqual(expected.sort());
  });

  it("bundle imaging and biopsy with 22511, and say nothing of sedation by the same physician", async () => {
    const pairs = of22511(await editsOf("practitioner"));
    for (const code of ["77002", "77003", "77012", "76000", "20225", "20220"])
      expect([code, pairs.get(code)]).toEqual([code, "1+"]);
    expect(pairs.get("22510")).toMatch(/^0/);
    expect(pairs.get("22514")).toBe("1");
    expect([pairs.has("99151"), pairs.has("99152")]).toEqual([false, false]);
  });

  it("have the heading and the first rows that somebody transcribed from CMS's file", async () => {
    const text = readFileSync(join(FOUND_NCCI_FOLDER, "TRANSCRIBED-ccipra-v322r0-f1.head.txt"), "latin1");
    const folder = temporaryFolder();
    const [first, ...others] = ptpNames("ccipra-v322r0");
    writeFileSync(join(folder, first as string), text.replace(/\r?\n/g, "\r\n"));
    const made = ["10000 10001", "20000 20001", "G0000 G0001"];
    for (const [at, name] of others.entries())
      writeFileSync(join(folder, name), ptpText([ptpRow(`${made[at]} 20260701 * 1`)]));
    const { ptp, problems, broken } = await ptpOf(folder, "2026C");
    expect([problems, broken]).toEqual([[], []]);
    const [edits] = ptp as [PtpEdits];
    const lines = text
      .split(/\r?\n/)
      .slice(6)
      .filter((line) => line !== "");
    expect(edits.parts[0]).toMatchObject({ from: 0, to: lines.length, firstRow: 7 });
    const read = lines.map((_, row) => keyOf(edits, row));
    expect(read).toEqual(
      lines.map((line) => {
        const [column1, column2, , day = ""] = line.split("\t");
        return `${column1} ${column2} ${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
      }),
    );
  });
});
