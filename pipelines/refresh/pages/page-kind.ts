import { elementsOf, type PageElement, parsePage, shownText } from "./parsed-page.ts";

/** What a page of CMS's is: the licence before a file, a notice that the site is closed, an error, or any other page. */
export type PageKind = "licence" | "maintenance" | "error" | "page";

const MAINTENANCE =
  /\b(scheduled|site|system|undergoing|under|down for) maintenance\b|temporarily (unavailable|offline)/i;
const ERROR = new RegExp(
  [
    "access denied|forbidden|not found|bad gateway|gateway time-?out|service unavailable|internal server error",
    "request blocked|could not be satisfied|site error|unexpected error|error occurred|[45]0\\d error|error [45]0\\d",
  ].join("|"),
  "i",
);

/** A page with more links than this has a site around it; a notice or an error without one is short. */
const LINKS_OF_A_NOTICE = 25;

/** The licence page has a form that is sent with `agree=yes`, with the button of a licence. */
function hasLicence(root: PageElement): boolean {
  return root.querySelector('form input[name="agree"], form [data-license]') !== null;
}

/** The texts that say what a page is: title and first heading, and the text of a short page. */
function tellingTexts(root: PageElement): string[] {
  const isShort = elementsOf(root, "a[href]").length <= LINKS_OF_A_NOTICE;
  return elementsOf(root, isShort ? "title, h1, h2, p, center, pre" : "title, h1").map(shownText);
}

/**
 * What a page is, by its forms, its title and its headings. The rest of its text counts only where the page is short: a
 * long page of CMS's may speak of maintenance and errors.
 *
 * @param html page as it came, with status 200 or any other; text that is no HTML is a "page"
 */
export function pageKind(html: string): PageKind {
  const { root } = parsePage({ address: "", html });
  if (hasLicence(root)) return "licence";
  const texts = tellingTexts(root);
  if (texts.some((text) => MAINTENANCE.test(text))) return "maintenance";
  return texts.some((text) => ERROR.test(text)) ? "error" : "page";
}
