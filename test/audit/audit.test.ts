import { describe, expect, it } from "vitest";
import { openRelease } from "../../pipelines/read/index.ts";
import type { AuditDocument } from "../../schemas/out/audit.ts";
import { AUDIT_2025, audited } from "../support/audited.ts";
import { readDocument } from "../support/documents.ts";
import { FACTORS, FEE_ROWS, feeOf, feeTable, SAN_FRANCISCO } from "../support/fee-tables.ts";

const verdictsIn = ({ figures }: AuditDocument) => figures.map(({ verdict: { kind } }) => kind);
const FIGURES = FEE_ROWS.length;

describe("a table of fees", () => {
  it("is equal to the release, and says how it was read and what speaks for it", () => {
    const { counts, read, figures, rules, summary, looksLike, causes } = audited(feeTable("2026A"));
    expect(counts).toMatchObject({ figures: FIGURES, equal: FIGURES, drift: 0 });
    expect(read).toEqual({
      release: { by: "default" },
      place: { by: "guessed", locality: "national", name: "national", figures: FIGURES },
      setting: { by: "guessed", amount: "nonFacility", figures: FIGURES },
      percent: null,
      tolerance: "0.00",
    });
    expect(looksLike).toEqual({ equals: {}, text: "2026A", figures: FIGURES });
    expect(causes).toEqual([]);
    expect(summary).toBe("All 9 figures agree with 2026A.");
    // 53.11 RVUs x 33.4009 = 1773.92.
    expect(figures[2]).toEqual({
      ...{ row: 4, column: "C", code: "22511", modifier: "", amount: "nonFacility", locality: "national" },
      seen: "1773.92",
      verdict: { kind: "equal", expected: { value: "1773.92", release: "2026A", rule: "pfs.national-amount" } },
    });
    expect(Object.keys(rules)).toEqual(["pfs.national-amount"]);
  });

  it("of last year is named so", () => {
    const { counts, summary, causes, figures } = audited(feeTable("2025A"));
    expect(counts).toMatchObject({ equal: 0, equalToOther: FIGURES, wrong: 0 });
    expect(causes).toEqual([{ equals: { release: "2025A" }, text: "2025A", figures: FIGURES }]);
    expect(summary).toBe("9 of 9 figures equal 2025A: the table is last year's.");
    // 51.83 RVUs x 32.3465 = 1676.52; 1676.52 - 1773.92 = -97.40, which is -5.49 percent of 1773.92.
    expect(figures[2]?.verdict).toMatchObject({ difference: "-97.40", percent: "-5.49", equals: { release: "2025A" } });
    expect(audited(feeTable("2025A"), { isReleaseGiven: true }, AUDIT_2025).counts.drift).toBe(0);
  });

  it("of a release is not said to be of its second revision, which has the same fees", async () => {
    const document = JSON.parse(readDocument("out/2025A/reader.json")) as object;
    const revised = await openRelease({ ...document, release: "2025A-asc2" });
    const { causes } = audited(feeTable("2025A"), {}, undefined, [revised]);
    expect(causes.map(({ text }) => text)).toEqual(["2025A"]);
  });

  it.each([
    ["of last year", FACTORS["2025A"], "2025"],
    ["of a year that is not built", FACTORS["2022"], "2022"],
    ["of qualifying APM participants", FACTORS.qualifying, "2026, qualifying APM participants"],
    ["that some page made up", "32.7476", "not on record"],
  ])("with a factor %s is found by it", (_, factor, words) => {
    const { causes, counts } = audited(feeTable("2026A", { factor }));
    expect(counts.equalToOther).toBe(FIGURES);
    const text = `the RVUs of 2026A at the factor ${factor} (${words})`;
    expect(causes).toEqual([{ equals: { factor }, text, figures: FIGURES }]);
  });

  it("with last year's RVUs at this year's factor is found", () => {
    const { causes } = audited(feeTable("2025A", { factor: FACTORS["2026A"] }));
    expect(causes[0]).toMatchObject({ equals: { release: "2025A", factor: FACTORS["2026A"] }, figures: FIGURES });
  });

  it("at a percentage of Medicare is reported as such, and is equal when the user says so", () => {
    const table = feeTable("2026A", { percent: "120" });
    const { causes, summary } = audited(table);
    expect(causes).toEqual([{ equals: { percent: "120" }, text: "120 % of Medicare", figures: FIGURES }]);
    expect(summary).toMatch(/--percent 120/);
    expect(audited(table, { percent: 1200 }).counts).toMatchObject({ equal: FIGURES, drift: 0 });
  });

  it("of one locality is read as that of the locality", () => {
    const { read, counts, figures } = audited(feeTable("2026A", { gpcis: SAN_FRANCISCO }));
    expect(read.place).toMatchObject({ by: "guessed", locality: "0111205", figures: FIGURES });
    expect(counts.drift).toBe(0);
    // (7.15 x 1.095 + 44.89 x 1.410 + 1.07 x 0.425) x 33.4009 = 2390.78...
    expect(figures[2]?.verdict).toMatchObject({
      kind: "equal",
      expected: { value: feeOf("2026A", "22511", { gpcis: SAN_FRANCISCO }), rule: "pfs.locality-amount" },
    });
    const national = audited(feeTable("2026A", { gpcis: SAN_FRANCISCO }), { place: "national" });
    expect(national.causes[0]).toMatchObject({ equals: { place: "0111205" }, figures: FIGURES });
  });

  it("with means of localities that are called national is found", () => {
    // 22515: an app showed $3,099.64 as national; CMS's amount is 89.15 RVUs x 33.4009 = 2977.69.
    const { figures } = audited("CPT,National\n22515,3099.64\n");
    expect(figures[0]?.verdict).toMatchObject({
      kind: "equal-to-other",
      expected: { value: "2977.69" },
      equals: { place: "mean-of-localities" },
    });
  });

  it("with facility and non-facility exchanged is found", () => {
    const rows = FEE_ROWS.filter((row) => !row.startsWith("77"));
    const lines = rows.map((row) => [row, feeOf("2026A", row), feeOf("2026A", row, { setting: "facility" })].join());
    const { summary, causes, counts } = audited(`HCPCS,Facility,NonFacility\n${lines.join("\n")}\n`);
    expect(counts).toMatchObject({ figures: 14, equalToOther: 14 });
    expect(causes.map(({ equals }) => equals)).toEqual([{ amount: "facility" }, { amount: "nonFacility" }]);
    expect(summary).toMatch(/^14 of 14 figures equal the amount of the other setting: .* are exchanged\.$/);
  });

  it("with 26 and global exchanged, cents, whole dollars, and figures without a known cause", () => {
    const rows = [
      `77012,26,${feeOf("2026A", "77012")}`,
      `77012,,${feeOf("2026A", "77012-26")}`,
      // 3.90 + 17.53 + 0.72 = 22.15 RVUs x 33.4009 = 739.83.
      "22512,,73983",
      "22512,,740",
      "22512,,739.84",
      // The hospital is paid 3,342.87 by Addendum B.
      "22511,,3342.87",
    ];
    const { figures, counts } = audited(`CPT,Modifier,Fee\n${rows.join("\n")}\n`, { setting: "nonFacility" });
    expect(figures.map(({ verdict }) => ("equals" in verdict ? verdict.equals : verdict.kind))).toEqual([
      { modifier: "" },
      { modifier: "26" },
      { unit: "cents" },
      { rounded: true },
      "wrong",
      { amount: "oppsRate" },
    ]);
    expect(figures[4]?.verdict).toMatchObject({ difference: "0.01", expected: { value: "739.83" } });
    expect(counts).toMatchObject({ equal: 0, equalToOther: 5, wrong: 1 });
  });

  it("with a tolerance counts a small difference as equal, and keeps it", () => {
    const { figures, counts } = audited("CPT,Fee\n22512,739.84\n22512,739.85\n", { tolerance: 100 });
    expect(verdictsIn({ figures } as AuditDocument)).toEqual(["equal", "wrong"]);
    expect(figures[0]?.verdict).toMatchObject({ difference: "0.01" });
    expect(counts.drift).toBe(1);
  });

  it("is right in a facility with the row that a physician is paid by there", () => {
    const fee = feeOf("2026A", "77012-26", { setting: "facility" });
    const { figures } = audited(`CPT,Mod,Facility\n77012,,${fee}\n77012,,122.92\n`);
    expect(figures.map(({ verdict }) => verdict)).toMatchObject([
      { kind: "equal", expected: { modifier: "26" } },
      { kind: "equal", expected: { value: "122.92" } },
    ]);
  });

  it("says why a code has no price, and that a code is not there", () => {
    const { figures, counts, notes } = audited("CPT,Fee\n22526,100\n22899,0.00\n99241,45\n80053,14.5\n");
    expect(figures.map(({ verdict }) => verdict)).toMatchObject([
      { kind: "not-priced", reason: "not-covered", isDrift: true },
      { kind: "not-priced", reason: "contractor-priced", isDrift: false },
      { kind: "unknown-code", lastRelease: null },
      { kind: "unknown-code" },
    ]);
    expect(counts).toMatchObject({ notPriced: 2, unknownCode: 2, drift: 3 });
    expect(notes[0]).toMatch(/^2026A was built from an excerpt/);
  });

  it("has RVUs as well", () => {
    const { figures } = audited("code,work_rvu,pe_rvu_nonfac,pe_rvu_fac,mp_rvu\n22511,7.15,44.89,44.89,1.04\n");
    expect(figures.map(({ amount, verdict }) => [amount, "equals" in verdict ? verdict.equals : verdict.kind])).toEqual(
      [
        ["workRvu", "equal"],
        ["nonFacilityPeRvu", "equal"],
        ["facilityPeRvu", { amount: "nonFacilityPeRvu" }],
        ["mpRvu", { release: "2025A" }],
      ],
    );
  });
});
