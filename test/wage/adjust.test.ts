import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWageAdjusted, wageAdjustedAsc, wageAdjustedOpps } from "../../pipelines/schedules/wage/adjust.ts";
import { WAGE_ADJUSTED_ASC, WAGE_ADJUSTED_OPPS } from "../../pipelines/schedules/wage/rules.ts";
import { indicatorsOf, wageAdjustment } from "../../pipelines/sources/sources.ts";
import { type Cents, type FineDollars, ofUnit, scaledInteger, type WageIndex } from "../../schemas/units.ts";

const index = (tenThousandths: number): WageIndex => ofUnit<WageIndex>(tenThousandths);
const oppsCents = (rate: number, wage: number): number =>
  scaledInteger(wageAdjustedOpps(ofUnit<FineDollars>(rate), index(wage)));
const ascCents = (rate: number, wage: number): number =>
  scaledInteger(wageAdjustedAsc(ofUnit<Cents>(rate), index(wage)));

describe("wage adjustment", () => {
  it("pays a Florida hospital what CMS's pricer does", () => {
    // 926.63 x (0.60 x 1.0369 + 0.40) = 926.63 x 1.02214 = 947.1455882
    expect(oppsCents(9_266_300, 10_369)).toBe(94_715);
  });

  it("takes half of an ASC rate", () => {
    // 1,644.87 x (0.50 x 1.7522 + 0.50) = 1,644.87 x 1.3761 = 2,263.505607
    expect(ascCents(164_487, 17_522)).toBe(226_351);
  });

  it("leaves a rate alone where wages are the nation's, and rounds half a cent up", () => {
    expect([oppsCents(33_428_700, 10_000), ascCents(164_487, 10_000)]).toEqual([334_287, 164_487]);
    // 0.01 x (0.50 x 2 + 0.50) = 0.015
    expect(ascCents(1, 20_000)).toBe(2);
  });

  it("equals the formula in decimals for any rate and index, millions of dollars too", () => {
    const halfUp = (rate: Decimal, share: string, wage: number): string =>
      rate
        .times(new Decimal(share).times(wage).div(10_000).plus(new Decimal(1).minus(share)))
        .toFixed(2, Decimal.ROUND_HALF_UP);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000_000 }), fc.integer({ min: 1, max: 30_000 }), (rate, wage) => {
        const opps = new Decimal(oppsCents(rate, wage)).div(100).toFixed(2);
        const asc = new Decimal(ascCents(rate, wage)).div(100).toFixed(2);
        expect([opps, asc]).toEqual([
          halfUp(new Decimal(rate).div(10_000), "0.60", wage),
          halfUp(new Decimal(rate).div(100), "0.50", wage),
        ]);
      }),
    );
  });

  it("says in its rules the shares that it uses", () => {
    const formulas = { opps: WAGE_ADJUSTED_OPPS.formula, asc: WAGE_ADJUSTED_ASC.formula };
    for (const { schedule, percent } of wageAdjustment().labourShares) {
      expect(formulas[schedule]).toContain(`(0.${percent} x wage index + 0.${100 - percent})`);
    }
  });
});

describe(isWageAdjusted, () => {
  it("is true of services and false of drugs, devices, blood and brachytherapy", () => {
    expect(["J1", "S", "T", "V", "Q1", "P"].filter((code) => !isWageAdjusted("opps", code))).toEqual([]);
    expect(["K", "G", "H", "U", "R", "S1", "N"].filter((code) => isWageAdjusted("opps", code))).toEqual([]);
    expect(["A2", "G2", "J8", "P3", "Z2"].filter((code) => !isWageAdjusted("asc", code))).toEqual([]);
    expect(["K2", "H2", "J7", "L6", "N1"].filter((code) => isWageAdjusted("asc", code))).toEqual([]);
  });

  it("is said of every indicator", () => {
    const all = [...indicatorsOf("opps-status").indicators, ...indicatorsOf("asc-payment").indicators];
    expect(all.filter((each) => each.wageAdjusted === undefined)).toEqual([]);
  });
});
