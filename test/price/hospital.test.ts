import { describe, expect, it } from "vitest";
import { hospitalSide } from "../../pipelines/answers/price/hospital.ts";
import { claimLines } from "../../scripts/program/claim-lines.ts";
import { type MadeTable, madeDocuments } from "../support/made-documents.ts";

/** Codes with status indicator, APC and rate as Addendum B of January 2025 has them; null where it prints no rate. */
const ADDENDUM_B = [
  ["22510", "J1", "5113", "3244.61"],
  ["22511", "J1", "5113", "3244.61"],
  ["22512", "N", null, null],
  ["22514", "J1", "5114", "7143.73"],
  ["22515", "N", null, null],
  ["10060", "T", "5051", "198.70"],
  ["10140", "T", "5071", "685.13"],
  ["11055", "Q1", "5051", "198.70"],
  ["20680", "Q2", "5073", "2862.05"],
  ["36430", "S", "5241", "414.35"],
  ["71045", "Q3", "5521", "88.05"],
  ["71046", "Q3", "5521", "88.05"],
  ["80053", "Q4", null, null],
  ["99213", "B", null, null],
  ["27130", "C", null, null],
  ["77063", "A", null, null],
  ["J9271", "K", "1490", "57.182"],
  ["C9089", "G", "9424", "10.00"],
  ["90750", "L", null, null],
  ["C1889", "H", null, null],
  ["G0297", "S", "1502", "75.50"],
] as const;

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
    { hcpcs: "71045", compositeApcs: "5041, 5045" },
    { hcpcs: "71046", compositeApcs: "5041, 5045" },
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
    expect([paid, total]).toEqual([["7143.73", "0.00"], { value: "7143.73", without: [] }]);
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
    expect(paidFor("22510 22511 10060").paid).toEqual(["primary-not-known", "primary-not-known", "0.00"]);
    expect(paidFor("22510 22511").total).toEqual({ value: null, without: [1, 2] });
  });

  it("packages what Addendum D1 says, and pays what Addendum J excludes", () => {
    const codes = "22511 10060 20680 36430 71045 80053 J9271 C9089x3 90750 C1889 77063 27130 99213 G0297";
    expect(paidFor(codes).paid).toEqual([
      ...["3244.61", "0.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
      ...["30.00", "paid-at-reasonable-cost", "paid-at-cost"],
      ...["comprehensive-or-another-schedule", "inpatient-only", "not-recognized-on-opps-claims"],
      // A New Technology APC
      "75.50",
    ]);
    expect(paidFor(codes).total).toEqual({ value: "3350.11", without: [9, 10, 11, 12, 13] });
  });

  it("says without Addendum J that more may be paid", () => {
    expect(paidFor("22511,22512", { opps }).lines[0]).toMatchObject({
      paid: { value: "3244.61" },
      why: "without Addendum J it is not known whether more is paid with 22512",
    });
    expect(paidFor("22511,10060", { opps }).lines[0]?.why).toBe(null);
  });
});

describe("a claim without a comprehensive APC", () => {
  it("pays the highest T procedure in full and each other one at half, unit by unit", () => {
    // 685.13 + 198.70 / 2 + 198.70 / 2
    const { paid, lines, total } = paidFor("10060x2 10140");
    expect([paid, total.value]).toEqual([["198.70", "685.13"], "883.83"]);
    expect(lines.map(({ percents }) => percents)).toEqual([["50.0", "50.0"], ["100.0"]]);
    // 685.13 + 685.13 / 2 = 685.13 + 342.565, rounded half up
    expect(paidFor("10140x2").paid).toEqual(["1027.70"]);
    expect(paidFor("10140").lines[0]).not.toHaveProperty("percents");
  });

  it("packages conditionally packaged codes into what D1 names", () => {
    expect(paidFor("11055 36430").paid).toEqual(["0.00", "414.35"]);
    expect(paidFor("20680 36430").paid).toEqual(["2862.05", "414.35"]);
    expect(paidFor("20680 10060").paid).toEqual(["0.00", "198.70"]);
    expect(paidFor("80053 10060").paid).toEqual(["0.00", "198.70"]);
    expect(paidFor("80053").paid).toEqual(["packaged-or-laboratory-schedule"]);
    expect(paidFor("22512").paid).toEqual(["0.00"]);
  });

  it("pays the highest of conditionally packaged codes that nothing packages", () => {
    expect(paidFor("11055 20680").paid).toEqual(["0.00", "2862.05"]);
    expect(paidFor("11055").paid).toEqual(["198.70"]);
    expect(paidFor("20680x2").paid).toEqual(["units-of-conditional-code"]);
  });

  it("does not compute composite APCs, and says so", () => {
    expect(paidFor("71045 71046").paid).toEqual(["composite-apc", "composite-apc"]);
    expect(paidFor("71045 36430").paid).toEqual(["88.05", "414.35"]);
    expect(paidFor("71045 71046", { opps }).paid).toEqual(["composite-apc", "composite-apc"]);
  });

  it("pays other services by unit, with all decimals of the rate", () => {
    // 57.182 x 3
    expect(paidFor("J9271x3 36430x2").paid).toEqual(["171.546", "828.70"]);
    expect(paidFor("99213 36430").total).toEqual({ value: "414.35", without: [1] });
  });

  it("has no amount for a modifier that changes a facility's payment", () => {
    expect(paidFor("10060-50 10140").paid).toEqual(["modifier-of-facility", "685.13"]);
    expect(paidFor("22511-52 10140").paid).toEqual(["modifier-of-facility", "0.00"]);
    expect(paidFor("99999").paid).toEqual(["not-in-addendum-b"]);
  });
});
