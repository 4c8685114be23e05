import type { Problem } from "../../schemas/place.ts";
import type { Layout } from "../../schemas/source/layout.ts";
import type { Publication } from "../../schemas/source/release.ts";
import type { Period } from "./columns.ts";
import { monthNumber, quarterOfDay, quarterOfMonth } from "./quarter.ts";
import type { Table } from "./table.ts";

/** CMS names a quarter by its first month; no other month of a banner or heading is compared. */
const NAMES_OF_QUARTERS: ReadonlySet<number> = new Set([1, 4, 7, 10]);

/** Compares quarters, not months: RVU24AR came into force inside the first quarter. */
function disagreement({ year, month = "" }: Period, { window }: Publication): string | undefined {
  const [ofYear, ofQuarter] = quarterOfDay(window.from).split("Q");
  if (year !== undefined && year !== ofYear) return year;
  const named = monthNumber(month) ?? 0;
  if (!NAMES_OF_QUARTERS.has(named) || quarterOfMonth(named) === Number(ofQuarter)) return undefined;
  return `${month} ${year ?? ""}`.trim();
}

/** What a file says of its own period, all banners and headings together. */
function statedIn({ periods }: Table<unknown>): { year: boolean; quarter: boolean } {
  const isQuarter = ({ month = "" }: Period): boolean => NAMES_OF_QUARTERS.has(monthNumber(month) ?? 0);
  return { year: periods.some(({ year }) => year !== undefined), quarter: periods.some(isQuarter) };
}

/** The part of its period that a file should name and does not; undefined when it names all that CMS's files name. */
function unstated(table: Table<unknown>, { window }: Publication, { period }: Layout): string | undefined {
  const [ofYear = "", ofQuarter] = quarterOfDay(window.from).split("Q");
  const isText = table.heading.texts.length === 0;
  const expected = isText ? period.text : period.grid;
  const named = statedIn(table);
  if (expected.year !== undefined && ofYear >= expected.year && !named.year) return "year";
  const byYear = period.yearIsJanuary === true && ofQuarter === "1" && named.year;
  const isDue = expected.quarter !== undefined && ofYear >= expected.quarter && !byYear;
  return isDue && !named.quarter ? "quarter" : undefined;
}

function place({ file, heading }: Table<unknown>): Problem["place"] {
  return { file, row: Math.max(heading.lastRow, 1) };
}

function inForce({ label, window }: Publication): string {
  return `expected ${label} in force from ${window.from} to ${window.to}`;
}

/**
 * Compares the year and month in a file's banner and headings with its registered window. This finds last quarter's
 * file under this quarter's name.
 *
 * @returns a problem, or undefined when every period agrees
 */
export function wrongPeriod(table: Table<unknown>, publication: Publication): Problem | undefined {
  const seen = table.periods.map((period) => disagreement(period, publication)).find((found) => found !== undefined);
  if (seen === undefined) return undefined;
  return {
    code: "period.wrong",
    place: place(table),
    message: `the file says it is for ${seen}, ${inForce(publication)}`,
    cure: "Download the file of the right quarter, or correct the window in sources/publications",
  };
}

/**
 * Asks a file that is not registered for its year, and for its quarter where CMS's files name one: silence is no
 * agreement.
 *
 * @returns a problem, or undefined when it names them, or CMS's files of its kind do not
 */
export function silentPeriod(table: Table<unknown>, publication: Publication, layout: Layout): Problem | undefined {
  const lacks = unstated(table, publication, layout);
  if (lacks === undefined) return undefined;
  return {
    code: "period.silent",
    place: place(table),
    message: `neither banner nor headings name a ${lacks}, as CMS's files of this kind do; ${inForce(publication)}`,
    cure: "Download the file from CMS again. If somebody has edited it, register it with --origin edited and --origin-note",
  };
}
