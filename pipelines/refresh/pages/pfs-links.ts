import { fileAt, isPageAddress, linkOf, type PageLink, yearIn } from "./links.ts";
import { elementsOf, type PageElement, type ParsedPage, shownText } from "./parsed-page.ts";

/** The tables with a column of years, and the number of that column: the page has other tables. */
function yearColumns(page: ParsedPage): Map<PageElement, number> {
  const columns = new Map<PageElement, number>();
  for (const cell of elementsOf(page.root, "th, td")) {
    const [row, table] = [cell.closest("tr"), cell.closest("table")];
    if (row === null || table === null || !/^calendar year$/i.test(shownText(cell))) continue;
    columns.set(table, [...row.children].indexOf(cell));
  }
  return columns;
}

/** A link under the year of its row; undefined outside the tables. */
function linkInRow(anchor: PageElement, page: ParsedPage, columns: Map<PageElement, number>): PageLink | undefined {
  const [row, table] = [anchor.closest("tr"), anchor.closest("table")];
  const column = table === null ? undefined : columns.get(table);
  if (row === null || column === undefined) return undefined;
  // For phones, each cell begins with the heading of its column: "Calendar Year2026".
  return linkOf(anchor, page, yearIn(shownText([...row.children][column] ?? null)));
}

/**
 * The links to releases on the landing page of relative value files: one row each in the table with the heading "Calendar
 * Year".
 *
 * @returns undefined when there is no such table, or when it has no links
 */
export function pfsLinks(page: ParsedPage): PageLink[] | undefined {
  const columns = yearColumns(page);
  const links = elementsOf(page.root, "a[href]").flatMap((anchor) => linkInRow(anchor, page, columns) ?? []);
  const wanted = links.filter(({ address }) => isPageAddress(address) || fileAt(address) !== undefined);
  return wanted.length === 0 ? undefined : wanted;
}
