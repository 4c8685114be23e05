import { fault } from "../../pipelines/problems/problems.ts";

/** Where CMS publishes its files. */
export const CMS_ORIGIN = "https://www.cms.gov";

/** CMS's pages have links of all these forms, and they lead to one place. */
const OWN_ORIGINS: ReadonlySet<string> = new Set([
  CMS_ORIGIN,
  "http://www.cms.gov",
  "https://cms.gov",
  "http://cms.gov",
]);

/** Paths of CMS's licence page, of today and of before. */
const LICENCE_PAGE = /^\/(license|apps\/ama)\//i;

/** What CMS's form sends when somebody presses Accept. */
const ACCEPTED = "?agree=yes&next=Accept";

function ofCms(path: string, query: string): URL {
  // Never from one text: a path such as //example.com would be another host
  const url = new URL(CMS_ORIGIN);
  url.pathname = path;
  url.search = query;
  return url;
}

/**
 * An address as CMS's own, whichever of its forms it has: https://www.cms.gov/files/zip/rvu26d.zip.
 *
 * @param address absolute, or relative to `from`
 * @param from address of a redirect or a page, which the message names
 * @param origin where CMS is for this client, which tests move
 * @throws InputFault for an address of another host, and for what is no address
 */
export function cmsAddress(address: string, origin: string, from = CMS_ORIGIN): URL {
  if (!URL.canParse(address, from)) {
    const cure = "Give an address that begins with https://www.cms.gov/";
    throw fault("fetch.address", { file: address }, "this is not an address", cure);
  }
  const url = new URL(address, from);
  if (url.origin !== origin && !OWN_ORIGINS.has(url.origin)) {
    const where = url.host === "" ? `is a ${url.protocol} address` : `is at ${url.host}`;
    const by = from === CMS_ORIGIN ? "" : ` (${from} leads to it)`;
    const message = `the address ${where}${by}, expected www.cms.gov: ratebook downloads from CMS only`;
    const cure =
      "Check the link on CMS's page. If you trust the file, save it yourself and give its folder with --from";
    throw fault("fetch.other-origin", { file: address }, message, cure);
  }
  return ofCms(url.pathname, url.search);
}

/** Whether an address asks CMS for more than a file: it has a query, or is a licence page. */
export function asksForMore(url: URL): boolean {
  return url.search !== "" || isLicencePage(url);
}

/** Whether an address says that somebody has accepted a licence. */
export function saysAccepted(url: URL): boolean {
  return url.searchParams.has("agree");
}

/** Whether an address is CMS's licence page, of today or of before. */
export function isLicencePage(url: URL): boolean {
  return LICENCE_PAGE.test(url.pathname);
}

/** The file that an address leads to: itself without its query, or the one that a licence page stands before. */
export function fileBehind(url: URL, origin: string): URL {
  const named = isLicencePage(url) ? url.searchParams.get("file") : null;
  return ofCms((named === null ? url : cmsAddress(named, origin)).pathname, "");
}

/** The address that CMS's licence form sends for a file, after a person has accepted the licence. */
export function acceptedAddress(file: URL): URL {
  return ofCms(file.pathname, ACCEPTED);
}
