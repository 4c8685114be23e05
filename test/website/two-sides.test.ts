import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { movements } from "../../pipelines/reports/views/movements.ts";
import { comparedCodes } from "../../pipelines/website/browser/changes-section.ts";
import { amountsOfBoth, type ComparedAmount, type ComparedSide } from "../../pipelines/website/browser/two-sides.ts";
import { type ComparedCodes, chosenCodes } from "../../pipelines/website/browser/which-codes.ts";
import { parseScaled } from "../../schemas/scaled.ts";
import { A, B } from "../support/diff-sides.ts";
import { siteSide, unlikeDiff } from "../support/site-sides.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
/** Locality 05 of Noridian in northern California. */
const SAN_FRANCISCO = "0111205";

let before: ComparedSide;
let after: ComparedSide;
let of: ComparedCodes;
beforeAll(async () => {
  before = await siteSide(OUT, "2025A");
  after = await siteSide(OUT, "2026A");
  of = comparedCodes(before, after);
});

const cents = (text: string): number => (text.startsWith("-") ? -1 : 1) * (parseScaled(text.replace("-", ""), 2) ?? 0);
const sumOf = (effects: Readonly<Record<string, string>>): number =>
  Object.values(effects).reduce((sum, effect) => sum + cents(effect), 0);

function addsUp({ amount }: ComparedAmount): void {
  if (amount.effects === null) return;
  expect(sumOf(amount.effects)).toBe(cents(amount.to ?? "") - cents(amount.from ?? ""));
}

describe("the amounts of two releases, as the site compares them", () => {
  it("splits 22511 in an office as its RVUs and factors say", () => {
    const [office, facility] = amountsOfBoth(before, after, ["22511"]);
    // (7.33 + 43.46 + 1.04) x 32.3465 = 1676.52; (7.15 + 44.89 + 1.07) x 33.4009 = 1773.92; 97.40 / 1676.52 = 5.81%
    expect(office?.amount).toMatchObject({ from: "1676.52", to: "1773.92", change: "97.40", percent: "5.81" });
    // Each RVU changes at the mean factor 32.8737: -0.18, 1.43 and 0.03 of it. The factor, +1.0544, at the mean of the
    // RVUs: (51.83 + 53.11) / 2 = 52.47.
    expect(office?.amount.effects).toEqual({
      work: "-5.92",
      pe: "47.01",
      mp: "0.99",
      factor: "55.32",
      rounding: "0.00",
    });
    // (7.33 + 3.80 + 1.04) x 32.3465 = 393.66; (7.15 + 2.60 + 1.07) x 33.4009 = 361.40
    expect(facility?.amount).toMatchObject({ from: "393.66", to: "361.40", change: "-32.26" });
  });

  it("has CMS's printed rates of 22511 before and after, as one difference", () => {
    const [, , opps, asc] = amountsOfBoth(before, after, ["22511"]);
    // Addendum B: 3244.61 and 3342.87; Addendum AA: 1579.16 and 1644.87
    expect(opps?.amount).toMatchObject({ from: "3244.61", to: "3342.87", change: "98.26", effects: null });
    expect(asc?.amount).toMatchObject({ from: "1579.16", to: "1644.87", change: "65.71", effects: null });
  });

  it("adds the effects of every amount up to its change, nationally and from one place to another", async () => {
    const place = await siteSide(OUT, "2026A", SAN_FRANCISCO);
    const all = [...of.amounts, ...amountsOfBoth(after, place, of.codes), ...amountsOfBoth(before, place, of.codes)];
    expect(all.filter(({ amount }) => amount.effects !== null).length).toBeGreaterThan(100);
    for (const each of all) addsUp(each);
  });

  it("finds no cause but GPCIs and rounding between two places of one release", async () => {
    const place = await siteSide(OUT, "2026A", SAN_FRANCISCO);
    const [office] = amountsOfBoth(after, place, ["22511"]);
    const causes = Object.keys(office?.amount.effects ?? {});
    expect(causes).toEqual(["workGpci", "peGpci", "mpGpci", "rounding"]);
    expect(office?.amount.to).toBe(
      after.release.row("22511", "")?.cents("nonFacility", SAN_FRANCISCO)?.toString().replace(/(..)$/, ".$1"),
    );
  });

  it("is the diff of the same releases: every amount that moved, its effects and its marks", () => {
    const theirs = movements(diff(A, B, { localities: false }));
    expect(theirs.length).toBeGreaterThan(40);
    expect(unlikeDiff(of.amounts, theirs)).toEqual([]);
  });
});

describe("which codes are meant", () => {
  const codesOf = (text: string): readonly string[] => [...(chosenCodes(text, of) ?? [])];

  it("takes a code, a range, a beginning, and several of these", () => {
    expect(codesOf("22511")).toEqual(["22511"]);
    expect(codesOf("22511-22513")).toEqual(["22511", "22512", "22513"]);
    expect(codesOf("2251*, 77002")).toEqual(["22510", "22511", "22512", "22513", "22514", "22515", "77002"]);
    expect(codesOf("99999")).toEqual([]);
    expect(chosenCodes(" ", of)).toBeUndefined();
  });

  it("takes an APC, a status and a reason of either release", () => {
    // Addendum B of both releases: 22510 and 22511 are in APC 5113, 22513 and 22514 in 5114
    expect(codesOf("apc 5114")).toEqual(expect.arrayContaining(["22513", "22514"]));
    expect(codesOf("apc 5114")).not.toContain("22511");
    expect(codesOf("status j1")).toEqual(expect.arrayContaining(["22511", "22513"]));
    // 22512 and 22515 are add-ons, which CMS packages in a hospital: status indicator N
    expect(codesOf("packaged")).toEqual(expect.arrayContaining(["22512", "22515"]));
    expect(codesOf("packaged")).not.toContain("22511");
  });

  it("takes codes that only one release has", () => {
    const old = new Set(before.release.codes);
    const now = new Set(after.release.codes);
    expect(codesOf("new")).toEqual(of.codes.filter((code) => !old.has(code)));
    expect(codesOf("gone")).toEqual(of.codes.filter((code) => !now.has(code)));
  });
});
