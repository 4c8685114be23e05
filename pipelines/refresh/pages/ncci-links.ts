import { isOtherNcciList } from "../../inputs/ncci-names.ts";
import { fileAt, fileNameAt, linksIn, type PageLink } from "./links.ts";
import type { ParsedPage } from "./parsed-page.ts";

/**
 * The links to tables on one of CMS's pages of NCCI edits. The pages of procedure-to-procedure edits have some quarters,
 * and beside each a list of what changed.
 *
 * @returns undefined when no link leads to a table
 */
export function ncciLinks(page: ParsedPage): PageLink[] | undefined {
  const links = linksIn(page.root, page).filter(({ address }) => {
    const file = fileAt(address);
    return file !== undefined && !isOtherNcciList(fileNameAt(file.address));
  });
  return links.length === 0 ? undefined : links;
}
