import { expect, it } from "vitest";
import { claimLines } from "../../pipelines/answers/price/claim-lines.ts";
import { physicianSide } from "../../pipelines/answers/price/physician.ts";
import { madeDocuments } from "../support/made-documents.ts";

/** Made-up codes: amounts, and the indicators that decide beside other lines. */
const CODES = [
  ["10001", "600.00", { multipleProcedure: "2" }],
  ["10002", "500.01", { multipleProcedure: "2", bilateralSurgery: "1", assistantAtSurgery: "2" }],
  ["10003", "100.00", { multipleProcedure: "0" }],
  // A family of endoscopies with its base procedure
  ["45000", "200.00", { multipleProcedure: "3", endoscopicBase: "" }],
  ["45001", "400.00", { multipleProcedure: "3", endoscopicBase: "45000" }],
  ["45002", "300.01", { multipleProcedure: "3", endoscopicBase: "45000" }],
  ["36591", "25.00", { multipleProcedure: "0", status: "T" }],
  ["31231", "90.00", { multipleProcedure: "0", bilateralSurgery: "2" }],
  ["76512", "70.00", { multipleProcedure: "7", bilateralSurgery: "1" }],
  ["45003", "350.00", { multipleProcedure: "3", endoscopicBase: "45000", facilityNa: true, nonFacilityNa: true }],
  ["77001", "80.00", { multipleProcedure: "4" }],
  ["77002", "50.00", { multipleProcedure: "4" }],
] as const;

const rows = CODES.map(([hcpcs, amount, indicators]) => ({
  ...{ hcpcs, modifier: "", priceState: "priced", status: "A", nonFacility: amount, facility: amount },
  ...{ workRvu: "0.00", nonFacilityPeRvu: "0.00", facilityPeRvu: "0.00", mpRvu: "0.00", pctcIndicator: "0" },
  ...{ globalDays: "090", preOp: "0.10", intraOp: "0.70", postOp: "0.20", nonFacilityNa: false, facilityNa: false },
  ...{ bilateralSurgery: "0", assistantAtSurgery: "1", coSurgeons: "0", teamSurgery: "0", endoscopicBase: "" },
  ...indicators,
}));
const NA = "45003";
const sites = [
  ...CODES.map(([hcpcs, amount]) => {
    const fee = (value: string) => ({ value, modifier: "", ...(hcpcs === NA ? { na: true } : {}) });
    return { hcpcs, amount, fee };
  }).map(({ hcpcs, amount, fee }) => ({
    ...{ hcpcs, office: { nonFacility: fee(amount) } },
    ...{ hopd: { facility: fee(amount) }, asc: { facility: fee(amount) } },
  })),
  { hcpcs: "99999", office: { nonFacility: { value: null, reason: "bundled" } } },
];
const documents = madeDocuments({
  national: { file: "rvu", rows },
  "site-of-service": { file: "rvu", rows: sites },
});

function priced(text: string) {
  return physicianSide({ documents, lines: claimLines([text]), place: undefined, day: "2025-01-01" }, "office");
}
const paidFor = (text: string) => priced(text).lines.map(({ paid }) => paid.value ?? paid.reason);

it("pays the highest procedure in full, the next four at half, and no more without a report", () => {
  // 500.01 / 2 = 250.005, rounded half up
  expect(paidFor("10002 10001 10003")).toEqual(["250.01", "600.00", "100.00"]);
  // 600.00 + 4 x 300.00
  expect(paidFor("10001x5")).toEqual(["1800.00"]);
  expect(priced("10001x5").lines[0]?.percents).toEqual(["100.0", "50.0", "50.0", "50.0", "50.0"]);
  expect(priced("10001x5 10002").lines.map(({ paid, why }) => [paid.value, why])).toEqual([
    ["1800.00", "one of several procedures of the day"],
    [null, "0 of 1 units have a fixed share: only the first five procedures of the day have one"],
  ]);
  expect(priced("10001x5 10002").total).toEqual({ value: "1800.00", without: [2], doubtful: [] });
});

it("multiplies what is not ranked by its units", () => {
  expect(paidFor("10003x3 10001")).toEqual(["300.00", "600.00"]);
  expect(priced("10001").lines[0]).toMatchObject({ paid: { value: "600.00", rule: "pfs.national-amount" }, why: null });
});

it("pays the highest endoscopy of a family in full, the others less the base procedure", () => {
  // 400.00; 300.01 - 200.00; the base procedure itself nothing
  expect(paidFor("45002 45000 45001")).toEqual(["100.01", "0.00", "400.00"]);
  // The family is 500.01 and comes after 600.00: 400.00 / 2, and 100.01 / 2 = 50.005
  expect(paidFor("45002 45001 10001")).toEqual(["50.01", "200.00", "600.00"]);
  // One of the family alone is ranked by the standard rule
  expect(paidFor("45001 10001")).toEqual(["200.00", "600.00"]);
  expect(priced("45002 45001").lines[0]).toMatchObject({
    paid: { rule: "pfs.endoscopies" },
    why: "one of several endoscopies of a family: $300.01 less $200.00 for the base procedure 45000",
  });
});

it("does not compute a family with units, modifiers, one code twice or the mark NA, nor ranks another beside it", () => {
  const unknown = ["family-not-computed", "family-not-computed"];
  for (const lines of ["45001x2 45002", "45001-80 45002", "45001 45001", "45001 45003"])
    expect(paidFor(lines).map((each) => each === "restricted-by-statute" || each)).not.toContain("100.01");
  expect(paidFor("45001x2 45002")).toEqual(unknown);
  expect(paidFor("45001 45003")).toEqual(unknown);
  expect(paidFor("45001x2 45002 10001")).toEqual([...unknown, "rank-not-known"]);
  expect(priced("45003").lines[0]).toMatchObject({ na: true });
});

it("has no rank where another procedure has no amount, but where one is not paid for certain", () => {
  expect(paidFor("10002-22 10001")).toEqual(["contractor-decides", "rank-not-known"]);
  expect(paidFor("10001-80 10002")).toEqual(["restricted-by-statute", "500.01"]);
});

it("does not guess whether two lines or units are both sides", () => {
  const both = "both-sides-not-certain";
  expect(paidFor("10003-LT 10003-RT")).toEqual([both, both]);
  expect(paidFor("31231x2")).toEqual([both]);
  expect(paidFor("10002x2")).toEqual([both]);
  expect(paidFor("10002-50x2")).toEqual([both]);
  // Indicator 0: two units may be two places
  expect(paidFor("10003x2")).toEqual(["200.00"]);
  expect(paidFor("10003-LT")).toEqual(["100.00"]);
  // Both sides are two services of a reduced kind: 70.00 x 1.5 would be the amount without the reduction
  expect(paidFor("76512-50")).toEqual(["reduction-not-computed"]);
});

it("pays a service of status T where nothing else is payable", () => {
  expect(paidFor("36591")).toEqual(["25.00"]);
  expect(paidFor("36591 10003")).toEqual(["0.00", "100.00"]);
  expect(priced("36591 10003").lines[0]?.paid).toMatchObject({ rule: "pfs.paid-alone" });
});

it("has a reason for a component without a row, and passes what is a facility's alone", () => {
  expect(paidFor("10003-26")).toEqual(["no-row-of-modifier"]);
  expect(paidFor("10003-53")).toEqual(["contractor-decides"]);
  expect(paidFor("10003-PO")).toEqual(["100.00"]);
});

it("applies a modifier before the rank, and 51 not at all", () => {
  // 500.01 x 1.5 = 750.015 -> 750.02 comes first; 600.00 / 2
  expect(paidFor("10002-50 10001-51")).toEqual(["750.02", "300.00"]);
  // 500.01 x 0.16 = 80.0016
  expect(paidFor("10002-80")).toEqual(["80.00"]);
  expect(paidFor("10002-50-80")).toEqual(["several-modifiers"]);
  expect(paidFor("10001-LT-59")).toEqual(["600.00"]);
  expect(paidFor("10001-QX")).toEqual(["modifier-without-rule"]);
  expect(paidFor("10001-80")).toEqual(["restricted-by-statute"]);
  // 600.00 x 0.70
  expect(paidFor("10001-78")).toEqual(["420.00"]);
});

it("does not compute reductions of components, and says so where there are two", () => {
  expect(paidFor("77001 77002")).toEqual(["reduction-not-computed", "reduction-not-computed"]);
  expect(paidFor("77001 10001")).toEqual(["80.00", "600.00"]);
  expect(paidFor("99999 10001")).toEqual(["bundled", "600.00"]);
});
