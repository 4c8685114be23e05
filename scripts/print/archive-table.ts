import { countText } from "../../pipelines/words/money-text.ts";
import { type Outcome, type SourceRowCounts, wasBuilt } from "../build/outcome.ts";
import { type Align, textTable } from "./columns.ts";
import type { Colours } from "./terminal.ts";

const SOURCES = [
  ["pfs", "PFS"],
  ["gpci", "GPCI"],
  ["opps", "OPPS"],
  ["ascAA", "ASC AA"],
  ["ascBB", "ASC BB"],
] as const satisfies readonly (readonly [keyof SourceRowCounts, string])[];

const HEADINGS = ["release", "built", ...SOURCES.map(([, words]) => words), "held", "except.", "secs"];
const ALIGNS: readonly Align[] = ["left", "left", ...Array.from({ length: HEADINGS.length - 2 }, (): Align => "right")];

const count = (value: number | undefined): string => (value === undefined ? "-" : countText(value));

function total(outcome: Outcome, of: "held" | "excepted"): number | undefined {
  return wasBuilt(outcome) ? outcome.summary?.checks.reduce((sum, check) => sum + check[of], 0) : undefined;
}

function row(outcome: Outcome): string[] {
  const rows = outcome.summary?.rows ?? {};
  return [
    outcome.id,
    wasBuilt(outcome) ? "yes" : "NO",
    ...SOURCES.map(([source]) => count(rows[source])),
    count(total(outcome, "held")),
    count(total(outcome, "excepted")),
    (outcome.spent.ms / 1000).toFixed(1),
  ];
}

function revisionNote({ id, summary }: Outcome): string[] {
  const read = (summary?.revisions ?? []).map(
    ({ family, number, of }) => `${family.toUpperCase()} revision ${number} of ${of}`,
  );
  return read.length === 0 ? [] : [`${id}: ${read.join(", ")}`];
}

/** One line for each release: rows of the main sources, comparisons that held, known exceptions; then the revisions. */
export function archiveTable(outcomes: readonly Outcome[], colours: Colours): string[] {
  const built = outcomes.filter(wasBuilt).length;
  const notes = outcomes.flatMap(revisionNote);
  const [heading = "", ...lines] = textTable([HEADINGS, ...outcomes.map(row)], ALIGNS);
  return [
    colours.bold(heading),
    ...outcomes.map((outcome, index) => (wasBuilt(outcome) ? lines[index] : colours.red(lines[index])) ?? ""),
    ...(notes.length === 0 ? [] : ["", "CMS posted these more than once:", ...notes.map((note) => `  ${note}`)]),
    "",
    `${built} of ${outcomes.length} releases built`,
  ];
}
