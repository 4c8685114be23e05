import { describe, expect, it } from "vitest";
import type { Damage } from "../../tools/mutations/damage.ts";
import { TABLE_DAMAGES } from "../../tools/mutations/damages.ts";
import { exchanged, shifted, takenFrom, times } from "../../tools/mutations/edits.ts";
import { faultsOf, noticedText } from "../../tools/mutations/report.ts";
import type { DamageResult } from "../../tools/mutations/run.ts";

const DAMAGE: Damage = { name: "a damage", table: "rvu", folder: "2026C", edit: (folder) => folder };
const found = (code: string, key?: string) => ({ code, place: { file: "a file", key }, message: "", cure: "" });

function resultOf(damage: Partial<Damage>, result: Partial<DamageResult>): DamageResult {
  return { outcome: "passed", stops: [], inJanuary: [], notes: [], ...result, damage: { ...DAMAGE, ...damage } };
}

const STOPPED = { outcome: "stopped", stops: [found("a.check", "99213")] } as const;
const ALWAYS = { ...STOPPED, inJanuary: STOPPED.stops };

describe("the report of damages", () => {
  it.each<[string, Partial<Damage>, Partial<DamageResult>, string[]]>([
    ["passes", {}, {}, ["is passed, and the list does not agree"]],
    ["passes with a reason", { why: "a reason" }, {}, []],
    ["has a reason and is stopped", { why: "a reason" }, ALWAYS, ["is stopped, and the list does not agree"]],
    ["is stopped as the list says", { stops: ["a.check:99213"] }, ALWAYS, []],
    ["is stopped by the code alone", { stops: ["a.check"] }, ALWAYS, []],
    ["is stopped by something else", { stops: ["b.check"] }, ALWAYS, ["is not stopped by b.check"]],
    ["passes in January", { stops: ["a.check"] }, STOPPED, ["passes in January"]],
    ["passes in January with a reason", { stops: ["a.check"], whyInJanuary: "a reason" }, STOPPED, []],
    [
      "lacks its note",
      { notes: ["a.note"] },
      { outcome: "noted", notes: [found("b.note")] },
      ["is not noted by a.note"],
    ],
    ["changes no figure", { harmless: true }, { outcome: "harmless" }, []],
    ["should change no figure", { harmless: true }, ALWAYS, ["is stopped"]],
  ])("a damage that %s", (_, damage, result, faults) => {
    expect(faultsOf([resultOf(damage, result)])).toEqual(faults.map((fault) => `rvu, a damage: ${fault}`));
  });

  it("names few keys, and counts many", () => {
    const many = ["1", "2", "3", "4"].map((key) => found("a.check", key));
    expect(noticedText([...many, found("b.check", "1"), found("c.problem")])).toBe(
      "a.check (4); b.check: 1; c.problem",
    );
  });

  it("has more than sixty kinds, each with a name of its own in its table", () => {
    const names = TABLE_DAMAGES.map(({ table, name, folder }) => `${folder}, ${table}, ${name}`);
    expect(new Set(names).size).toBe(TABLE_DAMAGES.length);
    expect(TABLE_DAMAGES.length).toBeGreaterThan(60);
  });
});

describe("an edit", () => {
  const text = 'HEADING,ONE,TWO\n99213,"a, b",1.00\n99214,c,2.00\n';

  it("changes data rows alone", () => {
    expect(exchanged(1, 2)(text)).toBe('HEADING,ONE,TWO\n99213,1.00,"a, b"\n99214,2.00,c\n');
    expect(shifted(2)(text)).toBe('HEADING,ONE,TWO\n99213,"a, b",2.00\n99214,c,1.00\n');
  });

  it("takes figures from another file by key", () => {
    const other = "99214,x,9.00\n";
    const edited = takenFrom("another", [0], { 2: 2 })(text, (path) => (path === "another" ? other : ""));
    expect(edited).toBe('HEADING,ONE,TWO\n99213,"a, b",1.00\n99214,c,9.00\n');
  });

  it("multiplies a figure and keeps its decimals", () => {
    expect(["$1,000.50", "2.000", "", "NA"].map(times(2))).toEqual(["$2001.00", "4.000", "", "NA"]);
  });
});
