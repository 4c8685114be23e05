import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { shareOfAmount } from "../../pipelines/rules/money.ts";
import { modifierShare, shareText } from "../../pipelines/schedules/pfs/modifier-share.ts";
import { allModifierRules, modifierCase, modifierRuleOf } from "../../pipelines/sources/modifiers.ts";
import { policyIndicators } from "../../pipelines/sources/policy.ts";
import { reasonSentence } from "../../pipelines/words/reasons.ts";

function percentOf(modifier: string, indicators: Readonly<Record<string, string>>): string | undefined {
  const rule = modifierRuleOf(modifier);
  const share = rule && modifierShare(rule, (field) => indicators[field]);
  return share === undefined ? undefined : shareText(share);
}

describe("the share of the amount with a modifier", () => {
  // Shares of 27447, total knee replacement, as in CMS's manual for major procedures: 0.10, 0.69, 0.21
  const knee = { globalDays: "090", preOp: "0.10", intraOp: "0.69", postOp: "0.21" };

  it.each([
    // Claims Processing Manual, chapter 12, section 40.7 and the record layout
    ["50", { bilateralSurgery: "1" }, "150.0"],
    ["50", { bilateralSurgery: "0" }, "100.0"],
    ["50", { bilateralSurgery: "2" }, "100.0"],
    ["50", { bilateralSurgery: "3" }, "200.0"],
    ["50", { bilateralSurgery: "9" }, undefined],
    // Section 40.8
    ["62", { coSurgeons: "1" }, "62.5"],
    ["62", { coSurgeons: "2" }, "62.5"],
    ["62", { coSurgeons: "0" }, undefined],
    // 42 USC 1395w-4(i)(2)(B): 16 percent; 0.85 x 16 = 13.6
    ["82", { assistantAtSurgery: "2" }, "16.0"],
    ["AS", { assistantAtSurgery: "2" }, "13.6"],
    ["AS", { assistantAtSurgery: "0" }, undefined],
    // Section 40.4: before and of the operation together; after it; of it
    ["54", knee, "79.0"],
    ["55", knee, "21.0"],
    ["56", knee, "10.0"],
    ["78", knee, "69.0"],
    ["54", { ...knee, globalDays: "000" }, undefined],
    ["78", { globalDays: "000", intraOp: "0.00" }, undefined],
    // A row whose shares CMS leaves at zero
    ["54", { globalDays: "010", preOp: "0.00", intraOp: "0.00" }, undefined],
  ])("%s of %o is %s percent", (modifier, indicators, percent) => {
    expect(percentOf(modifier, indicators)).toBe(percent);
  });

  it("is rounded half up to the cent, from the fee schedule amount in cents", () => {
    // 0.01 x 0.5 = 0.005; 361.40 x 0.136 = 49.1504; 1,773.92 x 0.625 = 1,108.70
    expect([shareOfAmount("0.01", 500), shareOfAmount("361.40", 136), shareOfAmount("1773.92", 625)]).toEqual([
      "0.01",
      "49.15",
      "1108.70",
    ]);
    for (let cents = 1; cents < 40_000; cents += 977)
      for (const share of [100, 136, 160, 625, 690, 1500])
        expect(shareOfAmount((cents / 100).toFixed(2), share)).toBe(
          new Decimal(cents).times(share).div(100_000).toFixed(2, Decimal.ROUND_HALF_UP),
        );
  });
});

describe("what is recorded of modifiers", () => {
  const rules = allModifierRules();

  it("has each modifier once, in order", () => {
    const all = rules.flatMap(({ modifiers }) => modifiers);
    expect(new Set(all).size).toBe(all.length);
    const firsts = rules.map(({ modifiers: [first] }) => first);
    expect(firsts).toEqual([...firsts].sort());
  });

  const cases = rules.flatMap((rule) =>
    rule.cases.map((each) => ({ name: `${rule.modifiers} ${each.code}`, rule, each })),
  );
  it.each(cases)("$name has one answer: a share by a rule, no change, or a reason in words", ({ rule, each }) => {
    const { percent, shares, unchanged, reason } = each;
    const isShare = percent !== undefined || shares !== undefined;
    expect(isShare || unchanged === true || reason !== undefined).toBe(true);
    expect(isShare).toBe(isShare && rule.rule !== undefined);
    expect(reason === undefined || reasonSentence(reason) !== undefined).toBe(true);
  });

  it("answers for every value of an indicator that decides", () => {
    for (const rule of rules) {
      const indicator = policyIndicators().indicators.find(({ field }) => field === rule.field);
      if (rule.field !== null) expect([rule.field, indicator?.field]).toEqual([rule.field, rule.field]);
      for (const { code } of indicator?.codes ?? [])
        expect([rule.modifiers, code, modifierCase(rule, () => code)]).toEqual([
          rule.modifiers,
          code,
          expect.anything(),
        ]);
    }
  });
});
