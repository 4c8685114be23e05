import { describe, expect, it } from "vitest";
import { claimEffects, type PaidLine } from "../../pipelines/answers/portfolio/claim-effects.ts";

interface Made {
  readonly paid: string;
  /** Of one unit alone; the rate of the line itself. */
  readonly rate?: string;
  readonly rule?: string;
  readonly percents?: readonly string[];
  readonly status?: string;
  readonly share?: number;
}

function lineOf({ paid, rate = paid, rule, percents, status = "T", share = 1000 }: Made): PaidLine {
  const line = {
    ...{ line: 1, hcpcs: "T0001", modifiers: [], units: 1, alone: { value: rate, cells: [] }, why: null },
    paid: { value: paid, cells: [], ...(rule === undefined ? {} : { rule }) },
    ...(percents === undefined ? {} : { percents: [...percents] }),
  };
  return { line, paid, basis: { amount: rate, rate: { weight: null, factor: null, rate } }, status, share };
}

/** Effects in mills; the change of a rate has one cause here, in mills of a dollar. */
function effectsOf(before: Made, after: Made, units = 1): Record<string, number> {
  const split = () => ({ effects: { price: 1000 }, perCent: 10, explained: {} });
  const { effects } = claimEffects(lineOf(before), lineOf(after), units, split);
  return Object.fromEntries([...effects].map(([cause, mills]) => [cause, Number(mills)]));
}

describe(claimEffects, () => {
  it("is the change of the rate, as many times as the line is paid it", () => {
    // A rate of 10.00 and then 11.00: in full, three times, at 100 + 50 percent, with a modifier of 62.5 percent.
    expect(effectsOf({ paid: "10.00" }, { paid: "11.00" })).toEqual({ price: 1000 });
    expect(effectsOf({ paid: "30.00", rate: "10.00" }, { paid: "33.00", rate: "11.00" }, 3)).toEqual({ price: 3000 });
    const percents = ["100.0", "50.0"];
    const ranked = (paid: string, rate: string): Made => ({ paid, rate, percents });
    expect(effectsOf(ranked("15.00", "10.00"), ranked("16.50", "11.00"), 2)).toEqual({ price: 1500 });
    const modified = (paid: string, rate: string): Made => ({ paid, rate, share: 625 });
    // 6.875 half up is 6.88; the effect is 0.625 of 1.00, half up 0.63.
    expect(effectsOf(modified("6.25", "10.00"), modified("6.88", "11.00"))).toEqual({ price: 630 });
  });

  it("is the edit's, the other lines', or the pair's, where the line is paid by another step", () => {
    const paid = { paid: "10.00" };
    const none = (rule: string): Made => ({ paid: "0.00", rate: "10.00", rule });
    expect(effectsOf(paid, none("ncci.ptp-edit"))).toEqual({ edit: -10_000 });
    expect(effectsOf(none("ncci.add-on-alone"), paid)).toEqual({ edit: 10_000 });
    expect(effectsOf(paid, none("opps.packaged"))).toEqual({ claim: -10_000 });
    expect(effectsOf(paid, { ...none("opps.packaged"), status: "N" })).toEqual({ status: -10_000 });
    expect(effectsOf(paid, none("asc.combination-code"))).toEqual({ pair: -10_000 });
    expect(effectsOf(none("opps.packaged"), none("ncci.ptp-edit"))).toEqual({ edit: 0 });
    expect(effectsOf(none("opps.packaged"), none("opps.packaged"))).toEqual({});
  });

  it("is not known where the payment is no multiple of the rate, or the modifier's share is another one", () => {
    // An endoscopy is paid 10.00 less a base procedure of 4.00.
    expect(effectsOf({ paid: "6.00", rate: "10.00" }, { paid: "7.00", rate: "11.00" })).toEqual({ notSplit: 1000 });
    const [half, whole] = [{ paid: "5.00", rate: "10.00", share: 500 }, { paid: "11.00" }];
    expect(effectsOf(half, whole)).toEqual({ notSplit: 6000 });
    // Two units of T are 100 + 50 percent; with J1 the claim is paid once.
    const changed = { paid: "25.00", status: "J1" };
    expect(effectsOf({ paid: "20.00", rate: "10.00" }, changed, 2)).toEqual({ status: 5000 });
  });

  it("takes the APC of a pair that is inferred for the step of Addendum J", () => {
    const adjusted = { paid: "10.00", rule: "opps.complexity-adjustment" };
    expect(effectsOf(adjusted, { paid: "11.00", rule: "opps.complexity-adjustment-inferred" })).toEqual({
      price: 1000,
    });
    expect(effectsOf(adjusted, { paid: "6.00", rule: "opps.comprehensive-apc" })).toEqual({ pair: -4000 });
  });
});
