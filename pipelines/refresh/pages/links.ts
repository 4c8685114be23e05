import { formatOf } from "../../inputs/formats.ts";
import { elementsOf, type PageElement, type ParsedPage, shownText } from "./parsed-page.ts";

/** A link of a page, with what stands around it. */
export interface PageLink {
  readonly text: string;
  /** Absolute, without the part after "#". */
  readonly address: string;
  /** Year that the page puts the link under; undefined where it does not say. */
  readonly year: string | undefined;
  /** Page that has the link. */
  readonly page: string;
}

/** A file that a link leads to, and the licence page that stands before it. */
interface LinkedFile {
  readonly address: string;
  readonly licence: string | null;
}

function absolute(href: string, base: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  url.hash = "";
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}

/** The link of an anchor; undefined for one that leads nowhere. */
export function linkOf(anchor: PageElement, page: ParsedPage, year?: string): PageLink | undefined {
  const href = (anchor.getAttribute("href") ?? "").trim();
  const address = href.startsWith("#") ? undefined : absolute(href, page.address);
  return address === undefined ? undefined : { text: shownText(anchor), address, year, page: page.address };
}

/** The links inside an element, in the order of the page. */
export function linksIn(element: PageElement, page: ParsedPage, year?: string): PageLink[] {
  return elementsOf(element, "a[href]").flatMap((anchor) => linkOf(anchor, page, year) ?? []);
}

/** The year that a text names: "Calendar Year2026" names 2026. */
export function yearIn(text: string): string | undefined {
  return /(?<!\d)20\d{2}(?!\d)/.exec(text)?.[0];
}

/** `text` with its percent signs read; as it is where they are no encoding. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** /license/ama, /license/ada, and of older pages /apps/ama/license.asp. */
const LICENCE_PAGE = /^\/(license\/\w+|apps\/\w+\/license\.asp)\/?$/i;

/** The file behind a licence page: `file=` is relative or absolute, and may be encoded twice. */
function behindLicence(url: URL): string | undefined {
  const given = url.searchParams.get("file");
  if (given === null || !LICENCE_PAGE.test(url.pathname)) return undefined;
  return absolute(/%2f/i.test(given) ? percentDecoded(given) : given, `${url.origin}/`);
}

const isFile = (address: string): boolean => {
  const { pathname } = new URL(address);
  return /\.zip$/i.test(pathname) || (formatOf(pathname) ?? "xls") !== "xls";
};

/** The archive or table that an address leads to, at once or through the licence page; undefined for any other. */
export function fileAt(address: string): LinkedFile | undefined {
  const behind = behindLicence(new URL(address));
  const file = behind ?? address;
  return isFile(file) ? { address: file, licence: behind === undefined ? null : address } : undefined;
}

/** Whether an address is that of a page: the last step of its path has no ending, or that of a page. */
export function isPageAddress(address: string): boolean {
  const { pathname } = new URL(address);
  return !LICENCE_PAGE.test(pathname) && /\/[^./]*(\.(html?|aspx?))?\/?$/i.test(pathname);
}

/** Name of a file without the folders of CMS's site. CMS writes names with slashes: rvu23a-updated-01/31/2023.zip. */
export function fileNameAt(address: string): string {
  const path = percentDecoded(new URL(address).pathname);
  const own = /\/(?:files\/\w+|downloads)\/(.+)$/i.exec(path)?.[1] ?? path.slice(path.lastIndexOf("/") + 1);
  return own.replaceAll("/", "-");
}

/** Last step of a page's path: "rvu25d-0". */
export function slugAt(address: string): string {
  return new URL(address).pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
}
