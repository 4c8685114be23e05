import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { packedRows } from "../../pipelines/reports/pages/packed-rows.ts";
import { reviewPage } from "../../pipelines/reports/pages/reports.ts";
import { movements, type RowMovement } from "../../pipelines/reports/views/movements.ts";
import { headlineParts } from "../../pipelines/reports/views/review-headline.ts";
import type { ReviewSources } from "../../pipelines/reports/views/review-sources.ts";
import { HOSTILE, withHostileTexts } from "../support/code-pages.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const [before, after] = ["2025A", "2026A"].map((release) => readSide(join(OUT, release))) as [
  ReturnType<typeof readSide>,
  ReturnType<typeof readSide>,
];
const sources: ReviewSources = {
  diff: diff(before, after, { localities: false }),
  before: before.manifest,
  after: after.manifest,
  sides: [before, after],
  most: 400,
};
const all = movements(sources.diff).filter(({ isNa }) => !isNa);
const TEXT = reviewPage(sources);
const page = parseHTML(TEXT).document;
const texts = (selector: string): string[] =>
  [...page.querySelectorAll(selector)].map((each) => each.textContent ?? "");

describe(reviewPage, () => {
  it("has what a review asks for, each under its heading, in one file of less than a megabyte", () => {
    expect(texts("h2")).toEqual([
      "Causes of the changes",
      "Distribution of changes",
      "Largest changes",
      "Status changes",
      "APC moves",
      "ASC indicator changes",
      "Other fields",
      "Tables and factors",
      "Checks and exceptions",
      "Provenance",
    ]);
    expect(TEXT.length).toBeLessThan(1_000_000);
    expect(reviewPage(sources)).toBe(TEXT);
  });

  it("shows the change of 22511 as the diff has it, with its rows", () => {
    const row = [...page.querySelectorAll("tbody tr")].find((each) =>
      /^22511Physician in an office/.test(each.textContent ?? ""),
    );
    expect([...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent)).toEqual([
      "Physician in an office",
      "$1,676.52",
      "$1,773.92",
      "+$97.40",
      "+5.81",
      "work RVU -$5.92*, PE RVU $47.01, MP RVU $0.99, conversion factor $55.32*",
      "$48.00",
    ]);
    expect(row?.querySelector("[data-source]")?.getAttribute("data-source")).toBe("2025A: row 14 of PPRRVU25_JAN.csv");
  });

  it("names every file of both releases with its hash, every check and every exception", () => {
    for (const { name, sha256 } of [...sources.diff.from.files, ...sources.diff.to.files]) {
      expect(texts("tbody th")).toContain(name);
      expect(texts(".hash")).toContain(sha256);
    }
    for (const { id } of [...sources.before.checks, ...sources.after.checks])
      expect(texts("tbody th code")).toContain(id);
    for (const { reason } of sources.after.exceptions) expect(TEXT).toContain(reason);
  });

  it("says of a check that was not run, or had no row to look at, that it was so, and not that it held", () => {
    const checkOf = (edit: { ran: boolean; checked: number; held: number }) => {
      const [first, ...others] = sources.after.checks.map((check) => ({ ...check }));
      const checks = first === undefined ? [] : [{ ...first, ...edit }, ...others];
      const text = reviewPage({ ...sources, after: { ...sources.after, checks } });
      const row = [...parseHTML(text).document.querySelectorAll("#checks ~ * tbody tr")].find((each) =>
        each.textContent?.includes(first?.id ?? "none"),
      );
      return [...(row?.querySelectorAll("td") ?? [])].at(-1)?.textContent;
    };
    expect(checkOf({ ran: true, checked: 3, held: 3 })).toMatch(/^3 of 3/);
    expect(checkOf({ ran: true, checked: 0, held: 0 })).toBe("nothing to check");
    expect(checkOf({ ran: false, checked: 0, held: 0 })).toBe("not run");
    expect(texts("caption")).toContain("Checks of both releases, with the rows that passed of the rows checked");
  });

  it("lets no markup out of any text", () => {
    const text = reviewPage(withHostileTexts(sources));
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain("<img");
    expect(parseHTML(text).document.body.textContent).toContain(HOSTILE);
  });
});

describe("the amounts that no list of a review has", () => {
  const textsOf = (sourcesOf: ReviewSources): string[] => {
    const text = /<template>([^<]*)<\/template>/.exec(reviewPage(sourcesOf))?.[1] ?? "";
    return text.split("\n").slice(1);
  };
  const lines = textsOf(sources);

  it("are all in the page, once, for its filter: small changes, none, those marked NA, and what has no amount", () => {
    // A row of the fee schedule has two amounts, a row of another table one.
    const counts = (["pfs", "opps", "asc"] as const).map((table) => {
      const rows: { hcpcs: string; modifier?: string }[] = [before, after].flatMap((side) => [...(side[table] ?? [])]);
      const names = new Set(rows.map(({ hcpcs, modifier = "" }) => `${hcpcs} ${modifier}`));
      return names.size * (table === "pfs" ? 2 : 1);
    });
    const listed = page.querySelectorAll("#movers ~ * tbody tr").length;
    expect(listed).toBe(42);
    expect(lines).toHaveLength(counts.reduce((sum, count) => sum + count, 0) - listed);
    expect(lines.some((line) => /^22512\t.*packaged/.test(line))).toBe(true);
    // 22505 in an office is marked NA in both releases.
    expect(lines.some((line) => /^22505\t.*NA \$.*NA \$/.test(line))).toBe(true);
  });

  it("are those of the chosen codes only, and none where the rows are not known", () => {
    const few = diff(before, after, { localities: false, chooseCodes: () => ({ codes: ["22511"], unknown: [] }) });
    expect(textsOf({ ...sources, diff: few, most: 1 }).filter((line) => /^\d/.test(line))).toEqual([]);
    expect(textsOf({ ...sources, sides: undefined })).toEqual([]);
    expect(reviewPage({ ...sources, sides: undefined })).not.toContain("<template>");
  });

  it("take no element each, and half the bytes of plain text", () => {
    const plain = { cells: ["1", "Physician in an office", "= ~ <b>"], sources: ["", "", "row 5 of RVU.csv"] };
    const packed = packedRows({ rows: [plain, plain], phrases: ["Physician in an office", " of RVU.csv", "1"] });
    expect(packed).toBe("Physician in an office\t of RVU.csv\n1\t~a\t= ~~ <b>\t\t\trow 5~b\n=\t=\t=\t\t\t=");
    expect(packedRows({ rows: [{ cells: ["=", "a"], sources: [] }], phrases: [] })).toBe("\n~=\ta");
  });
});

describe("the head of a review", () => {
  const head = page.querySelector("header")?.textContent ?? "";

  it("says which files are no plain ones of CMS's", () => {
    expect(head).toContain("2026A: PPRRVU2026_Jan_nonQPP.csv (transcribed)");
    expect(head).toContain("2026A: Addendum_B.RECONSTRUCTED.csv (reconstructed): Put together");
  });

  it("names every part of its sum, and what is in no figure", () => {
    const parts = headlineParts(all);
    expect(parts.reduce((sum, [, count]) => sum + count, 0)).toBe(all.length);
    // 36 physicians' amounts changed, eight of them NA; eight hospital rates, one of them new; six ASC rates: 28 + 8 + 6.
    expect(all).toHaveLength(42);
    expect(parts.map(([, count]) => count)).toEqual([33, 8, 1, 0]);
    expect(head).toContain("42" + "33 up, 8 down, 1 without an amount before");
    expect(head).toContain("8 more amounts marked NA in a release changed, appeared or disappeared");
  });

  it("counts an amount that came or went in its own part", () => {
    const one = (from: string | null, to: string | null, mills: number | null): RowMovement => {
      const first = all[0] as RowMovement;
      return { ...first, mills, amount: { ...first.amount, from, to } };
    };
    const parts = headlineParts([one(null, "1.00", null), one("1.00", null, null), one("2.00", null, null)]);
    expect(parts.map(([, count]) => count)).toEqual([0, 0, 1, 2]);
  });

  it("counts what CMS set for the code itself without a word of doubt, and rates that cannot be split apart", () => {
    // Addendum B of January 2026 is at hand without weights: seven of its rates changed, and none can be split.
    const open = [...page.querySelectorAll("dt")].find(
      (each) => each.textContent === "Changed by CMS's new figures",
    )?.parentElement;
    expect(open?.querySelector(".note")?.textContent).toBe(
      "of them by RVUs, weights or rates that CMS set for the code; 7 of these are rates without weights, which cannot be split",
    );
    expect(page.body.textContent).not.toMatch(/no cited rule|no rule on record/i);
    const hospital = texts("tbody tr").find((text) => /^22511Hospital/.test(text));
    expect(hospital).toContain("rate (no weight) $98.26");
  });

  it("has the factor that the table of factors has, and says whose it is", () => {
    const factorOf = (document: typeof page): string | undefined =>
      [...document.querySelectorAll("dt")].find((each) => each.textContent?.startsWith("Conversion factor"))
        ?.parentElement?.textContent ?? undefined;
    expect(factorOf(page)).toBe("Conversion factor, physicians33.4009non-qualifying APM; 32.3465 before");
    // The record of factors knows 2026's though no relative value file was read: both places say so.
    const missing = [{ source: "pfs" as const, kind: "not-found" as const, reason: "not found" }];
    const without = { ...after, pfs: undefined, conversionFactor: null, manifest: { ...after.manifest, missing } };
    const lacking = parseHTML(reviewPage({ ...sources, diff: diff(before, without, { localities: false }) })).document;
    expect(factorOf(lacking)).toBe(
      "Conversion factor, physicians33.4009non-qualifying APM, from the record of factors (file of 2026A not read); 32.3465 before",
    );
    const rows = [...lacking.querySelectorAll("tbody tr")].map((each) => each.textContent);
    expect(rows).toContain("PFSnon-qualifying APMno such track33.4009");
    const conversionFactors = after.manifest.conversionFactors.filter(({ schedule }) => schedule !== "pfs");
    const unknown = { ...without, manifest: { ...without.manifest, conversionFactors } };
    const page2 = parseHTML(reviewPage({ ...sources, diff: diff(before, unknown, { localities: false }) })).document;
    expect(factorOf(page2)).toBe("Conversion factor, physiciansnot read32.3465 before");
  });

  it("writes a rise with its sign, a row with its modifier as everywhere, and names itself by what it shows", () => {
    // 22515 in an office: 2,656.62 to 2,977.69, 321.07 of it, is 12.0856 percent.
    const up = [...page.querySelectorAll("dt")].find((each) => each.textContent === "Physicians, largest rise");
    expect(up?.parentElement?.querySelector(".value")?.textContent).toBe("+12.09%");
    expect(texts("tbody th")).toContain("77002 TC");
    expect(texts(".eyebrow")).toEqual(["Medicare fee schedule amounts: review of a release"]);
    const status = [...page.querySelectorAll("table")].find(
      (each) => each.querySelector("caption")?.textContent === "OPPS status indicator",
    );
    expect([...(status?.querySelectorAll("thead th") ?? [])].map((each) => each.textContent)).toEqual([
      "From",
      "To",
      "Rows",
      "Which",
    ]);
  });

  it("has a table of the fields that have none of their own", () => {
    const fields = page.querySelector("#fields")?.closest("section")?.textContent ?? "";
    // 108 of the 109 localities have another MP GPCI in GPCI2026 than in GPCI2025; 0111205 stands first.
    expect(fields).toContain("work RVU");
    expect(fields).toContain("payment weight");
    const rows = texts("tbody tr").filter((text) => text.startsWith("LocalitiesMP GPCI"));
    expect(rows).toEqual([expect.stringMatching(/^LocalitiesMP GPCI108011/)]);
    const same = { ...sources, diff: diff(before, before, { localities: false }), after: before.manifest };
    expect(reviewPage(same)).toContain("None changed in the tables that were read in both releases.");
  });

  it("says that the largest rise and fall are of physicians' amounts", () => {
    expect(texts("dt")).toEqual(expect.arrayContaining(["Physicians, largest rise", "Physicians, largest fall"]));
  });
});

describe("a review of releases that lack a table", () => {
  const reviewOf = (old: typeof before, now: typeof after): string =>
    reviewPage({ ...sources, diff: diff(old, now, { localities: false }) });
  const reason = "no asc publication of 2025Q4 is registered";
  const manifest = { ...before.manifest, missing: [{ source: "asc" as const, kind: "not-found" as const, reason }] };

  it("says so with the reason where it would say that nothing changed, and in no legend", () => {
    const lacking = parseHTML(reviewOf({ ...before, manifest, asc: undefined }, after)).document;
    expect(lacking.querySelector("#asc")?.parentElement?.textContent).toContain(
      `Not compared: not read in 2025A: ${reason}`,
    );
    const legend = [...lacking.querySelectorAll(".legend li")].map((each) => each.textContent);
    expect(legend).toEqual(["Physician in an office", "Physician in a facility", "Hospital outpatient"]);
    const rows = [...lacking.querySelectorAll("tbody tr")].map((each) => each.textContent);
    expect(rows).toContain(`ASC codes-not read in 2025A: ${reason}`);
    expect(rows).toContain("ASC codesnot read13----");
  });

  it("shows no figure of physicians without a fee schedule, and no chart of nothing", () => {
    const bare = { ...before, pfs: undefined, opps: undefined, asc: undefined, conversionFactor: null };
    const lacking = parseHTML(reviewOf(bare, after)).document;
    const head = lacking.querySelector("header")?.textContent ?? "";
    expect(head).toContain("Physician fee schedulenot read");
    expect(head).toContain("32.3465 before from the record of factors (file of 2025A not read)");
    expect(head).not.toContain("largest rise");
    expect(lacking.querySelectorAll("svg")).toHaveLength(0);
    expect(lacking.querySelector("main")?.textContent).toContain("no amount was compared");
  });
});

describe("amounts marked NA", () => {
  it("are in no row of the largest changes, in no sum and in no bin", () => {
    const moved = movements(sources.diff);
    expect(moved).toHaveLength(50);
    expect(moved.filter(({ isNa }) => isNa)).toHaveLength(8);
    const rows = texts("tbody tr").filter((text) => /^22505Physician/.test(text));
    expect(rows).toEqual([expect.stringContaining("22505Physician in a facility")]);
    expect(texts("figcaption")).toContain("Physician in an office: 16 amounts");
    const bins = [...page.querySelectorAll("caption")].find((each) =>
      each.textContent?.startsWith("Number of amounts"),
    );
    const cells = [...(bins?.parentElement?.querySelectorAll("tbody tr") ?? [])].map((row) => row.querySelector("td"));
    expect(cells.reduce((sum, cell) => sum + Number(cell?.textContent), 0)).toBe(16);
  });
});
