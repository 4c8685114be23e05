import { describe, expect, it } from "vitest";
import { claimLines } from "../../pipelines/answers/price/claim-lines.ts";
import { hospitalSide } from "../../pipelines/answers/price/hospital.ts";
import { type MadeTable, madeDocuments } from "../support/made-documents.ts";

/**
 * Status indicator, APC and rate: 22510 to 22515 as Addendum B of January 2025 has them, all other codes invented. Null
 * where it prints no rate.
 */
const ADDENDUM_B = [
  ["22510", "J1", "5113", "3244.61"],
  ["22511", "J1", "5113", "3244.61"],
  ["22512", "N", null, null],
  ["22514", "J1", "5114", "7143.73"],
  ["22515", "N", null, null],
  ["T0001", "T", "5051", "198.70"],
  ["T0002", "T", "5071", "685.13"],
  ["Q1001", "Q1", "5051", "198.70"],
  ["Q1002", "Q1", "5052", "150.00"],
  ["Q2001", "Q2", "5071", "685.13"],
  ["Q2002", "Q2", "5113", "3244.61"],
  ["Q3001", "Q3", "5521", "88.05"],
  ["Q3002", "Q3", "5521", "88.05"],
  ["Q4001", "Q4", null, null],
  ["S0001", "S", "5241", "414.35"],
  ["S0002", "S", "1502", "75.50"],
  ["S0003", "S", "5311", "800.00"],
  ["J2001", "J2", "5024", "425.82"],
  ["K0001", "K", "1490", "57.182"],
  ["G0001", "G", "9424", "10.00"],
  ["A0001", "A", null, null],
  ["B0001", "B", null, null],
  ["C0001", "C", null, null],
  ["L0001", "L", null, null],
  ["H0001", "H", null, null],
] as const;

/** A preventive service has no copayment. */
const WITHOUT_COPAYMENT = "S0003";

const STATES: Readonly<Record<string, string>> = {
  N: "packaged",
  Q1: "rated-unless-packaged",
  Q2: "rated-unless-packaged",
  Q3: "rated-unless-packaged",
  Q4: "packaged-or-laboratory-schedule",
  A: "other-schedule",
  B: "not-recognized-on-opps-claims",
  C: "inpatient-only",
  L: "paid-at-reasonable-cost",
  H: "paid-at-cost",
};

const opps: MadeTable = {
  file: "addendum-b",
  rows: ADDENDUM_B.map(([hcpcs, statusIndicator, apc, oppsRate]) => ({
    ...{ hcpcs, statusIndicator, apc, oppsRate, state: STATES[statusIndicator] ?? "rated" },
    minimumCopayment: hcpcs === WITHOUT_COPAYMENT ? "0.00" : "20.00",
  })),
};

const pair = (primary: string, secondary: string, primaryApc: string, adjustedApc: string) => ({
  ...{ primary, secondary, secondaryStatusIndicator: "N", primaryApc, adjustedApc },
});

/** Addendum J of 2025: two pairs that qualify, the evaluation of one that does not, and the ranks. */
const addendumJ = (file: string, rows: MadeTable["rows"]): MadeTable => ({ file, rows });
const RULE = {
  "opps-pairs": {
    file: "addendum-j-pairs",
    rows: [
      {
        ...pair("22511", "22512", "5113", "5114"),
        oppsRate: "7143.73",
        oppsRateFile: "addendum-j-pairs",
        oppsRateRow: 1,
      },
      {
        ...pair("22511", "22511", "5113", "5114"),
        oppsRate: "7143.73",
        oppsRateFile: "addendum-j-pairs",
        oppsRateRow: 1,
      },
    ],
  },
  "opps-pair-evaluation": addendumJ("addendum-j-evaluation", [
    {
      ...pair("22514", "22515", "5114", "5115"),
      ...{ frequency: 866, geometricMeanCost: "11152.62", costThreshold: "11232.49", comparisonCode: "22514" },
    },
  ]),
  "opps-ranks": addendumJ("addendum-j-ranks", [
    { hcpcs: "22514", rank: 900 },
    { hcpcs: "22511", rank: 1500 },
  ]),
  "opps-composites": addendumJ("addendum-m", [
    { hcpcs: "Q3001", compositeApcs: "5041, 5045" },
    { hcpcs: "Q3002", compositeApcs: "5041, 5045" },
  ]),
};

function paidFor(text: string, tables: Readonly<Record<string, MadeTable>> = { opps, ...RULE }) {
  const claim = { documents: madeDocuments(tables), lines: claimLines([text]), place: undefined, day: "2025-01-01" };
  const { lines, total } = hospitalSide(claim);
  const paid = lines.map((line) => line.paid.value ?? line.paid.reason);
  return { paid, lines, total };
}

describe("a claim with a comprehensive APC", () => {
  it("is paid once, at the APC of the pair that qualifies", () => {
    const { paid, lines, total } = paidFor("22511,22512");
    expect([paid, total]).toEqual([["7143.73", "0.00"], { value: "7143.73", without: [], doubtful: [] }]);
    expect(lines.map((line) => line.paid)).toMatchObject([
      { rule: "opps.complexity-adjustment" },
      { rule: "opps.packaged", cells: [{ file: "addendum-b", row: 3 }] },
    ]);
    expect(lines[0]?.why).toBe("with 22512 it is paid by APC 5114 instead of 5113");
  });

  it("is paid at its own APC where the pair does not qualify, with CMS's figures", () => {
    const { paid, lines } = paidFor("22514 22515x2");
    expect(paid).toEqual(["7143.73", "0.00"]);
    expect(lines[0]?.why).toBe(
      "with 22515 it does not qualify for a higher APC (866 claims, cost $11,152.62 and threshold $11,232.49)",
    );
  });

  it("counts two units of one code as the pair of the code with itself, and pays once", () => {
    expect(paidFor("22511x2").paid).toEqual(["7143.73"]);
    expect(paidFor("22511 22511").paid).toEqual(["7143.73", "0.00"]);
  });

  it("takes the code of the lowest rank, and does not guess where a code has none", () => {
    expect(paidFor("22511 22514").paid).toEqual(["0.00", "7143.73"]);
    expect(paidFor("22510 22511 T0001").paid).toEqual(["primary-not-known", "primary-not-known", "0.00"]);
    expect(paidFor("22510 22511").total).toEqual({ value: null, without: [1, 2], doubtful: [] });
  });

  it("packages what Addendum D1 says", () => {
    const codes = "22511 T0001 Q1001 Q2001 Q3001 Q4001 S0001 J2001 22515";
    expect(paidFor(codes).paid).toEqual(["3244.61", ...Array<string>(8).fill("0.00")]);
  });

  it("pays what Addendum J excludes by a status indicator, or as New Technology", () => {
    expect(paidFor("22511 G0001x3 L0001 H0001 S0002 B0001").paid).toEqual([
      ...["3244.61", "30.00", "paid-at-reasonable-cost", "paid-at-cost", "75.50", "not-recognized-on-opps-claims"],
    ]);
    expect(paidFor("22511 G0001-PO").paid).toEqual(["3244.61", "modifier-of-facility"]);
  });

  it("has no amount where Addendum J excludes services that no column tells", () => {
    expect(paidFor("22511 K0001 A0001 S0003").paid).toEqual([
      ...[
        "3244.61",
        "comprehensive-or-gene-therapy",
        "comprehensive-or-another-schedule",
        "comprehensive-or-preventive",
      ],
    ]);
  });

  it("is in doubt without Addendum J where more may be paid", () => {
    const { lines, total } = paidFor("22511,22512", { opps });
    expect(lines[0]).toMatchObject({
      ...{ paid: { value: "3244.61" }, doubt: "may-be-more" },
      why: "without Addendum J it is not known whether more is paid with 22512",
    });
    expect(total).toEqual({ value: "3244.61", without: [], doubtful: [1] });
    expect(paidFor("22511,T0001", { opps }).lines[0]).toMatchObject({ why: null });
  });

  it("has no amount where a modifier decides about the primary code or the pair", () => {
    expect(paidFor("22511-52 T0001").paid).toEqual(["modifier-of-facility", "0.00"]);
    const { paid, lines } = paidFor("22511 22512-52");
    expect(paid).toEqual(["modifier-of-pair", "0.00"]);
    expect(lines[0]?.why).toContain("$3,244.61 without it, $7,143.73 with it");
    for (const modifier of ["GY", "PA", "55", "AS"])
      expect(paidFor(`22511-${modifier}`).paid).toEqual(["modifier-of-facility"]);
    for (const modifier of ["59", "LT", "78", "25"]) expect(paidFor(`22511-${modifier}`).paid).toEqual(["3244.61"]);
  });
});

describe("a claim without a comprehensive APC", () => {
  it("pays the highest T procedure in full and each other one at half, unit by unit", () => {
    // 685.13 + 198.70 / 2 + 198.70 / 2
    const { paid, lines, total } = paidFor("T0001x2 T0002");
    expect([paid, total.value]).toEqual([["198.70", "685.13"], "883.83"]);
    expect(lines.map(({ percents }) => percents)).toEqual([["50.0", "50.0"], ["100.0"]]);
    // 685.13 + 685.13 / 2 = 685.13 + 342.565, rounded half up
    expect(paidFor("T0002x2").paid).toEqual(["1027.70"]);
    expect(paidFor("T0002").lines[0]).not.toHaveProperty("percents");
  });

  it("packages conditionally packaged codes into what D1 names, and into visits and tests that have S or V alone", () => {
    expect(paidFor("Q1001 S0001").paid).toEqual(["0.00", "414.35"]);
    expect(paidFor("Q1001 J2001").paid).toEqual(["0.00", "425.82"]);
    expect(paidFor("Q1001 Q3001").paid).toEqual(["0.00", "88.05"]);
    expect(paidFor("Q2001 S0001").paid).toEqual(["685.13", "414.35"]);
    expect(paidFor("Q2001 T0001").paid).toEqual(["0.00", "198.70"]);
    expect(paidFor("Q4001 T0001").paid).toEqual(["0.00", "198.70"]);
    expect(paidFor("Q4001").paid).toEqual(["packaged-or-laboratory-schedule"]);
    expect(paidFor("22512").paid).toEqual(["0.00"]);
    // A modifier does not change the status of the line that packages
    expect(paidFor("T0001-50 Q1001").paid).toEqual(["modifier-of-facility", "0.00"]);
  });

  it("pays the highest of conditionally packaged codes that nothing packages", () => {
    expect(paidFor("Q1001 Q1002").paid).toEqual(["198.70", "0.00"]);
    expect(paidFor("Q1001").paid).toEqual(["198.70"]);
    expect(paidFor("Q1001x2").paid).toEqual(["units-of-conditional-code"]);
    expect(paidFor("Q1001-PO Q1002").paid).toEqual(["modifier-of-facility", "rank-not-known"]);
  });

  it("does not know what a conditionally packaged code with a comprehensive APC packages", () => {
    expect(paidFor("Q2002").paid).toEqual(["3244.61"]);
    expect(paidFor("Q2002 S0001").paid).toEqual(Array(2).fill("comprehensive-apc-of-conditional-code"));
    expect(paidFor("Q2002 T0001").paid).toEqual(["0.00", "198.70"]);
  });

  it("does not compute composite APCs, and says so", () => {
    expect(paidFor("Q3001 Q3002").paid).toEqual(["composite-apc", "composite-apc"]);
    expect(paidFor("Q3001 S0001").paid).toEqual(["88.05", "414.35"]);
    expect(paidFor("Q3001 Q3002", { opps }).paid).toEqual(["composite-apc", "composite-apc"]);
  });

  it("pays other services by unit, with all decimals of the rate", () => {
    // 57.182 x 3
    expect(paidFor("K0001x3 S0001x2").paid).toEqual(["171.546", "828.70"]);
    expect(paidFor("B0001 S0001").total).toEqual({ value: "414.35", without: [1], doubtful: [] });
    expect(paidFor("99999").paid).toEqual(["not-in-addendum-b"]);
  });

  it("has no rank where a procedure has no amount", () => {
    expect(paidFor("T0001-50 T0002").paid).toEqual(["modifier-of-facility", "rank-not-known"]);
    expect(paidFor("T0001-50").paid).toEqual(["modifier-of-facility"]);
  });
});

it("pays nothing for certain beside an inpatient-only procedure, unless the patient died", () => {
  expect(paidFor("C0001 22511 S0001").paid).toEqual([
    "inpatient-only",
    "beside-inpatient-only",
    "beside-inpatient-only",
  ]);
  expect(paidFor("C0001-CA S0001").paid).toEqual(["modifier-of-facility", "414.35"]);
});
