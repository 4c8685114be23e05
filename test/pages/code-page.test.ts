import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { codePage } from "../../pipelines/reports/pages/reports.ts";
import { localRates } from "../../pipelines/reports/views/code-localities.ts";
import { bins, stepBounds } from "../../pipelines/reports/views/local-rates.ts";
import { policyIndicators } from "../../pipelines/sources/policy.ts";
import { committedSources, hostileSources } from "../support/code-pages.ts";

const of22511 = committedSources("22511", "2026A");
const pageOf = (sources = of22511) => parseHTML(codePage(sources)).document;
type Page = ReturnType<typeof pageOf>;

const texts = (page: Page, selector: string): string[] =>
  [...page.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? "");

/** The cells of the row that is called so. */
function row(page: Page, name: string): (string | undefined)[] {
  const found = [...page.querySelectorAll("tbody tr")].find((each) => each.querySelector("th")?.textContent === name);
  return [...(found?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent?.trim());
}

/** What a figure says of where it comes from. */
function sourceOf(page: Page, figure: string): string {
  const found = [...page.querySelectorAll("[data-source]")].find((each) => each.textContent === figure);
  return found?.getAttribute("data-source") ?? "";
}

describe(codePage, () => {
  const page = pageOf();

  it("shows the figures of 22511 in 2026A exactly", () => {
    expect(row(page, "Work RVU")).toEqual(["7.15", "7.15"]);
    expect(row(page, "Practice expense RVU")[0]).toBe("44.89");
    expect(row(page, "Malpractice RVU")[0]).toBe("1.07");
    expect(row(page, "Total RVUs")[0]).toBe("53.11");
    expect(row(page, "National amount")[0]).toBe("$1,773.92");
    expect(row(page, "Office")).toEqual(["none", "$1,773.92", "$1,773.92"]);
    expect(row(page, "Hospital")).toEqual(["$3,342.87", "$361.40", "$3,704.27"]);
    expect(row(page, "Surgical center")).toEqual(["$1,644.87", "$361.40", "$2,006.27"]);
    expect(texts(page, ".headline .value")).toEqual(["53.11", "$1,773.92", "$3,342.87", "$1,644.87", "10 days", "A"]);
    const notes = texts(page, ".headline .note");
    for (const note of ["APC 5113, status indicator J1", "Payment indicator G2", "CMS prints 010"])
      expect(notes).toContain(note);
  });

  it("says of each figure which cell it was read from, or by which rule it was computed", () => {
    expect(sourceOf(page, "53.11")).toBe(
      'L9 "53.11" under NON-FACILITY TOTAL\nPPRRVU2026_Jan_nonQPP.csv (transcribed)',
    );
    expect(sourceOf(page, "$1,773.92")).toMatch(
      /^\(work RVU \+ PE RVU \+ MP RVU\) x conversion factor, .*\nwork 7\.15 \(F9\), PE 44\.89 \(G9\)/,
    );
    expect(sourceOf(page, "$2,390.80")).toContain(
      "work GPCI 1.095 (F24), PE GPCI 1.410 (G24), MP GPCI 0.425 (H24) in GPCI2026.csv",
    );
    const bare = [...page.querySelectorAll(".figure")].filter(
      (each) => !/[A-Z]+\d+|row \d+/.test(each.getAttribute("data-source") ?? ""),
    );
    expect(bare.map((each) => each.textContent)).toEqual([]);
  });

  it("names every locality, in the chart and in its table, and every release of the history", () => {
    const names = of22511.document.localities.map(({ name }) => name);
    const tiles = [...page.querySelectorAll("svg rect")].map((each) => each.getAttribute("data-source") ?? "");
    for (const name of names) {
      expect(texts(page, "tbody th")).toContain(name);
      expect(tiles.filter((tile) => tile.startsWith(`${name}, `)).length).toBeGreaterThanOrEqual(2);
    }
    expect(row(page, "2025A").slice(0, 3)).toEqual(["2025-01-01", "A", "010"]);
    expect(row(page, "2025A")).toContain("$1,676.52");
  });

  it("says what modifiers do to the amounts, by which indicator, and of which there is none", () => {
    const modifiers = ["26", "50", "51", "59, XE, XP, XS, XU", "62", "66", "80, 81, 82", "AS"];
    expect(modifiers.map((modifier) => row(page, modifier)[1])).toEqual(["0", "0", "2", "", "0", "0", "1", "1"]);
    expect(row(page, "51").at(-1)).toMatch(/100, 50, 50, 50, 50 percent/);
    // 1,773.92 x (0.10 + 0.80) = 1,596.528; 361.40 x 0.90 = 325.26
    expect(row(page, "54").slice(1, 5)).toEqual(["010", "90.0", "$1,596.53", "$325.26"]);
    // x 0.80: 1,419.136 and 289.12
    expect(row(page, "78").slice(1, 5)).toEqual(["010", "80.0", "$1,419.14", "$289.12"]);
    expect(row(page, "80, 81, 82").slice(2, 5)).toEqual(["", "restricted by statute", "restricted by statute"]);
    expect(row(page, "59, XE, XP, XS, XU").at(-1)).toMatch(/^The amount does not change/);
    expect(row(page, "Add-on")[1]).toMatch(/^Not said/);
    expect(row(pageOf(committedSources("22512", "2026A")), "Add-on")[1]).toMatch(
      /^Not said: ZZZ means that it is related to another service/,
    );
  });

  it("has the related codes side by side", () => {
    for (const code of ["22510", "22512", "22513", "22514", "22515"]) expect(row(page, code)).toHaveLength(10);
    expect(row(page, "22512").slice(-2)).toEqual(["packaged", "packaged"]);
  });

  it("reads no clock: the release is the date", () => {
    expect(codePage(committedSources("22511", "2026A"))).toBe(codePage(of22511));
  });

  it("has tables of one shape under headings, and ids that stand once", () => {
    const ids = [...page.querySelectorAll("[id]")].map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const table of page.querySelectorAll("table")) {
      const widths = [...table.querySelectorAll("tr")].map((each) => each.children.length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it("leaves out what a release was built without", () => {
    const { document } = of22511;
    const gone = { value: null, reason: "source-missing" };
    const siteOfService = {
      office: { nonFacility: gone },
      hopd: { ...document.siteOfService.hopd, facility: gone, total: gone },
      asc: { ascRate: gone, conditional: false, facility: gone, total: gone },
    };
    const bare = { ...document, siteOfService, pfs: [], localities: [], asc: null };
    const page = pageOf({ ...of22511, document: bare, family: [], history: [] });
    expect(texts(page, ".headline .value")).toEqual(["$3,342.87", "file not read"]);
    expect(texts(page, "h2")).toEqual([
      "Physician: RVUs and amounts",
      "Site of service",
      "History",
      "Facilities",
      "Before you use a figure",
      "Sources",
    ]);
    expect(texts(page, "#units + p")).toEqual(["The relative value file of this release has no row for this code."]);
  });

  it("lets no markup out of any text", () => {
    const text = codePage(hostileSources(of22511));
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain("<img");
    expect(parseHTML(text).document.querySelector("h1")?.textContent).toBe("22511");
  });
});

describe("what charts show", () => {
  const rates = localRates(of22511.document);

  it("counts every locality in one bin", () => {
    const counted = bins(rates);
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(109);
    expect(counted.length).toBeLessThanOrEqual(20);
    expect([counted[0]?.count, counted.at(-1)?.count]).not.toContain(0);
  });

  it("has a fifth of the localities on each step, and localities of one amount on the same", () => {
    const bounds = stepBounds(rates).map(({ cents }) => cents);
    const sizes = [0, ...bounds].map(
      (bound, at) => rates.filter(({ cents }) => bound <= cents && cents < (bounds[at] ?? 1e9)).length,
    );
    expect(sizes).toHaveLength(5);
    for (const size of sizes) expect(Math.abs(size - 109 / 5)).toBeLessThan(9);
    expect(stepBounds(rates.map((rate) => ({ ...rate, cents: 5 })))).toEqual([]);
  });
});

describe("policy indicators", () => {
  it("have words for every letter of the committed codes", () => {
    const { indicators } = policyIndicators();
    for (const code of ["22510", "22511", "22512", "22513", "22514", "22515"]) {
      const [first] = committedSources(code, "2026A").document.pfs;
      for (const { field, codes } of indicators) {
        const printed = first?.indicators[field]?.value;
        expect(codes.some((each) => each.code === printed || each.code === "*")).toBe(true);
      }
    }
  });
});
