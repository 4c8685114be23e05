import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { audit } from "../../pipelines/answers/audit/audit.ts";
import { readCodeList } from "../../pipelines/answers/audit/code-list.ts";
import { csvOf, PASTED_LINES, PLAIN_LINES } from "../../pipelines/exports/csv.ts";
import { openReleases } from "../../pipelines/read/index.ts";
import type { OpenedRelease } from "../../pipelines/read/types.ts";
import { listTable } from "../../pipelines/website/browser/list-table.ts";
import { FEE_ROWS, feeOf, feeTable } from "../support/fee-tables.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const { releases } = await openReleases([`${OUT}/2025A`, `${OUT}/2026A`]);
const release = releases[1] as OpenedRelease;

const read = (...lines: readonly string[]) => readCodeList(lines.join("\n"), release);
const codesIn = (...lines: readonly string[]) =>
  read(...lines).lines.map(({ line, code, modifiers }) => [line, code, ...modifiers].join(" "));

/** The table of a list, compared with both releases where it has fees, as rows of texts by heading. */
function tableOf(text: string, lines = PLAIN_LINES, locality = "national"): Record<string, string>[] {
  const list = readCodeList(text, release);
  const open = { setting: undefined, percent: undefined, tolerance: 0, day: null, place: locality };
  const options = { ...open, overrides: new Map(), isReleaseGiven: true };
  const document = list.own.length === 0 ? undefined : audit(list.table, releases, release, options).document;
  const { shape, batch } = listTable({ list, release, locality, audit: document });
  const written = Buffer.concat([...csvOf(shape, [batch], lines)]).toString("utf8");
  return Papa.parse<Record<string, string>>(written.trimEnd(), { header: true }).data;
}

describe("a list of codes", () => {
  it.each([
    ["one a line", ["22511", "22512"], ["1 22511", "2 22512"]],
    ["with blank lines between", ["22511", "", "22512"], ["1 22511", "3 22512"]],
    ["several in a line", ["22511, 22512", "22513"], ["1 22511", "1 22512", "2 22513"]],
    ["with semicolons", ["22511;22512"], ["1 22511", "1 22512"]],
    ["with blanks", ["22511 22512"], ["1 22511", "1 22512"]],
    ["with a modifier behind the code", ["77012-26", "77012-TC"], ["1 77012 26", "2 77012 TC"]],
    ["with a modifier beside the code", ["77012\t26", "22511\t"], ["1 77012 26", "2 22511"]],
    [
      "with modifiers in some rows",
      ["77012;26;1.00", "22511;;2.00", "22512;;3.00"],
      ["1 77012 26", "2 22511", "3 22512"],
    ],
    ["with one after a blank", ["77012 26"], ["1 77012 26"]],
    ["in small letters", ["c1062"], ["1 C1062"]],
    ["under headings, with columns that nobody reads", ["Name;CPT;Mod", "x;77012;26"], ["2 77012 26"]],
    ["with the columns in another order", ["$1,773.92\t22511"], ["1 22511"]],
    ["as JSON", ['[{"code":"22511"},{"code":"22512"}]'], ["2 22511", "3 22512"]],
    ["with a modifier that changes nothing", ["22511-LT"], ["1 22511 LT"]],
  ])("is read %s", (_, lines, expected) => {
    expect(codesIn(...lines)).toEqual(expected);
    expect(read(...lines).unread).toEqual([]);
  });

  it("gets its leading zeros back", () => {
    expect(codesIn("CPT", "100", "22511")).toEqual(["2 00100", "3 22511"]);
  });

  it("finds the fees by their heading, or by their shape where one column has amounts", () => {
    expect(read("CPT,Our Fee", "22511,1773.92").own).toEqual([{ column: "B", heading: "Our Fee" }]);
    expect(read("22511\t\t1773.92", "22512\t\t767.00").own).toEqual([{ column: "C", heading: "fee" }]);
    const { own, notes } = read("22511,1773.92,361.40");
    expect(own).toEqual([]);
    expect(notes).toEqual([
      "2 columns have amounts and no headings, so they are not compared: write headings above them",
    ]);
  });

  it("drops nothing: what was not understood is listed with its line and the reason", () => {
    const { lines, unread } = read(
      "Our fees of 2026",
      "CPT,Mod,Fee",
      "22511,,1773.92",
      "Imaging",
      '=HYPERLINK("http://example.org"),,1',
      "77012,50,2",
      "77012,26,=1+1",
      "<b>22511</b>,,3",
      "22512,,cheap",
      "22513,,1,234.00",
      ",,5",
    );
    expect(lines.map(({ line }) => line)).toEqual([3, 9]);
    expect(unread.map(({ line, why }) => [line, why])).toEqual([
      [1, "it is above the headings"],
      [4, "it has no code of five digits or capitals, such as G0439"],
      [5, expect.stringContaining("the cell contains a formula")],
      [6, expect.stringContaining("modifier 50 changes the amount")],
      [7, expect.stringContaining("the cell contains a formula")],
      [8, expect.stringContaining('code "<b>22511</b>" is not')],
      [9, '"cheap" in column C is not an amount such as 95.19'],
      [10, expect.stringContaining("put amounts with commas in quotes")],
      [11, "it has an amount and no code"],
    ]);
  });

  it("is read to its end where a quote is not closed", () => {
    expect(codesIn('22511,"vertebra', "22512,x")).toEqual(["1 22511", "2 22512"]);
  });

  it("refuses JSON that was cut", () => {
    expect(() => read('[{"code":"22511"')).toThrow("the text is not JSON, or it was cut");
  });
});

describe("the table of a list", () => {
  it("has the amounts of four payees, by the reader, and says why there is none", () => {
    const [vertebra, image, unknown] = tableOf("22511\n77012-26\n99213");
    // 53.11 x 33.4009 = 1773.92; 10.82 x 33.4009 = 361.40; Addendum B prints 3342.87, Addendum AA 1644.87.
    expect(vertebra).toMatchObject({
      ...{ Line: "1", Code: "22511", Modifier: "", Release: "2026A", Locality: "national", Notes: "" },
      "Physician in an office": "1773.92",
      "Physician in a facility": "361.40",
      "Hospital outpatient": "3342.87",
      "Surgical center": "1644.87",
    });
    // (1.46 + 0.46 + 0.09) x 33.4009 = 67.14.
    expect(image).toMatchObject({ Code: "77012", Modifier: "26", "Physician in an office": "67.14" });
    expect(image).toMatchObject({ "Hospital outpatient": "", Notes: expect.stringContaining("without a modifier") });
    expect(unknown).toMatchObject({ Code: "99213", "Physician in an office": "" });
    expect(unknown?.["Notes"]).toContain("Office: ");
  });

  it("has last year's fees with their difference, and says whose they are", () => {
    const rows = tableOf(feeTable("2025A"));
    expect(rows.map((row) => row["Yours: Fee (C)"])).toEqual(FEE_ROWS.map((row) => feeOf("2025A", row)));
    expect(rows.map((row) => row["Physician in an office"])).toEqual(FEE_ROWS.map((row) => feeOf("2026A", row)));
    expect(new Set(rows.map((row) => row["Verdict: Fee (C)"]))).toEqual(new Set(["equals 2025A"]));
    // 1676.52 - 1773.92 = -97.40.
    expect(rows.find(({ Code }) => Code === "22511")?.["Difference: Fee (C)"]).toBe("-97.40");
  });

  it("names the other setting, and what equals nothing", () => {
    const facility = FEE_ROWS.map((row) => `${row},${feeOf("2026A", row, { setting: "facility" })}`);
    const rows = tableOf(["Code,Non-Facility", ...facility.slice(0, 6), "22514,1.23"].join("\n"));
    expect(rows[0]?.["Verdict: Non-Facility (B)"]).toBe("equals the facility amount");
    expect(rows.at(-1)?.["Verdict: Non-Facility (B)"]).toBe("equals nothing that is known");
  });

  it("has no heading with which a formula begins", () => {
    const [row = {}] = tableOf("CPT,=+@Fee\n22511,1773.92");
    expect(Object.keys(row)).toContain("Yours: Fee (B)");
    expect(Object.keys(row).filter((heading) => /^[=+@-]/.test(heading))).toEqual([]);
  });

  it("is one row a line between tabs for the clipboard, with amounts as numbers", () => {
    const [row] = tableOf("22511", PASTED_LINES);
    expect(row?.["Physician in an office"]).toBe("1773.92");
  });

  it("is of the place of a row where the list names one", () => {
    const [row] = tableOf("CPT,Locality,Fee\n22511,0111205,1");
    const [sf] = tableOf("22511", PLAIN_LINES, "0111205");
    // 7.15 x 1.095 + 44.89 x 1.410 + 1.07 x 0.425 = 71.5789; x 33.4009 = 2390.80.
    expect([row?.["Physician in an office"], sf?.["Physician in an office"]]).toEqual(["2390.80", "2390.80"]);
    expect(row?.["Locality"]).toBe("0111205");
  });
});
