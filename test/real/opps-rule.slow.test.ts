import { expect, it } from "vitest";
import type { z } from "zod";
import { buildRelease } from "../../pipelines/build-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import type { OppsPairsDocument } from "../../schemas/out/opps-rule.ts";
import type { Role } from "../../schemas/source/release.ts";
import { CMS_FOLDER, describeWithFoundOracles, RULE_FOLDER } from "../support/real.ts";

/** Rows of CMS's workbooks, counted apart with openpyxl: Addendum J's sheets of pairs end in formatted blank rows. */
const ROWS: Partial<Record<Role, number>> = {
  "addendum-a": 994,
  "addendum-d1": 28,
  "addendum-d2": 4,
  "addendum-e": 1731,
  "addendum-j-pairs": 432,
  "addendum-j-evaluation": 34_745,
  "addendum-j-ranks": 3236,
  "addendum-j-exclusions": 14,
  "addendum-m": 183,
  "addendum-p": 5121,
};

describeWithFoundOracles("the addenda of the CY 2025 OPPS rule", () => {
  it("prove Addendum B of January, and say what the pairs of the family are paid", async () => {
    const downloads = [...listDownloads(CMS_FOLDER), ...listDownloads(RULE_FOLDER)];
    const options = { chooseCodes: () => [], required: [], allowChanged: false };
    const { book, report, problems, outputs } = await buildRelease(registeredRelease("2025A"), downloads, options);
    expect(problems).toEqual([]);
    const roles = Object.keys(ROWS) as Role[];
    expect(Object.fromEntries(roles.map((role) => [role, book.tables[role]?.table.rowNumbers.length]))).toEqual(ROWS);
    const ran = new Map(report.results.map(({ id, checked, held, excepted }) => [id, [checked, held, excepted]]));
    // Counted apart: 6,635 rated codes, of which 549 are drugs whose rates CMS set anew for January; 3,236 - 96 ranks.
    expect(ran.get("opps.inpatient-only-is-e")).toEqual([2 * 1731, 2 * 1731, 0]);
    expect(ran.get("opps.pair-qualifies-by-cost")).toEqual([34_745, 34_745, 0]);
    expect(ran.get("opps.pairs-qualify")).toEqual([2 * 432, 2 * 432, 0]);
    expect(ran.get("opps.pair-primary-ranks-first")).toEqual([34_745, 34_745 - 7, 7]);
    expect(ran.get("opps.rank-is-addendum-b")).toEqual([3140, 3139, 1]);
    // 48 codes from C7500 to C7565 on the ASC list, and the pairs of the 51 combinations whose parts are known.
    expect(ran.get("cross.asc-combinations")).toEqual([48 + 51, 48 + 51, 0]);
    expect(ran.get("opps.device-offset-is-share")).toEqual([5111, 5111, 0]);
    const texts = new Map(Array.from(outputs, ({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")]));
    const { rows } = JSON.parse(texts.get("opps-pairs.json") ?? "") as z.infer<typeof OppsPairsDocument>;
    const family = rows.filter(({ primary }) => /^2251[0134]$/.test(primary));
    // Addendum J, and the rates of APC 5114 and 5115 in Addendum B.
    expect(
      family.map(({ primary, secondary, adjustedApc, oppsRate }) => [primary, secondary, adjustedApc, oppsRate]),
    ).toEqual([
      ["22510", "22512", "5114", "7143.73"],
      ["22511", "22512", "5114", "7143.73"],
      ["22513", "22510", "5115", "12866.82"],
      ["22513", "22515", "5115", "12866.82"],
      ["22514", "22511", "5115", "12866.82"],
      ["22514", "63047", "5115", "12866.82"],
    ]);
  });
});
