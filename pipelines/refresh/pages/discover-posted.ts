import type { Family } from "../../../schemas/source/release.ts";
import { pagesToRead } from "../../inputs/landing-pages.ts";
import { fault, type Problems } from "../../problems/problems.ts";
import type { PostedFile, PostedHint } from "../posted.ts";
import { ascLinks } from "./asc-links.ts";
import { fileAt, linksIn, type PageLink, slugAt } from "./links.ts";
import { ncciLinks } from "./ncci-links.ts";
import { oppsLinks } from "./opps-links.ts";
import { pageKind } from "./page-kind.ts";
import { elementsOf, type FetchedPage, type ParsedPage, parsePage, shownText } from "./parsed-page.ts";
import { pfsLinks } from "./pfs-links.ts";
import { postedFile } from "./posted-file.ts";
import { zipLinks } from "./zip-links.ts";

/** How the landing page of a family is read, and what it must have to be that page. */
interface LandingReader {
  readonly links: (page: ParsedPage) => PageLink[] | undefined;
  readonly expected: string;
}

const ASC_READER: LandingReader = { links: ascLinks, expected: "an accordion for each year with links to files" };
const NCCI_READER: LandingReader = { links: ncciLinks, expected: "links to the files of NCCI edits" };
const READERS: Readonly<Record<Exclude<Family, "opps-rule">, LandingReader>> = {
  pfs: { links: pfsLinks, expected: 'a table with the heading "Calendar Year" and links in its rows' },
  opps: { links: oppsLinks, expected: 'links such as "April 2026 Addendum B"' },
  asc: ASC_READER,
  "wage-index": ASC_READER,
  ncci: NCCI_READER,
  "ncci-ptp": NCCI_READER,
  zip: { links: zipLinks, expected: 'a link to the file "Zip Code to Carrier Locality"' },
};

/** Families that CMS's pages are not searched for. */
export function notOnPages(families: readonly Family[]): Family[] {
  return families.filter((family) => pagesToRead(family).length === 0);
}

/** How a page is fetched. It throws InputFault when it cannot be had. */
export type FetchPage = (address: string) => Promise<FetchedPage>;

const INSTEAD = {
  licence: "CMS's licence page stands there instead: it has a form to accept, and no list of releases",
  maintenance: "CMS's site says that it is closed for maintenance",
  error: "CMS's site answers with a page that reports an error",
} as const;

function wrongKind(address: string, kind: keyof typeof INSTEAD, page: ParsedPage): Error {
  const cures = {
    licence: "Open the address in a browser. Where CMS has moved the page, write its new address into landing-pages.ts",
    maintenance: "Try again later. This is no answer to whether CMS has posted a release",
    error: "Try again later. This is no answer to whether CMS has posted a release",
  };
  const title = shownText(page.root.querySelector("title"));
  const message = `a page of releases was expected. ${INSTEAD[kind]} (title "${title}")`;
  return fault(`pages.${kind}`, { file: address }, message, cures[kind]);
}

function unrecognised(address: string, page: ParsedPage, expected: string): Error {
  const title = shownText(page.root.querySelector("title"));
  const links = elementsOf(page.root, "a[href]").length;
  return fault(
    "pages.unrecognised",
    { file: address },
    `the page has the title "${title}" and ${links} links, and not what was expected: ${expected}. Whether CMS has posted a release is not known`,
    "Open the address in a browser. Where CMS has changed the page, download the files by hand and name their folder",
  );
}

async function pageAt(address: string, fetchPage: FetchPage): Promise<ParsedPage> {
  const fetched = await fetchPage(address);
  const page = parsePage(fetched);
  const kind = pageKind(fetched.html);
  if (kind !== "page") throw wrongKind(address, kind, page);
  return page;
}

/** The files of a release's own page. What the landing page says of the release stands around each of them. */
async function filesOfDetail(link: PageLink, families: readonly Family[], fetchPage: FetchPage): Promise<PostedFile[]> {
  const page = await pageAt(link.address, fetchPage);
  const links = linksIn(page.root, page).filter(({ address }) => fileAt(address) !== undefined);
  const around = [slugAt(link.address), link.text, shownText(page.root.querySelector("h1"))];
  const files = links.flatMap((each) => postedFile(each, around, families) ?? []);
  // Files of other addenda alone are an answer as well.
  if (links.length > 0) return files;
  throw unrecognised(link.address, page, `a link to the archive of "${link.text}"`);
}

/** Links each once: CMS links a page from its name and again from its year. */
function byAddress(links: readonly PageLink[]): PageLink[] {
  const first = new Map<string, PageLink>();
  for (const link of links) if (!first.has(link.address)) first.set(link.address, link);
  return [...first.values()];
}

async function filesOfLanding(
  families: readonly Family[],
  { expected, links: read }: LandingReader,
  { fetchPage, problems, since }: { fetchPage: FetchPage; problems: Problems; since: string },
  address: string,
): Promise<PostedFile[]> {
  const page = await pageAt(address, fetchPage);
  const all = read(page);
  if (all === undefined) throw unrecognised(address, page, expected);
  const links = all.filter(({ year }) => year === undefined || year >= since);
  const files = links.flatMap((link) => postedFile(link, [link.year ?? ""], families) ?? []);
  for (const link of byAddress(links.filter((each) => fileAt(each.address) === undefined))) {
    // One page after the other: CMS's site answers 403 to who asks too much.
    files.push(...((await problems.attempt(() => filesOfDetail(link, families, fetchPage))) ?? []));
  }
  return files;
}

const HINTS: readonly PostedHint[] = ["file name", "link text", "page"];

/** Of two links to one file the one that says more about it; a licence that one of them shows stands before both. */
function together(one: PostedFile, other: PostedFile): PostedFile {
  const best = HINTS.indexOf(other.hint) < HINTS.indexOf(one.hint) ? other : one;
  return { ...best, licence: one.licence ?? other.licence };
}

function eachFileOnce(files: readonly PostedFile[]): PostedFile[] {
  const known = new Map<string, PostedFile>();
  for (const file of files) {
    const same = known.get(file.address);
    known.set(file.address, same === undefined ? file : together(same, file));
  }
  return [...known.values()];
}

/**
 * The files that CMS's pages link to, in the order of the pages: each once. A landing page leads to a page for each
 * release, and that to the files; or it has the files itself.
 *
 * @param families families whose landing pages are read, each page once
 * @param fetchPage how a page is fetched
 * @param problems gets one problem for each page that cannot be had or is not the page expected; the others are read
 * @param options.since first year, such as "2026": pages of earlier releases are not fetched
 */
export async function discoverPosted(
  families: readonly Family[],
  fetchPage: FetchPage,
  problems: Problems,
  { since }: { readonly since: string },
): Promise<PostedFile[]> {
  const found: PostedFile[] = [];
  for (const address of new Set(families.flatMap(pagesToRead))) {
    const ofPage = families.filter((family) => pagesToRead(family).includes(address));
    const reader = READERS[ofPage[0] as keyof typeof READERS];
    const how = { fetchPage, problems, since };
    found.push(...((await problems.attempt(() => filesOfLanding(ofPage, reader, how, address))) ?? []));
  }
  return eachFileOnce(found).filter(({ id, release }) => (release ?? id ?? since).slice(0, 4) >= since);
}
