import { describe, expect, it } from "vitest";
import type { AuditOptions } from "../../pipelines/answers/audit/reading.ts";
import { audited, auditOf } from "../support/audited.ts";
import { feeOf, SAN_FRANCISCO } from "../support/fee-tables.ts";

describe("a table as people have it", () => {
  const national = { kind: "equal", expected: { value: "1773.92" } };

  it.each([
    ["a map of numbers", '{"22511": 1773.92}'],
    ["a number without its last zero, as JSON drops it", '{"22310": 341.36, "22511": 1773.920}'],
    ["a map of objects", '{"22511": {"desc": "x", "nonFacilityFee": "1773.92"}}'],
    ["a list of rows", '[{"hcpcs": "22511", "modifier": null, "medicareAvg": "$1,773.92"}]'],
    ["a map in a map", '{"meta": {"year": 2026}, "codes": {"22511": {"medicare": {"non_facility": 1773.92}}}}'],
    ["semicolons and a title", "Our fees;;\n;;\nCPT;Mod;2026 Non-Facility Fee\n22511;;1,773.92\n"],
    ["a long fraction of a spreadsheet", "CPT,Fee\n22511,1773.921799\n"],
  ])("is read from %s", (_, text) => {
    expect(audited(text).figures.at(-1)).toMatchObject({ code: "22511", verdict: national });
  });

  it("has localities in each row, without their zeros, or by their names", () => {
    const local = feeOf("2026A", "22511", { gpcis: SAN_FRANCISCO });
    const table = `HCPCS,Mod,NonFacility,Locality\n22511,,${local},111205\n22511,,${local},01112-05\n22511,,1773.92,\n`;
    const { figures, counts, read } = audited(`${table}22511,,1773.92,5\n`);
    expect(figures.map(({ locality }) => locality)).toEqual(["0111205", "0111205", "national"]);
    expect(read.place).toMatchObject({ by: "table", locality: null });
    expect(counts).toMatchObject({ equal: 3, notRead: 1, drift: 1 });
    const two = audited(`HCPCS,NonFacility,Carrier,Locality\n22511,${local},1112,5\n`);
    expect(two.figures[0]).toMatchObject({ locality: "0111205", verdict: { kind: "equal" } });
    const json = audited(`{"0111205": {"22511": ${local}}, "national": {"22511": 1773.92}}`);
    expect(json.figures.map(({ path, verdict }) => [path, verdict.kind])).toEqual([
      ["0111205.22511", "equal"],
      ["national.22511", "equal"],
    ]);
  });

  it("has codes without zeros, modifiers that change nothing, places of service, and rows that are no figures", () => {
    const table = `CPT,Mod,POS,Fee,Note
100,,11,20.00,
22511,59,22,361.40,
22511,50,11,2660.88,
22511,LT RT,11,n/a,
,,,12.00,
22511,,11,abc,
22511,,11,1,773.92,x
Section two,,,,
`;
    const { figures, counts, notRead, notes } = audited(table);
    // (7.15 + 2.60 + 1.07) x 33.4009 = 361.40.
    expect(figures.map(({ code, amount, verdict }) => [code, amount, verdict.kind])).toEqual([
      ["00100", "nonFacility", "unknown-code"],
      ["22511", "facility", "equal"],
    ]);
    expect(notRead.map(({ row, why }) => [row, why.split(":")[0]])).toEqual([
      [4, "modifier 50 changes the amount (both sides"],
      [6, "it has an amount and no code"],
      [7, '"abc" in column D is not an amount such as 95.19'],
      [8, "it has 6 cells, and the headings are 5"],
    ]);
    expect(counts).toMatchObject({ figures: 2, blank: 1, notRead: 4 });
    expect(notes.slice(1)).toEqual([
      "1 code got leading zeros back, which spreadsheets drop",
      "1 cell without a figure: not compared",
    ]);
  });

  it("is read as the user says", () => {
    const overrides = new Map([
      ["Our Fee", "nonFacility"],
      ["Item", "code"],
    ] as const);
    const { figures, columns } = audited("Item,Fee,Our Fee\n22511,1,1773.92\n", { overrides });
    expect(columns.map(({ field }) => field)).toEqual(["code", "amount", "nonFacility"]);
    expect(figures.at(-1)).toMatchObject({ amount: "nonFacility", verdict: national });
  });
});

describe("a table that cannot be read", () => {
  const problemsOf = (text: string, overrides: AuditOptions["overrides"] = new Map()) => {
    const { document, problems } = auditOf(text, { overrides });
    expect(document).toBeUndefined();
    return problems.map(({ code, place, message }) => [code, place.row, place.column, message]);
  };

  it("is refused with everything that is wrong with its headings", () => {
    expect(problemsOf("Item,Widgets\n22511,1\n")).toEqual([
      ["audit.heading", 1, undefined, expect.stringMatching(/^no column is headed as code: .*; seen: Item, Widgets$/)],
      ["audit.heading", 1, undefined, expect.stringMatching(/^no column is headed as an amount or an RVU/)],
    ]);
    expect(problemsOf("CPT,2025 Fee,2026 Fee\n22511,1,2\n")).toEqual([
      ["audit.heading", 1, "C", '"2026 Fee" is there twice: say which one is meant'],
    ]);
    expect(problemsOf("CPT,Fee\n22511,1\n", new Map([["Fees", "amount"]]))).toContainEqual([
      ...["audit.heading", 1, undefined],
      '--map names the column "Fees", which the table does not have; did you mean "Fee"?; seen: CPT, Fee',
    ]);
  });

  it("is refused with every formula", () => {
    expect(problemsOf('CPT,Fee,Note\n22511,=B3*1.2,=A1\n22512,"=SUM(B2:B3)",\n')).toEqual([
      ["audit.formula", 2, "B", expect.stringContaining('"=B3*1.2"')],
      ["audit.formula", 3, "B", expect.stringContaining('"=SUM(B2:B3)"')],
    ]);
  });

  it("is refused when it has no figures", () => {
    expect(problemsOf("CPT,Fee\n")).toEqual([["audit.empty", undefined, undefined, expect.any(String)]]);
    expect(problemsOf("[]")).toEqual([
      ["audit.heading", 1, undefined, expect.any(String)],
      ["audit.heading", 1, undefined, expect.any(String)],
    ]);
  });

  it.each([
    ['{"22511": 1773.92', /not JSON, or it was cut/],
    [`${"[".repeat(100)}1${"]".repeat(100)}`, /too deeply/],
  ])("is refused when it is no JSON of a table", (text, message) => {
    expect(() => auditOf(text)).toThrow(message);
  });
});
