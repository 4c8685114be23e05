import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { timeline } from "../../pipelines/answers/timeline/timeline.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { timelinePage } from "../../pipelines/reports/pages/reports.ts";
import type { TimelineDocument, TimelinePoint } from "../../schemas/out/timeline.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const output = openOutput(OUT);
const releases = output.releases.map(output.open);
const DOCUMENT = timeline(releases, { hcpcs: "22511", modifier: undefined, locality: undefined });
const HOSTILE = `<img src="x" onerror="document.title='gone'">`;

/** The wide drawings of a section's charts, one for each series that is drawn. */
function drawings(page: string, id: string): string[] {
  const starts = [...page.matchAll(new RegExp(`id="${id}-chart-\\d+-wide-title"`, "g"))].map(({ index }) => index);
  return starts.map((from) => page.slice(from, page.indexOf("</svg>", from)));
}

/** How far from the top each figure of each chart is. */
function lineHeights(page: string, id: string): number[][] {
  return drawings(page, id).map((drawing) =>
    [...drawing.matchAll(/<rect[^>]*data-source[^>]*>/g)].map(([mark]) => Number(/ y="([\d.]+)"/.exec(mark)?.[1])),
  );
}

/** How many dotted lines the charts of a section have. */
function dottedLines(page: string, id: string): number {
  const dotted = drawings(page, id).map((each) => /stroke-dasharray="1 4"[^>]*>(.*?)<\/g>/s.exec(each)?.[1]);
  return dotted.reduce((sum, each) => sum + (each?.match(/<path/g)?.length ?? 0), 0);
}

/** The timeline with its points changed. */
function changed(change: (point: TimelineDocument["points"][number]) => object): TimelineDocument {
  return { ...DOCUMENT, points: DOCUMENT.points.map((point) => ({ ...point, ...change(point) })) };
}

describe("the page of a timeline", () => {
  const page = timelinePage(DOCUMENT);

  it("says of a blank APC in a reconstructed Addendum B that the copy lacks it", () => {
    const withoutApc = changed(({ opps }) => ({ opps: opps && { ...opps, apc: null } }));
    const cells = [...timelinePage(withoutApc).matchAll(/<span class="quiet day">(not in this copy|blank)<\/span>/g)];
    // January 2025 is an edited copy, which has every cell; January 2026 was put together.
    expect(cells.map(([, words]) => words)).toEqual(["blank", "not in this copy"]);
  });

  it("has amounts, units, factor and causes as CMS printed them, or as effects.test.ts works them out", () => {
    for (const text of ["$1,676.52", "$1,773.92", "$3,342.87", "$1,644.87", "53.11", "44.89", "33.4009", "32.3465"])
      expect(page).toContain(`>${text}</button>`);
    expect(page).toContain("work RVU -$5.92*, PE RVU $47.01, MP RVU $0.99, conversion factor $55.32*");
    expect(page).toContain(">2025B, 2025C, 2025D<");
  });

  it("does not say that Medicare paid what are fee schedule amounts", () => {
    expect(page).toContain("<title>22511: Medicare fee schedule amounts, 2025A to 2026A</title>");
    expect(page).not.toMatch(/Medicare paid|was paid/);
  });

  it("says of every figure where it comes from, and of what is not CMS's own bytes what it is", () => {
    const source = (text: string): string =>
      new RegExp(`data-source="([^"]*)">${text.replace(/[$.]/g, "\\$&")}</button>`).exec(page)?.[1] ?? "";
    expect(source("$1,773.92")).toMatch(
      /x conversion factor, .*\n.*WORK RVU F\d+, .* in PPRRVU2026_Jan_nonQPP.csv \(transcribed\)/,
    );
    expect(source("$3,342.87")).toMatch(
      /^printed by CMS\nPayment Rate F\d+ in Addendum_B.RECONSTRUCTED.csv \(reconstructed\)/,
    );
    expect(source("44.89")).toMatch(/^NON-FAC PE RVU G\d+ in PPRRVU2026_Jan_nonQPP.csv/);
    expect(page).toMatch(/>\$3,342.87<\/button><br><span class="quiet small">reconstructed</);
    const addendum = DOCUMENT.points[1]?.files["addendum-b"];
    expect(page).toContain(">reconstructed</span></td>");
    expect(page).toContain(`${addendum?.sha256.slice(0, 12)}</code>`);
    expect(page).toContain("Built from excerpts of CMS&#39;s files: 2025A, 2026A.");
  });

  it("has the track of the amounts, the second factor and its amounts", () => {
    // 53.11 x 33.5675 = 1782.769925, 10.82 x 33.5675 = 363.20035.
    for (const text of ["33.5675", "$1,782.77", "$363.20"]) expect(page).toContain(`>${text}</button>`);
    expect(page).toContain("<td>non-qualifying APM</td>");
  });

  it("marks an amount that CMS marks NA, and does not draw it as payable", () => {
    const marked = timelinePage(timeline(releases, { hcpcs: "22505", modifier: undefined, locality: undefined }));
    expect(marked).toContain(">NA $153.64</button>");
    expect(marked).toContain("marked NA, physician in an office in every release");
    const drawing = drawings(marked, "amounts").join("");
    expect(drawing).toContain("Physician in a facility, 2026A: $153.64");
    expect(drawing).not.toContain("Physician in an office");
    expect(marked).toContain("PE in a facility, 2026A: 2.00");
    expect(marked).not.toContain("PE in an office, 2026A");
  });

  it("says what dotted lines cross, counted for each chart", () => {
    // 2025A is January, 2026A the next January: 2025B, 2025C and 2025D were in force in between.
    expect(page).toContain(
      "Dotted: days of service for which no built release has the figure. In force then: 3 releases not built.",
    );
    const whole = DOCUMENT.points.map((point) => ({
      ...point,
      window: { from: `${point.release.slice(0, 4)}-01-01`, to: `${point.release.slice(0, 4)}-12-31` },
    }));
    expect(timelinePage({ ...DOCUMENT, points: whole })).not.toContain("Dotted");
  });

  it("draws no line over days for which a release says that there is no amount", () => {
    const [first, last] = DOCUMENT.points as [TimelinePoint, TimelinePoint];
    const days = (point: TimelinePoint, release: string, from: string, to: string) => ({
      ...point,
      release,
      window: { from, to },
    });
    const none = { ...first.oppsRate, value: null, reason: "packaged", cells: [] };
    const three = (oppsRate: TimelinePoint["oppsRate"]) => [
      first,
      { ...days(first, "2025C", "2025-07-01", "2025-09-30"), oppsRate },
      last,
    ];
    const dotted = (oppsRate: TimelinePoint["oppsRate"]): number =>
      dottedLines(timelinePage({ ...DOCUMENT, points: three(oppsRate) }), "amounts");
    // The hospital's two steps, from 2025A to 2025C and on to 2026A, are not there.
    expect(dotted(first.oppsRate) - dotted(none)).toBe(2);
  });

  it("lists the changes of releases in force once, and rules for them alone", () => {
    const other = {
      ...(DOCUMENT.points[1] as TimelinePoint),
      release: "2026A-asc2",
      standing: "other-revision" as const,
    };
    const rules = { ...DOCUMENT.rules, "never-used": { title: "A rule of another posting", cites: [] } };
    const text = timelinePage({ ...DOCUMENT, points: [...DOCUMENT.points, other], rules });
    const table = text.slice(text.indexOf('<h2 id="changes">'), text.indexOf('<h2 id="method">'));
    expect(table.match(/<th scope="row">/g)).toHaveLength(4);
    expect(text).not.toContain("A rule of another posting");
    expect(text).toContain("CY 2026 efficiency adjustment");
  });

  it("says of units and factors that were not read why they are not there", () => {
    const unread = { value: null, reason: "source-missing", rule: null, cells: [], change: null };
    const text = timelinePage(
      changed(({ release, nonFacility, facility }) =>
        release === "2025A"
          ? {
              rvus: [],
              conversionFactor: null,
              opps: null,
              oppsRate: unread,
              nonFacility: { ...nonFacility, ...unread },
              facility: { ...facility, ...unread },
            }
          : {},
      ),
    );
    const section = (id: string, next: string) =>
      text.slice(text.indexOf(`<h2 id="${id}">`), text.indexOf(`<h2 id="${next}">`));
    expect(section("units", "factor")).toContain('data-source="file not read">–</button>');
    expect(section("units", "factor")).toContain('<span class="quiet day">file not read</span>');
    expect(section("factor", "changes")).toContain('<span class="quiet day">file not read</span>');
    expect(section("units", "changes")).not.toContain(">none<");
  });

  it("says what amounts are compared with, and of a factor where it does not apply", () => {
    expect(page).toContain("Causes of each change since the last built release in force<");
    expect(page).toMatch(
      /last built release that was in force.*Releases that were replaced, and other revisions of one/,
    );
    expect(page).not.toContain("does not apply to rows");
    const none = { value: null, reason: "contractor-priced" };
    const carrier = changed(({ nonFacility, facility }) => ({
      nonFacility: { ...nonFacility, ...none },
      facility: { ...facility, ...none },
    }));
    expect(timelinePage(carrier)).toContain("It does not apply to rows without an amount for the physician.");
    const elsewhere = { value: null, reason: "locality-not-in-release" };
    const other = changed(({ nonFacility, facility }) => ({
      nonFacility: { ...nonFacility, ...elsewhere },
      facility: { ...facility, ...elsewhere },
    }));
    expect(timelinePage(other)).not.toContain("does not apply to rows");
  });

  it("draws what is dearer higher, each series on a scale of its own", () => {
    const [office = [], facility = [], hospital = []] = lineHeights(page, "amounts");
    // $1,676.52 < $1,773.92; $393.66 > $361.40; $3,244.61 < $3,342.87; a drawing counts from its top.
    expect(office[1]).toBeLessThan(office[0] ?? 0);
    expect(facility[1]).toBeGreaterThan(facility[0] ?? 0);
    expect(hospital[1]).toBeLessThan(hospital[0] ?? 0);
    // On one scale, $393.66 would be far below $3,244.61.
    expect(facility[0]).toBeLessThan((hospital[0] ?? 0) + 20);
  });

  it("draws no release that was not in force, and says why there is no amount", () => {
    const none = { value: null, reason: "source-missing", rule: null, cells: [], change: null };
    const text = timelinePage(
      changed(({ release }) => ({
        oppsRate: none,
        ...(release === "2025A" && { standing: "superseded", replacedBy: "2025AR" }),
      })),
    );
    expect(lineHeights(text, "amounts").map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(text).toContain("replaced by 2025AR");
    expect(text).toContain("file not read");
    expect(text).toContain("another revision of a release: 1 release.");
  });

  it("stands as tables alone where no release in force has a figure", () => {
    const text = timelinePage(changed(() => ({ standing: "other-revision" })));
    expect(text).not.toContain("<svg");
    expect(text).toContain("$1,773.92");
  });

  it("draws no chart of units that are all zero, as those of codes that carriers price", () => {
    const ZERO = { workRvu: "0.00", nonFacilityPeRvu: "0.00", facilityPeRvu: "0.00", mpRvu: "0.00" };
    const zeros = changed(({ rvus }) => ({ rvus: rvus.map((row) => ({ ...row, ...ZERO })) }));
    expect(page).toContain('id="units-chart-1-wide-title"');
    expect(timelinePage(zeros)).not.toContain('id="units-chart-1-wide-title"');
    expect(timelinePage(zeros)).toContain(">0.00</button>");
  });

  it("keeps markup in a name what it is: text", () => {
    const text = timelinePage({ ...DOCUMENT, locality: { locality: "0111205", name: HOSTILE }, notBuilt: [HOSTILE] });
    expect(text).not.toContain("<img");
    expect(text).toContain("&lt;img");
  });
});
