import { join } from "node:path";
import { expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { builtWhole } from "../support/built-whole.ts";
import { feesIn } from "../support/decimal-amounts.ts";
import { linesOf, wrongSums } from "../support/locality-lines.ts";
import { describeWithRealFiles } from "../support/real.ts";

const UNITS = ["workRvu", "nonFacilityPeRvu", "facilityPeRvu", "mpRvu"];

describeWithRealFiles("a diff of October 2025 and July 2026", () => {
  it("has the counts that were counted by other means", async () => {
    const out = await builtWhole("2025D", "2026C");
    const { pfs } = diff(readSide(join(out, "2025D")), readSide(join(out, "2026C")), { localities: false });
    const changedIn = (...fields: string[]) =>
      pfs?.changed.filter((row) => fields.some((field) => row.fields[field] !== undefined)).length;
    // Counted apart from this program by (code, modifier): 496 added, 230 removed, 18,860 in both, of which 9,327 have
    // other units and 334 another status.
    expect(pfs?.tally).toMatchObject({ added: 496, removed: 230 });
    expect((pfs?.tally.changed ?? 0) + (pfs?.tally.unchanged ?? 0)).toBe(18_860);
    expect([changedIn(...UNITS), changedIn("status")]).toEqual([9327, 334]);
    // 26 rows have another level of supervision, counted apart from this program as well; 76496 to 76498 nothing else.
    expect(changedIn("physicianSupervision")).toBe(26);
    const alone = pfs?.changed.filter(({ fields }) => Object.keys(fields).join() === "physicianSupervision");
    expect(alone?.map(({ hcpcs, fields: { physicianSupervision: level } }) => [hcpcs, level?.from, level?.to])).toEqual(
      [
        ["76496", "03", "09"],
        ["76497", "02", "09"],
        ["76498", "02", "09"],
      ],
    );
    // 7,372 of the 7,428 priced rows whose work units changed have 0.975 times the old ones, half up.
    const work = pfs?.changed.filter(({ fields, nonFacility }) => fields["workRvu"] && nonFacility.change !== null);
    const adjusted = work?.filter(({ nonFacility }) => nonFacility.explained["work"] === "efficiency-adjustment-2026");
    expect([work?.length, adjusted?.length]).toEqual([7428, 7372]);
    // Of 18,122 amounts on both sides 5,957 are marked NA on one or both, of 578 on one side 286; 6,191 others rose and
    // 5,974 fell. Both columns NA INDICATOR, status and totals, counted apart from this program as well.
    const all = pfs?.changed.flatMap(({ nonFacility, facility }) => [nonFacility, facility]) ?? [];
    const moved = all.filter(({ from, to }) => from !== to);
    const both = moved.filter(({ change }) => change !== null);
    const marked = (changes: typeof all): number => changes.filter(({ na }) => na !== undefined).length;
    expect([both.length, marked(both), moved.length - both.length, marked(moved) - marked(both)]).toEqual([
      18_122, 5957, 578, 286,
    ]);
    const paid = both.filter(({ na }) => na === undefined);
    expect([1, -1].map((sign) => paid.filter(({ change }) => Number(change) * sign > 0).length)).toEqual([6191, 5974]);
  });

  it("splits every amount of every locality, and each is the published one", async () => {
    const out = await builtWhole("2025D", "2026C");
    const { head, lines, document } = linesOf(readSide(join(out, "2025D")), readSide(join(out, "2026C")));
    // 9,068 rows are priced in both files, counted apart from this program by status and totals; two settings each.
    expect(document.localitySummary?.rows).toMatchObject({
      pricedOnBoth: 9068,
      markedNa: { nonFacility: 4024, facility: 1935 },
    });
    expect([lines.length, head.localities.length]).toEqual([18_136, 109]);
    expect(wrongSums({ head, lines })).toEqual([]);
    const [before, after] = ["2025D", "2026C"].map((release) => feesIn(join(out, release)));
    const wrong = lines.filter(({ hcpcs, modifier, setting, from, to }) => {
      const old = before?.(hcpcs, modifier, setting);
      const now = after?.(hcpcs, modifier, setting);
      return head.localities.some(
        (place, at) => from[at] !== old?.get(place.from) || to[at] !== now?.get(place.locality),
      );
    });
    expect(wrong).toEqual([]);
  });
});
