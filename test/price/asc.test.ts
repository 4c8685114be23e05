import { expect, it } from "vitest";
import { ascSide } from "../../pipelines/answers/price/asc.ts";
import { claimLines } from "../../pipelines/answers/price/claim-lines.ts";
import { madeDocuments } from "../support/made-documents.ts";

/** 22511, 22512 and C7505 as the ASC addenda of January 2025 have them, all other codes with invented rates. */
const AA = [
  ["22511", "G2", true, "1579.16"],
  ["22512", "N1", false, null],
  ["C7505", "G2", true, "3510.84"],
  ["45385", "A2", true, "632.96"],
  ["45380", "A2", true, "632.96"],
  ["66984", "A2", true, "1207.04"],
  ["0238T", "J8", false, "9000.00"],
] as const;

const rows = [
  ...AA.map(([hcpcs, paymentIndicator, multipleProcedureDiscount, ascRate]) => ({
    ...{ hcpcs, addendum: "AA", paymentIndicator, multipleProcedureDiscount, ascRate },
    state: ascRate === null ? "packaged" : "rated",
  })),
  {
    hcpcs: "71046",
    addendum: "BB",
    paymentIndicator: "Z3",
    multipleProcedureDiscount: null,
    ascRate: "22.32",
    state: "rated",
  },
];
const site = [...rows.map(({ hcpcs }) => hcpcs), "99213"].map((hcpcs) => ({
  hcpcs,
  asc: { ascRate: { value: null, reason: "not-on-asc-list" } },
}));
const documents = madeDocuments({
  asc: { file: "asc-aa", rows },
  "site-of-service": { file: "asc-aa", rows: site },
});

function priced(text: string) {
  return ascSide({ documents, lines: claimLines([text]), place: undefined, day: "2025-01-01" });
}
const paidFor = (text: string) => priced(text).lines.map(({ paid }) => paid.value ?? paid.reason);

it("pays the combination code for two procedures that have one", () => {
  const { lines, total } = priced("22512 22511");
  expect(lines.map(({ paid }) => paid)).toMatchObject([
    { value: "0.00", rule: "asc.combination-code" },
    { value: "3510.84", rule: "asc.combination-code" },
  ]);
  expect(lines[1]?.why).toBe("an ASC bills C7505 for 22511 with 22512. Billed as 22511 and 22512, $1,579.16 is paid");
  expect(total).toEqual({ value: "3510.84", without: [], doubtful: [] });
  expect(paidFor("22511")).toEqual(["1579.16"]);
  expect(paidFor("22512")).toEqual(["0.00"]);
});

it("pays the highest procedure in full and the others at half, where Addendum AA marks them", () => {
  // 1,207.04 + 632.96 / 2 x 2
  expect(paidFor("45385 45380 66984")).toEqual(["316.48", "316.48", "1207.04"]);
  // The combination code is ranked by its own rate: 3,510.84; 632.96 / 2
  expect(paidFor("45385 22511 22512")).toEqual(["316.48", "3510.84", "0.00"]);
  expect(paidFor("66984x2")).toEqual(["1810.56"]);
  expect(priced("66984x2").lines[0]?.percents).toEqual(["100.0", "50.0"]);
  // Without the mark it is paid in full, and reduces no other one
  expect(paidFor("0238T 66984")).toEqual(["9000.00", "1207.04"]);
});

it("pays an ancillary service beside a procedure only, and nothing off the list", () => {
  expect(paidFor("71046 66984")).toEqual(["22.32", "1207.04"]);
  expect(paidFor("71046")).toEqual(["no-procedure-on-claim"]);
  expect(priced("99213 66984").total).toEqual({ value: "1207.04", without: [1], doubtful: [] });
  expect(paidFor("66984-50")).toEqual(["modifier-of-facility"]);
});

it("bills one unit of each code by the combination code, the others by their own", () => {
  // 3,510.84 + 1,579.16 / 2
  expect(paidFor("22511x2 22512")).toEqual(["4300.42", "0.00"]);
  expect(priced("22511x2 22512").total.value).toBe(priced("22511 22511 22512").total.value);
  expect(paidFor("22511 22512x2")).toEqual(["3510.84", "0.00"]);
});

it("combines nothing that is billed by the combination code, or has a modifier", () => {
  // 3,510.84 + 1,579.16 / 2
  expect(paidFor("C7505 22511 22512")).toEqual(["3510.84", "789.58", "0.00"]);
  expect(paidFor("22511-52 22512")).toEqual(["modifier-of-facility", "0.00"]);
});

it("has no rank where a procedure has no amount", () => {
  expect(paidFor("66984-50 45385")).toEqual(["modifier-of-facility", "rank-not-known"]);
});
