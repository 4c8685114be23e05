import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openRelease } from "../../pipelines/read/index.ts";
import { FACTORS, feeOf, SAN_FRANCISCO } from "../support/fee-tables.ts";

const release = await openRelease(fileURLToPath(new URL("../../out/2026A", import.meta.url)));
const cents = (dollars: string): number => Number(dollars.replace(".", ""));

describe("a row of the fee schedule", () => {
  it("has its RVUs, and its amounts in every place and at another factor", () => {
    const row = release.row("22511", "");
    expect([row?.state, row?.rvus]).toEqual(["priced", { work: 715, nonFacilityPe: 4489, facilityPe: 260, mp: 107 }]);
    // 53.11 RVUs x 33.4009 = 1773.92; (7.15 + 2.60 + 1.07) x 33.4009 = 361.40; 53.11 x 32.3465 = 1717.92.
    expect(row?.cents("nonFacility", "national")).toBe(177392);
    expect(row?.cents("facility", "national")).toBe(36140);
    expect(row?.cents("nonFacility", "national", 323465)).toBe(171792);
    const local = cents(feeOf("2026A", "22511", { gpcis: SAN_FRANCISCO }));
    expect(row?.cents("nonFacility", "0111205")).toBe(local);
    const everywhere = row?.inLocalities("nonFacility");
    expect(everywhere?.[release.localities.findIndex(({ key }) => key === "0111205")]).toBe(local);
    expect(everywhere).toHaveLength(109);
    expect([row?.rule("national").id, row?.rule("0111205").id]).toEqual(["pfs.national-amount", "pfs.locality-amount"]);
  });

  it("has no amounts where CMS pays none, and is not there for another modifier or code", () => {
    const row = release.row("22526", "");
    expect([row?.state, row?.rvus, row?.cents("facility", "national")]).toEqual(["not-covered", undefined, undefined]);
    expect(row?.inLocalities("facility")).toHaveLength(0);
    expect(release.row("22511", "")?.cents("facility", "9999999")).toBeUndefined();
    expect([release.row("22511", "26"), release.row("99999", "")]).toEqual([undefined, undefined]);
  });

  it("comes with the factors of the release, and reasons in words", () => {
    const factors = [FACTORS["2026A"], FACTORS.qualifying].map(cents);
    expect(release.factors.map(({ factor }) => factor)).toEqual(factors);
    expect(release.sentenceOf("not-covered")).toMatch(/^Medicare does not cover/);
  });
});
