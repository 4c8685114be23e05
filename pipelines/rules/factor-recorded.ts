import { expectedFactors } from "../sources/factors.ts";
import type { SourceFile } from "../tables/source-file.ts";
import type { Check, Findings } from "./check.ts";

type Schedule = "opps" | "asc";

/** What an exception of the check is about: the file as a whole. */
const KEY = "factor";

/** The finding for a file that prints weights without a recorded factor to check its rates. */
function unproved(schedule: Schedule, file: SourceFile<unknown>, weighted: number): Findings | undefined {
  if (weighted === 0) return undefined;
  const { publication, table } = file;
  const known = expectedFactors(schedule, publication).length > 0;
  const message = `no ${schedule.toUpperCase()} conversion factor is recorded for ${publication.window.from}, so the rates of ${weighted} rows with a weight cannot be checked`;
  const violation = {
    key: KEY,
    publication: publication.label,
    place: { file: table.file, row: table.rowNumbers[0] ?? 1 },
    message,
  };
  return {
    checked: 1,
    violations: known ? [] : [violation],
    publications: [publication.label],
    compared: (key) => key === KEY,
  };
}

/**
 * A check that a factor is recorded: without one the checks of rates do not run, and that must not look like success.
 *
 * @param weightedFile the file that prints weights, and how many rows do; undefined when it is not available
 */
export function factorRecorded<Book>(
  schedule: Schedule,
  cites: Check<Book>["cites"],
  weightedFile: (book: Book) => { file: SourceFile<unknown>; weighted: number } | undefined,
): Check<Book> {
  return {
    id: `${schedule}.factor-recorded`,
    invariants: [],
    title: "A conversion factor is recorded for the days of service of every file that prints weights",
    scope: "table",
    severity: "review",
    cites,
    cure: 'Record it with its source: ratebook factor opps=91.415 --year 2026 --cite "CY 2026 OPPS/ASC final rule"',
    run: (book) => {
      const found = weightedFile(book);
      return found && unproved(schedule, found.file, found.weighted);
    },
  };
}
