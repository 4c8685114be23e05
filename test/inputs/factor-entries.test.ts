import { describe, expect, it } from "vitest";
import { factorEntry, type Recording, withFactors } from "../../pipelines/inputs/factor-entries.ts";
import { conversionFactors } from "../../pipelines/sources/sources.ts";

const YEAR = { from: "2039-01-01", to: "2039-12-31" };
/** Those until 2026, whatever has been recorded since. */
const KNOWN = conversionFactors().factors.filter(({ to }) => to <= "2026-12-31");
const recorded = (text: string, how: Recording = {}, before = KNOWN) =>
  withFactors(before, [factorEntry(text, YEAR, "a test")], how);

describe(withFactors, () => {
  it.each(["pfs=43.0125", "pfs=3.34009", "pfs-qualifying=24.01", "opps=9.1415", "asc=65.322"])(
    "refuses %s, which is far off the factor of 2026, unless somebody says yes",
    (text) => {
      expect(() => recorded(text)).toThrow(/% off \d+\.\d+, the factor until 2026-12-31; 15 % are allowed[\s\S]*--yes/);
      expect(recorded(text, { yes: true })).toHaveLength(KNOWN.length + 1);
    },
  );

  it("takes what is near", () => {
    expect(recorded("pfs=34.0125")).toHaveLength(KNOWN.length + 1);
  });

  it("replaces a factor of the same days only when it is asked to", () => {
    const once = recorded("pfs=34.0125");
    expect(() => recorded("pfs=34.0215", {}, once)).toThrow(/34\.0125 is recorded for pfs .*[\s\S]*--replace/);
    const replaced = recorded("pfs=34.0215", { replace: true }, once);
    expect(replaced).toHaveLength(once.length);
    expect(replaced.filter(({ from }) => from === YEAR.from).map(({ value }) => value)).toEqual(["34.0215"]);
    const half = factorEntry("pfs=34.1", { from: "2039-07-01", to: "2039-12-31" }, "a test");
    expect(() => withFactors(once, [half], { replace: true })).toThrow(/shorten that entry by hand/);
  });
});
