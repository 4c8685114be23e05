import { expect, it } from "vitest";
import { physicianSide } from "../../pipelines/answers/price/physician.ts";
import { claimLines } from "../../scripts/program/claim-lines.ts";
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
const fee = (value: string) => ({ value, modifier: "" });
const sites = [
  ...CODES.map(([hcpcs, amount]) => ({
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
    [null, "after the fifth procedure of the day"],
  ]);
  expect(priced("10001x5 10002").total).toEqual({ value: "1800.00", without: [2] });
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
  expect(priced("45002 45001").lines[0]?.paid).toMatchObject({ rule: "pfs.endoscopies" });
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
