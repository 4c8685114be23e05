import { describe, expect, it } from "vitest";
import { paidPairs } from "../../pipelines/answers/rate/paid-pairs.ts";
import { madeDocuments } from "../support/made-documents.ts";

const table = (file: string, rows: readonly Readonly<Record<string, unknown>>[]) => ({ file, rows });
/** The combination code of 22511 and 22512, at CMS's rate of January 2026. */
const C7505 = {
  ...{ hcpcs: "C7505", addendum: "AA", state: "rated", ascRate: "3695.53", paymentIndicator: "G2" },
};
const ASC = { asc: table("asc-aa", [C7505]), "site-of-service": table("rvu", [C7505]) };

describe(paidPairs, () => {
  it("has the pairs of Addendum J, and the combination codes with a rate", () => {
    const pair = { primary: "22511", secondary: "22512", adjustedApc: "5114", oppsRate: "7143.73" };
    const unrated = { ...pair, primary: "22510", oppsRate: null };
    expect(paidPairs(madeDocuments({ ...ASC, "opps-pairs": table("addendum-j-pairs", [pair, unrated]) }))).toEqual([
      { setting: "hopd", primary: "22511", secondary: "22512", through: "5114", amount: "7143.73", isInferred: false },
      { setting: "asc", primary: "22511", secondary: "22512", through: "C7505", amount: "3695.53", isInferred: false },
    ]);
  });

  it("infers the hospital's APC from Addendum FF where there is no Addendum J", () => {
    const opps = { hcpcs: "22514", apc: "5114", statusIndicator: "J1", oppsRate: "7413.38" };
    const offsets = table("asc-ff", [{ hcpcs: "C7505", apc: "5114" }]);
    const documents = madeDocuments({ ...ASC, opps: table("addendum-b", [opps]), "asc-device-offsets": offsets });
    expect(paidPairs(documents).map(({ setting, amount, isInferred }) => [setting, amount, isInferred])).toEqual([
      ["asc", "3695.53", false],
      ["hopd", "7413.38", true],
    ]);
    expect(paidPairs(madeDocuments({}))).toEqual([]);
  });
});
