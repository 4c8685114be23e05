import type { Problem } from "../../schemas/place.ts";
import type { Layout } from "../../schemas/source/layout.ts";
import type { Publication } from "../../schemas/source/release.ts";
import type { Period } from "./columns.ts";
import { collapse } from "./grid.ts";
import type { Table } from "./table.ts";

const FIRST_MONTH: Readonly<Record<string, string>> = { jan: "01", apr: "04", jul: "07", oct: "10" };

/** What the banner above the heading says, if the layout knows how it speaks. */
function bannerPeriod(table: Table<unknown>, layout: Layout): Period {
  if (layout.banner === undefined) return {};
  const banner = collapse(
    table.grid.rows
      .slice(0, table.heading.firstRow - 1)
      .flat()
      .join(" "),
  );
  return { ...new RegExp(layout.banner, "i").exec(banner)?.groups };
}

/** "03" is in the quarter that starts with "01": RVU24AR came into force inside the first quarter. */
function quarterStart(month = "01"): string {
  return String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, "0");
}

function disagreement(period: Period, publication: Publication): string | undefined {
  const [year, month] = publication.window.from.split("-");
  if (period.year !== undefined && period.year !== year) return period.year;
  const named = period.month === undefined ? undefined : FIRST_MONTH[period.month.slice(0, 3).toLowerCase()];
  return named === undefined || named === quarterStart(month)
    ? undefined
    : `${period.month} ${period.year ?? ""}`.trim();
}

/**
 * Compares the year and month that a file's banner and headings name with the window it was registered for. This is
 * what catches last quarter's file under this quarter's name.
 *
 * @returns a problem, or undefined when everything that names a period agrees
 */
export function wrongPeriod(table: Table<unknown>, layout: Layout, publication: Publication): Problem | undefined {
  const seen = [bannerPeriod(table, layout), ...table.periods]
    .map((period) => disagreement(period, publication))
    .find((found) => found !== undefined);
  if (seen === undefined) return undefined;
  const { from, to } = publication.window;
  return {
    code: "period.wrong",
    place: { file: table.file, row: table.heading.lastRow },
    message: `the file says it is for ${seen}, expected ${publication.label} in force from ${from} to ${to}`,
    cure: "Download the file of the right quarter, or correct the window in sources/publications",
  };
}
