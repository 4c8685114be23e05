import { describe, expect, it } from "vitest";
import { historySection } from "../../pipelines/reports/views/code-history.ts";
import type { Snapshot } from "../../pipelines/reports/views/code-sources.ts";
import { spanSteps } from "../../pipelines/reports/views/spans.ts";
import type { Chart } from "../../pipelines/reports/views/view.ts";
import { committedSources } from "../support/code-pages.ts";

const [first, last] = committedSources("22511", "2026A").history as [Snapshot, Snapshot];
/** A release, as January 2026 has the code. */
const like = (release: string, from: string, more: Partial<Snapshot> = {}): Snapshot => ({
  ...last,
  release,
  from,
  ...more,
});
const A = like("2026A", "2026-01-01");
const C = like("2026C", "2026-07-01");
const withoutHospital: Partial<Snapshot> = {
  opps: undefined,
  files: Object.fromEntries(Object.entries(last.files).filter(([name]) => name !== "addendum-b")),
};

function chartsOf(history: readonly Snapshot[]): Chart[] {
  return historySection(history, "2026A", "nonFacility").blocks.flatMap((block) =>
    typeof block === "object" && block?.kind === "chart" ? [block] : [],
  );
}

/** The lines of a series: "2026A 2026B solid". */
function linesOf(history: readonly Snapshot[], series: string): string[] {
  const spans = chartsOf(history).flatMap(({ drawing }) => (drawing.as === "spans" ? drawing.spans : []));
  const own = spanSteps(spans).filter((step) => step.series === series);
  return own.map(({ from, to, isGap }) => `${from.release} ${to.release} ${isGap ? "dotted" : "solid"}`);
}

function notesOf(history: readonly Snapshot[]): string {
  return JSON.stringify(historySection(history, "2026A", "nonFacility").blocks);
}

describe("the history of a code", () => {
  it("draws a solid line from a release to the next one in force, and none other", () => {
    const history = [A, like("2026B", "2026-04-01"), C];
    expect(linesOf(history, "Hospital outpatient")).toEqual(["2026A 2026B solid", "2026B 2026C solid"]);
    expect(notesOf(history)).not.toContain("Dotted");
  });

  it("dots the line over releases that are not built, and names them", () => {
    expect(linesOf([first, last], "Physician in an office")).toEqual(["2025A 2026A dotted"]);
    expect(notesOf([first, last])).toContain("In force then: 2025B, 2025C, 2025D.");
  });

  it("dots the line over a release whose file was not read", () => {
    const history = [A, like("2026B", "2026-04-01", withoutHospital), C];
    expect(linesOf(history, "Hospital outpatient")).toEqual(["2026A 2026C dotted"]);
    expect(linesOf(history, "Surgical center")).toEqual(["2026A 2026B solid", "2026B 2026C solid"]);
    expect(notesOf(history)).toContain("no built release has the amount. In force then: 2026B.");
  });

  it("draws no line across a release that says that there is no amount", () => {
    const packaged = last.opps && { ...last.opps, state: "packaged", statusIndicator: "N", oppsRate: null };
    const history = [A, like("2026B", "2026-04-01", { opps: packaged }), C];
    expect(linesOf(history, "Hospital outpatient")).toEqual([]);
  });
});
