import { fileAt, linksIn, type PageLink } from "./links.ts";
import type { ParsedPage } from "./parsed-page.ts";

/**
 * The links to the ZIP code file on the page of all fee schedules. CMS offers the newest one only, and names the day on
 * which it was revised, never the quarter.
 *
 * @returns undefined when no link names the file
 */
export function zipLinks(page: ParsedPage): PageLink[] | undefined {
  const isZipCodes = ({ text, address }: PageLink): boolean =>
    fileAt(address) !== undefined && /carrier[ -]*locality|zip5/i.test(`${text} ${address}`);
  const links = linksIn(page.root, page).filter(isZipCodes);
  return links.length === 0 ? undefined : links;
}
