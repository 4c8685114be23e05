import { expect, it } from "vitest";
import { claimLines } from "../../pipelines/answers/price/claim-lines.ts";
import { priceOf } from "../../pipelines/answers/price/price.ts";
import { madeDocuments } from "../support/made-documents.ts";

/** Made-up codes of one physician, each with one amount at every setting and multiple procedure indicator 2. */
const CODES = [
  ["10001", "600.00"],
  ["10002", "500.00"],
  ["10003", "400.00"],
] as const;
const fee = (value: string) => ({ facility: { value, modifier: "" } });
const national = CODES.map(([hcpcs, amount]) => ({
  ...{ hcpcs, modifier: "", priceState: "priced", status: "A", nonFacility: amount, facility: amount },
  ...{ workRvu: "0.00", nonFacilityPeRvu: "0.00", facilityPeRvu: "0.00", mpRvu: "0.00", pctcIndicator: "0" },
  ...{ multipleProcedure: "2", bilateralSurgery: "0", endoscopicBase: "" },
}));
const sites = [
  ...CODES.map(([hcpcs, amount]) => ({
    ...{ hcpcs, office: { nonFacility: { value: amount, modifier: "" } } },
    ...{ hopd: fee(amount), asc: { ...fee(amount), ascRate: { value: null, reason: "not-on-asc-list" } } },
  })),
  {
    ...{ hcpcs: "A0425", office: { nonFacility: { value: null, reason: "excluded-by-statute" } } },
    hopd: { facility: { value: null, reason: "excluded-by-statute" } },
  },
];
const edit = {
  ...{ column1: "10001", column2: "10002", modifierIndicator: "1", rationale: "", part: 1 },
  ...{ effective: "2020-01-01", deletion: null },
};
const addOn = { addOn: "10003", primary: "10002", type: "1", effective: "2020-01-01", deletion: null };
const documents = madeDocuments(
  {
    national: { file: "rvu", rows: national },
    "site-of-service": { file: "rvu", rows: sites },
    "ncci-addon": { file: "ncci-addon", rows: [addOn] },
    "ncci-mue-practitioner": {
      file: "ncci-mue-practitioner",
      rows: [{ hcpcs: "10001", value: 1, adjudicationIndicator: "2", adjudication: "Date of Service Edit: Policy" }],
    },
  },
  { "practitioner 10001": [edit] },
);

function priced(text: string, settings: readonly ("office" | "hopd")[] = ["office"]) {
  const chosen = { day: null, built: "2025A", replacedBy: null } as unknown as Parameters<typeof priceOf>[1];
  return priceOf(documents, chosen, { lines: claimLines([text]), settings });
}
const paidFor = (text: string) =>
  priced(text).settings.flatMap(({ physician }) => physician.lines.map(({ paid }) => paid.value ?? paid.reason));

it("pays nothing for a line that an edit denies, and ranks the others without it", () => {
  // 600.00 in full; 10002 denied beside 10001; 10003 is an add-on code to 10002, which is not paid
  expect(paidFor("10001 10002 10003")).toEqual(["600.00", "0.00", "0.00"]);
  const [office] = priced("10001 10002 10003").settings;
  expect(office?.physician.lines.map(({ paid }) => "rule" in paid && paid.rule)).toEqual([
    ...["pfs.national-amount", "ncci.ptp-edit", "ncci.add-on-alone"],
  ]);
  expect(office?.physician.lines[1]).toMatchObject({
    alone: { value: "500.00" },
    paid: { cells: [expect.anything()] },
    why: "10002 is paid beside 10001 with an NCCI-associated modifier only",
  });
  // With a modifier that counts: 600.00, 500.00 / 2, 400.00 / 2
  expect(paidFor("10001 10002-59 10003")).toEqual(["600.00", "250.00", "200.00"]);
});

it("has no amount for units that an edit leaves in doubt, and names the line in the total", () => {
  expect(paidFor("10001x2")).toEqual(["edit-not-known"]);
  expect(priced("10001x2").settings[0]?.physician.total).toEqual({ value: null, without: [1], doubtful: [] });
  expect(priced("10001x2").edits).toMatchObject([{ kind: "mue", doubts: [1], denies: [] }]);
});

it("has no total where nothing is known", () => {
  const [hospital] = priced("A0425", ["hopd"]).settings;
  expect(hospital?.total).toEqual({ value: null, without: [1], doubtful: [] });
});

it("says which edits were not read, pair by pair", () => {
  const unread = (text: string) => priced(text).notConsidered.find(({ what }) => what.includes("NCCI"))?.what;
  expect(unread("10001 10002")).not.toContain("(practitioner)");
  expect(unread("10001 10002 10003")).toContain("(practitioner) of 10002 with 10003");
  expect(unread("10001 10002")).toContain("(hospital) of 10001 with 10002");
});
