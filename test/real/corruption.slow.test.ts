import { Decimal } from "decimal.js";
import { expect, it } from "vitest";
import { expectedFactors } from "../../pipelines/sources/factors.ts";
import { corrupt, targetsOf } from "../../tools/corruption/corruption.ts";
import { diceOf, pick } from "../../tools/corruption/dice.ts";
import { measure, type Trial } from "../../tools/corruption/measure.ts";
import { neighbourhoodOf, wholeWith } from "../../tools/corruption/neighbourhood.ts";
import { isChecked, reportOf } from "../../tools/corruption/report.ts";
import { examine, readWhole } from "../../tools/corruption/whole-tables.ts";
import { butFewRows } from "../support/few-rows.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** A weight off by so little that the rate it makes is the same cent: nobody could tell, and nobody is paid otherwise. */
function givesTheSameCent({ corruption: { table, field, printed, text } }: Trial): boolean {
  const schedule = table.role === "addendum-b" ? "opps" : "asc";
  const [factor] = expectedFactors(schedule, table.file.publication);
  if (!/Weight$/.test(field) || factor === undefined) return false;
  const cents = (weight: string) => new Decimal(weight).times(factor.entry.value).toFixed(2, Decimal.ROUND_HALF_UP);
  return cents(printed) === cents(text);
}

describeWithRealFiles("a corrupted cell", () => {
  let opened: ReturnType<typeof readWhole> | undefined;
  const open = () => {
    opened ??= readWhole(CMS_FOLDER, "2025A");
    return opened;
  };

  it("of a checked column never passes", async () => {
    const trials = await measure(await open(), 600, diceOf(20_260_101));
    const checked = trials.filter(isChecked);
    expect(checked.filter((each) => each.outcome === "caught").length).toBeGreaterThan(150);
    const passed = checked.filter((each) => each.outcome === "missed" && !givesTheSameCent(each));
    expect(passed.map(({ corruption: { cells, field, printed, text } }) => [cells[0], field, printed, text])).toEqual(
      [],
    );
    expect(reportOf(trials).reduce((sum, column) => sum + column.tried, 0)).toBe(600);
  });

  it("is judged by its neighbourhood as by the whole release", async () => {
    const whole = await open();
    const dice = diceOf(7);
    const targets = targetsOf(whole);
    const seen = { caught: 0, passed: 0 };
    for (let tried = 0; tried < 24; ) {
      const target = pick(targets, dice);
      const corruption = target && corrupt(target, dice);
      if (corruption === undefined) continue;
      tried += 1;
      const near = await examine(whole, neighbourhoodOf(corruption, whole), "excerpt");
      const all = await examine(whole, wholeWith(corruption, whole), "whole");
      const kinds = (problems: typeof all.problems) =>
        [...new Set(butFewRows(problems.list).map((each) => each.code))].sort();
      const what = `${corruption.table.role} ${corruption.field} ${corruption.cells[0]}: "${corruption.text}"`;
      expect([what, kinds(near.problems)]).toEqual([what, kinds(all.problems)]);
      seen[all.problems.any ? "caught" : "passed"] += 1;
    }
    expect(Math.min(seen.caught, seen.passed)).toBeGreaterThan(4);
  });

  it("is the same one for the same seed", async () => {
    const whole = await open();
    const drawn = (seed: number) => {
      const dice = diceOf(seed);
      return targetsOf(whole).map((target) => corrupt(target, dice)?.text);
    };
    expect(drawn(5)).toEqual(drawn(5));
    expect(drawn(5)).not.toEqual(drawn(6));
  });
});
