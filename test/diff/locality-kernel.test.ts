import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AmountInputs, amountCents, effectsOf } from "../../pipelines/answers/diff/effects.ts";
import { effectBound, type IndexColumns, LocalityKernel } from "../../pipelines/answers/diff/locality-kernel.ts";

const units = fc.record({ work: fc.nat(20_000), pe: fc.nat(60_000), mp: fc.nat(6000) });
const indices = fc.record({
  workGpci: fc.integer({ min: 500, max: 1600 }),
  peGpci: fc.integer({ min: 500, max: 1600 }),
  mpGpci: fc.integer({ min: 200, max: 2600 }),
});
const factor = fc.integer({ min: 200_000, max: 400_000 });
type Indices = Pick<AmountInputs, "workGpci" | "peGpci" | "mpGpci">;

function columnsOf(places: readonly Indices[]): IndexColumns {
  return {
    work: Int32Array.from(places, ({ workGpci }) => workGpci),
    pe: Int32Array.from(places, ({ peGpci }) => peGpci),
    mp: Int32Array.from(places, ({ mpGpci }) => mpGpci),
  };
}

const LARGEST = { work: 20_000, pe: 60_000, mp: 6000 };

describe("effects in many localities at once", () => {
  it("are those of one locality after the other", () => {
    const places = fc.array(fc.tuple(indices, indices), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(units, units, places, factor, factor, (old, now, pairs, before, after) => {
        const columns = [columnsOf(pairs.map(([each]) => each)), columnsOf(pairs.map(([, each]) => each))] as const;
        const kernel = new LocalityKernel(columns, [before, after], LARGEST);
        kernel.compute({ work: [old.work, now.work], pe: [old.pe, now.pe], mp: [old.mp, now.mp] });
        pairs.forEach(([there, here], at) => {
          const inputs = [
            { ...old, ...there, factor: before },
            { ...now, ...here, factor: after },
          ] as const;
          const ours = Object.entries(kernel.effects).map(([cause, column]) => [cause, column[at]]);
          expect(Object.fromEntries(ours)).toEqual(effectsOf(...inputs));
          expect([kernel.from[at], kernel.to[at]]).toEqual(inputs.map(amountCents));
        });
      }),
    );
  });

  it("are refused where a double could not hold one exactly", () => {
    // Bound: 6 x (units x index, three times) x factor. 60,000 x 2,600 x 400,000 x 3 x 6 is 1.1e15, below 2^53 = 9.0e15;
    // with ten times the units it is 1.1e16.
    const columns = columnsOf([{ workGpci: 2600, peGpci: 2600, mpGpci: 2600 }]);
    const all = (most: number) => ({ work: most, pe: most, mp: most });
    expect(effectBound(all(60_000), all(2600), 400_000)).toBe(1_123_200_000_000_000n + 30_000_000n);
    expect(() => new LocalityKernel([columns, columns], [400_000, 200_000], all(60_000))).not.toThrow();
    expect(() => new LocalityKernel([columns, columns], [200_000, 400_000], all(600_000))).toThrow(RangeError);
  });
});
