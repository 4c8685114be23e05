import { fileAt, linkOf, type PageLink, yearIn } from "./links.ts";
import { elementsOf, type PageElement, type ParsedPage, shownText } from "./parsed-page.ts";

/** A link under the year of its accordion; undefined outside the accordions of years. */
function linkInAccordion(anchor: PageElement, page: ParsedPage): PageLink | undefined {
  const block = anchor.closest(".accordion--content")?.closest(".cms-accordion--block") ?? null;
  const year = yearIn(shownText(block?.querySelector("button") ?? null));
  return year === undefined ? undefined : linkOf(anchor, page, year);
}

/**
 * The links to files on the landing page of ASC addenda, which also has the wage indices: one accordion for each year.
 *
 * @returns undefined when there is no accordion of a year with a file
 */
export function ascLinks(page: ParsedPage): PageLink[] | undefined {
  const links = elementsOf(page.root, "a[href]").flatMap((anchor) => linkInAccordion(anchor, page) ?? []);
  const files = links.filter(({ address }) => fileAt(address) !== undefined);
  return files.length === 0 ? undefined : files;
}
