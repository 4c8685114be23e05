import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CentsBySetting } from "../../pipelines/schedules/pfs/amounts.ts";
import {
  amountsBelowBound,
  amountsBeyondBound,
  computeAmounts,
  type GpciColumns,
  NATIONAL_GPCIS,
  productBound,
  type RvuColumns,
} from "../../pipelines/schedules/pfs/kernel.ts";

function rvusOf(work: number, nonFacilityPe: number, facilityPe: number, mp: number): RvuColumns {
  return {
    work: Int32Array.of(work),
    nonFacilityPe: Int32Array.of(nonFacilityPe),
    facilityPe: Int32Array.of(facilityPe),
    mp: Int32Array.of(mp),
  };
}

/** Amounts of each row and place, non-facility and facility in turn. */
function inTurn({ nonFacility, facility }: CentsBySetting): (number | undefined)[] {
  return [...nonFacility].flatMap((cents, at) => [cents, facility[at]]);
}

function gpcisOf(work: number, pe: number, mp: number): GpciColumns {
  return { work: Int32Array.of(work), pe: Int32Array.of(pe), mp: Int32Array.of(mp) };
}

/** The formula once more, in decimal.js and from decimal text, sharing nothing with the kernel. */
function reference(
  work: number,
  pe: number,
  mp: number,
  gpci: readonly [number, number, number],
  factor: number,
): number {
  const [gw, gp, gm] = gpci.map((value) => new Decimal(value).div(1000)) as [Decimal, Decimal, Decimal];
  const units = [work, pe, mp].map((value) => new Decimal(value).div(100)) as [Decimal, Decimal, Decimal];
  const total = units[0].times(gw).plus(units[1].times(gp)).plus(units[2].times(gm));
  return total.times(new Decimal(factor).div(10_000)).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}

const RVU = fc.nat(50_000);
const GPCI = fc.integer({ min: 200, max: 2_600 });
const FACTOR = fc.integer({ min: 200_000, max: 400_000 });

describe(computeAmounts, () => {
  it("prices 22511 nationally, January 2026", () => {
    // (7.15 + 44.89 + 1.07) x 33.4009 = 53.11 x 33.4009 = 1773.921799; (7.15 + 2.60 + 1.07) x 33.4009 = 361.397738
    expect(inTurn(computeAmounts(rvusOf(715, 4489, 260, 107), NATIONAL_GPCIS, 334_009))).toEqual([177_392, 36_140]);
  });

  it("rounds an exact half cent up, where a binary float rounds it down", () => {
    // 10.00 x 32.3465 = 323.465 exactly; CMS printed 323.47 for 77763 in ASC Addendum BB of 2025
    expect((10 * 32.3465).toFixed(2)).toBe("323.46");
    expect(inTurn(computeAmounts(rvusOf(0, 1000, 0, 0), NATIONAL_GPCIS, 323_465))).toEqual([32_347, 0]);
  });

  it("equals decimal.js for any units, indices and factor", () => {
    fc.assert(
      fc.property(RVU, RVU, RVU, RVU, GPCI, GPCI, GPCI, FACTOR, (work, nf, f, mp, gw, gp, gm, factor) => {
        const [nonFacility, facility] = inTurn(computeAmounts(rvusOf(work, nf, f, mp), gpcisOf(gw, gp, gm), factor));
        expect(nonFacility).toBe(reference(work, nf, mp, [gw, gp, gm], factor));
        expect(facility).toBe(reference(work, f, mp, [gw, gp, gm], factor));
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives the same by doubles and by BigInt below the bound", () => {
    fc.assert(
      fc.property(RVU, RVU, RVU, GPCI, GPCI, GPCI, FACTOR, (work, pe, mp, gw, gp, gm, factor) => {
        const rvus = rvusOf(work, pe, work, mp);
        const gpcis = gpcisOf(gw, gp, gm);
        expect(amountsBelowBound(rvus, gpcis, factor)).toEqual(amountsBeyondBound(rvus, gpcis, factor));
      }),
    );
  });

  it("changes to BigInt beyond the bound and stays exact where doubles do not", () => {
    // 9,999.99 units x 9.999 x factor 99.9999 three times over: 3e16 in 10^-9 dollars, above 2^53 = 9.007e15
    const rvus = rvusOf(999_999, 999_999, 0, 999_999);
    const gpcis = gpcisOf(9_999, 9_999, 9_999);
    expect(productBound(rvus, gpcis, 999_999) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(() => computeAmounts(rvus, gpcis, 999_999)).toThrow(RangeError); // $29,996,910 is over 2^31 cents
    const smaller = rvusOf(699_999, 0, 0, 0);
    const [cents] = inTurn(amountsBeyondBound(smaller, gpcis, 299_999));
    expect(cents).toBe(reference(699_999, 0, 0, [9_999, 9_999, 9_999], 299_999));
  });

  it("bounds every product by the maxima", () => {
    // July 2026: (10619 x 1500 + 44328 x 1442 + 2866 x 2529) x 334009 + 5000000 = 29,091,383,938,310
    expect(productBound(rvusOf(10_619, 44_328, 0, 2_866), gpcisOf(1_500, 1_442, 2_529), 334_009)).toBe(
      29_091_383_938_310n,
    );
  });

  it("lays amounts out row by row, locality by locality", () => {
    const rvus: RvuColumns = {
      work: Int32Array.of(100, 200),
      nonFacilityPe: Int32Array.of(0, 0),
      facilityPe: Int32Array.of(100, 100),
      mp: Int32Array.of(0, 0),
    };
    const gpcis: GpciColumns = {
      work: Int32Array.of(1000, 2000),
      pe: Int32Array.of(1000, 1000),
      mp: Int32Array.of(1, 1),
    };
    // factor 1.0000: row 0 work 1.00, row 1 work 2.00; facility adds PE 1.00
    expect(inTurn(computeAmounts(rvus, gpcis, 10_000))).toEqual([100, 200, 200, 300, 200, 300, 400, 500]);
  });
});
