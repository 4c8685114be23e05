import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AmountInputs,
  amountCents,
  CAUSES,
  effectsOf,
  exactEffects,
  NATIONAL,
} from "../../pipelines/answers/diff/effects.ts";

/** Largest values that CMS's columns hold: 9999.99 units would not fit a double, and no service has 1,000. */
const inputs: fc.Arbitrary<AmountInputs> = fc.record({
  work: fc.nat(20_000),
  pe: fc.nat(60_000),
  mp: fc.nat(6000),
  workGpci: fc.integer({ min: 500, max: 1600 }),
  peGpci: fc.integer({ min: 500, max: 1600 }),
  mpGpci: fc.integer({ min: 200, max: 2600 }),
  factor: fc.integer({ min: 200_000, max: 400_000 }),
});

/** The average over the six orders, spelled out with decimal.js: the definition, not the formula. */
function shapley(
  before: readonly [number, number, number],
  after: readonly [number, number, number],
  of: number,
): Decimal {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  return orders.reduce((sum, order) => {
    const now = [...before];
    for (const each of order) {
      if (each === of) break;
      now[each] = after[each] ?? 0;
    }
    const then = now.with(of, after[of] ?? 0);
    const product = (numbers: number[]): Decimal => numbers.reduce((all, each) => all.times(each), new Decimal(1));
    return sum.plus(product(then)).minus(product(now));
  }, new Decimal(0));
}

const before22511 = { work: 733, pe: 4346, mp: 104, ...NATIONAL, factor: 323_465 };
const after22511 = { work: 715, pe: 4489, mp: 107, ...NATIONAL, factor: 334_009 };

describe("effects", () => {
  it("are those of 22511 from 2025A to 2026A, worked out by hand", () => {
    // $1,676.52 to $1,773.92 is $97.40. With the mean factor (32.3465 + 33.4009) / 2 = 32.8737:
    // work (7.15 - 7.33) x 32.8737 = -5.917266; PE (44.89 - 43.46) x 32.8737 = 47.009391; MP 0.03 x 32.8737 = 0.986211;
    // factor (33.4009 - 32.3465) x (51.83 + 53.11) / 2 = 1.0544 x 52.47 = 55.324368. The sum is 97.402704.
    expect(effectsOf(before22511, after22511)).toEqual({
      work: -592,
      pe: 4701,
      mp: 99,
      workGpci: 0,
      peGpci: 0,
      mpGpci: 0,
      factor: 5532,
      rounding: 0,
    });
    expect(amountCents(after22511) - amountCents(before22511)).toBe(9740);
  });

  it("add up to the change, exactly before rounding and to the cent after", () => {
    fc.assert(
      fc.property(inputs, inputs, (before, after) => {
        const exact = exactEffects(before, after);
        const product = (of: AmountInputs): Decimal =>
          new Decimal(of.work)
            .times(of.workGpci)
            .plus(new Decimal(of.pe).times(of.peGpci))
            .plus(new Decimal(of.mp).times(of.mpGpci))
            .times(of.factor);
        const sum = CAUSES.reduce((all, cause) => all.plus(exact[cause]), new Decimal(0));
        expect(sum.toString()).toBe(product(after).minus(product(before)).times(6).toString());
        const effects = effectsOf(before, after);
        const told = Object.values(effects).reduce((all, each) => all + each, 0);
        expect(told).toBe(amountCents(after) - amountCents(before));
        // Seven effects are off by half a cent at most, and the two amounts by half a cent each.
        expect(Math.abs(effects.rounding)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it("turn their signs around when old and new are swapped", () => {
    fc.assert(
      fc.property(inputs, inputs, (before, after) => {
        const there = effectsOf(before, after);
        const back = effectsOf(after, before);
        for (const [cause, effect] of Object.entries(there)) expect(back[cause as keyof typeof back] + effect).toBe(0);
      }),
    );
  });

  it("are the average over every order in which the numbers could have changed", () => {
    fc.assert(
      fc.property(inputs, inputs, (before, after) => {
        const work = [before.work, before.workGpci, before.factor] as const;
        const now = [after.work, after.workGpci, after.factor] as const;
        const exact = exactEffects(before, after);
        expect(shapley(work, now, 0).toString()).toBe(String(exact.work));
        expect(shapley(work, now, 1).toString()).toBe(String(exact.workGpci));
      }),
      { numRuns: 50 },
    );
  });

  it("are nothing for what did not change", () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 200_000, max: 400_000 }), (before, factor) => {
        const effects = effectsOf(before, { ...before, factor });
        expect(CAUSES.filter((cause) => cause !== "factor").map((cause) => effects[cause])).toEqual([0, 0, 0, 0, 0, 0]);
      }),
    );
  });
});
