import type { Problem } from "../../schemas/place.ts";
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

/**
 * Compares the year and month in a file's banner and headings with its registered window. This finds last quarter's
 * file under this quarter's name.
 *
 * @returns a problem, or undefined when every period agrees
 */
export function wrongPeriod(table: Table<unknown>, publication: Publication): Problem | undefined {
  const seen = table.periods.map((period) => disagreement(period, publication)).find((found) => found !== undefined);
  if (seen === undefined) return undefined;
  const { from, to } = publication.window;
  return {
    code: "period.wrong",
    place: { file: table.file, row: table.heading.lastRow },
    message: `the file says it is for ${seen}, expected ${publication.label} in force from ${from} to ${to}`,
    cure: "Download the file of the right quarter, or correct the window in sources/publications",
  };
}
