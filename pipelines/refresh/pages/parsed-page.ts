import { parseHTML } from "linkedom";

/** The parts of an element that are read here; the library's own types need those of a browser. */
export interface PageElement {
  readonly textContent: string | null;
  readonly children: Iterable<PageElement>;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** A page as it was answered, and the address that answered it. */
export interface FetchedPage {
  /** Address after redirects: relative links start from it. */
  readonly address: string;
  readonly html: string;
}

/** A page whose elements can be asked for. */
export interface ParsedPage {
  readonly address: string;
  readonly root: PageElement;
}

/** Text without the line breaks and indents of markup. */
export function shownText(element: PageElement | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** The elements that a selector finds, in the order of the page. */
export function elementsOf(element: PageElement, selector: string): PageElement[] {
  return [...element.querySelectorAll(selector)];
}

/** Reads markup; what is no HTML is a page without elements. */
export function parsePage({ address, html }: FetchedPage): ParsedPage {
  return { address, root: parseHTML(`<!doctype html><html>${html}</html>`).document as unknown as PageElement };
}
