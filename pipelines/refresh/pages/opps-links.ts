import { fileAt, isPageAddress, linksIn, type PageLink, slugAt, yearIn } from "./links.ts";
import type { ParsedPage } from "./parsed-page.ts";

const RELEASE = /\b(january|april|july|october) 20\d{2}\b/i;

/** Addenda by their letters: "addendum-b", "Addendum D1", "Addenda A and B". */
const LETTERS = /addend(?:um|a)[ _-]+((?:[a-z]\d?)(?:(?:[ ,&_-]|and)+[a-z]\d?)*)(?![a-z0-9])/gi;

/** Whether names speak of other addenda and not of B: Addendum A has the rates of groups, and no codes. */
export function isOtherAddendum(names: string): boolean {
  const letters = [...names.matchAll(LETTERS)].flatMap(([, list = ""]) => list.toLowerCase().split(/[ ,&_-]+|and/));
  return letters.length > 0 && !letters.includes("b");
}

/** Addenda by their text: a link that only names month and year is one as well. */
function isRelease({ text, address }: PageLink): boolean {
  const leads = isPageAddress(address) || fileAt(address) !== undefined;
  return (
    leads &&
    RELEASE.test(text) &&
    /addend/i.test(`${text} ${address}`) &&
    !isOtherAddendum(`${text} ${slugAt(address)}`)
  );
}

/**
 * The links to Addenda B on the landing page of the quarterly addenda, by their texts: "April 2026 Addendum B".
 *
 * @returns undefined when no link names a month and a year
 */
export function oppsLinks(page: ParsedPage): PageLink[] | undefined {
  const links = linksIn(page.root, page).filter(isRelease);
  return links.length === 0 ? undefined : links.map((link) => ({ ...link, year: yearIn(link.text) }));
}
