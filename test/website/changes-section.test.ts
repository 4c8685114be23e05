import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { sectionHtml } from "../../pipelines/reports/pages/view-html.ts";
import { changesSections, comparedCodes } from "../../pipelines/website/browser/changes-section.ts";
import { compareSection } from "../../pipelines/website/browser/compare-section.ts";
import type { ComparedCodes } from "../../pipelines/website/browser/which-codes.ts";
import { siteSide } from "../support/site-sides.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

let of: ComparedCodes;
beforeAll(async () => {
  of = comparedCodes(await siteSide(OUT, "2025A"), await siteSide(OUT, "2026A"));
});

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
const changes = (only: string): string => textOf(changesSections(of, only).map(sectionHtml).join(" "));

describe("the page of what changed", () => {
  it("says how the amounts moved at the median, and how much of it is the factor", () => {
    // 22511 alone: 97.40 / 1676.52, -32.26 / 393.66, 98.26 / 3244.61, 65.71 / 1579.16; 33.4009 / 32.3465 = 1.0326
    expect(changes("22511")).toContain(
      "At the median, office amounts rose 5.81%, physicians' amounts in a facility fell 8.19%, hospital rates rose 3.03% and surgical centers' rates rose 4.16%. The conversion factor alone is +3.26% of each physician's amount; the rest is RVUs, GPCIs and rounding.",
    );
  });

  it("keeps amounts marked NA out of sums, and shows them with the mark", () => {
    // 77002 has three rows: CMS marks the facility of two of them, all but that with modifier 26
    const text = changes("77002");
    expect(text).toContain("2 more amounts marked NA changed, and no figure or chart here counts them.");
    expect(text).toContain("Physician in an office: 3 amounts");
    expect(text).toContain("Physician in a facility: 1 amount ");
    expect(text).toMatch(/77002 Physician in a facility NA \$/);
  });

  it("says of a release and itself that nothing moved", () => {
    const same = changesSections(comparedCodes(of.after, of.after), "");
    const text = textOf(same.map(sectionHtml).join(" "));
    expect(text).toContain("At the median, office amounts did not move");
    expect(text).toContain("The conversion factor is the same in both.");
    expect(text).toContain("Physician in an office 0.00% at the median of");
    expect(text).not.toContain("Causes of the changes");
  });

  it("says so where no code is meant", () => {
    expect(changes("99999")).toContain('No code of either release is meant by "99999".');
  });
});

describe("the page that compares", () => {
  it("has each number on both sides with its effect, down to the amount", () => {
    const text = textOf(sectionHtml(compareSection(of.before, of.after, "22511")).toString());
    expect(text).toContain("22511: 2025A to 2026A, national");
    expect(text).toContain("work RVU 7.33 7.15 -$5.92 PE RVU 43.46 44.89 +$47.01 MP RVU 1.04 1.07 +$0.99");
    expect(text).toContain(
      "conversion factor 32.3465 33.4009 +$55.32 rounding $0.00 amount $1,676.52 $1,773.92 +$97.40",
    );
  });

  it("compares two places of one release by their GPCIs", async () => {
    const place = await siteSide(OUT, "2026A", "0111205");
    const text = textOf(sectionHtml(compareSection(of.after, place, "22511")).toString());
    expect(text).toContain("conversion factor 33.4009 33.4009 $0.00");
    // GPCI2026 of locality 05: work 1.095, PE 1.410, MP 0.425
    expect(text).toContain("work GPCI 1.000 1.095");
    expect(text).toContain("PE GPCI 1.000 1.410");
    expect(text).toContain("MP GPCI 1.000 0.425");
  });
});
