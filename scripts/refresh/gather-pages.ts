import { join } from "node:path";
import { pagesToRead } from "../../pipelines/inputs/landing-pages.ts";
import { nameWith } from "../../pipelines/inputs/recognised.ts";
import { publicationLabel } from "../../pipelines/inputs/registry.ts";
import { ARRIVING } from "../../pipelines/inputs/store.ts";
import { stemOf } from "../../pipelines/problems/file-name.ts";
import { fault, type Problems } from "../../pipelines/problems/problems.ts";
import { missingThoughDue } from "../../pipelines/refresh/due.ts";
import { discoverPosted, notOnPages } from "../../pipelines/refresh/pages/discover-posted.ts";
import { fileNameAt } from "../../pipelines/refresh/pages/links.ts";
import type { PostedFile } from "../../pipelines/refresh/posted.ts";
import { publicationEntries } from "../../pipelines/sources/publications.ts";
import { counted } from "../../pipelines/words/money-text.ts";
import type { GatedFile, GoneFile } from "../../schemas/out/refresh.ts";
import { type Family, isOnRequest } from "../../schemas/source/release.ts";
import type { StoredAs } from "../../schemas/source/store.ts";
import { removeInterruptedRuns } from "../fetch/arriving.ts";
import { CmsClient } from "../fetch/client.ts";
import type { ClientOptions } from "../fetch/options.ts";
import type { Store } from "../store/store.ts";
import { currentDownloads } from "./current.ts";
import { type Gathered, originsIn } from "./gather.ts";
import { refuseOtherArchive } from "./posted-archive.ts";

/** How CMS's pages are read. */
export interface PagesOptions extends Pick<ClientOptions, "contact" | "origin" | "onProgress" | "delay"> {
  readonly store: Store;
  readonly families: readonly Family[];
  readonly day: string;
  /** Who has read and accepted the licence of the AMA and the ADA; undefined for nobody. */
  readonly licenceAcceptedBy: string | undefined;
}

/** A posted file with the name that the store keeps it under. */
function storedAs(
  file: PostedFile,
  { day, licenceAcceptedBy: by }: PagesOptions,
): Omit<StoredAs, "etag" | "lastModified"> {
  const { family, id, address, page, licence } = file;
  const name = fileNameAt(address);
  return {
    name: id === undefined ? name : nameWith({ family, id }, name),
    address,
    page,
    on: day,
    licence: licence === null || by === undefined ? null : { by, on: day },
  };
}

/** An empty archive has 22 bytes; CMS's smallest has thousands. */
const LEAST_BYTES = 512;

/** Downloads a file that the store does not have as CMS has it now. */
async function fetched(file: PostedFile, client: CmsClient, options: PagesOptions): Promise<void> {
  const { store, licenceAcceptedBy: by } = options;
  const held = store.newestOf(file.address);
  const previous =
    held === undefined ? {} : { previous: { etag: held.seen.etag, lastModified: held.seen.lastModified } };
  const licence = file.licence === null || by === undefined ? {} : { licenceAcceptedBy: by };
  const result = await client.file(file.address, { ...previous, ...licence, least: LEAST_BYTES });
  if (result.status === "not-modified") return;
  refuseOtherArchive(file, result);
  const { etag, lastModified, path } = result;
  store.keepFile(path, { ...storedAs(file, options), etag, lastModified });
}

function isGated(file: PostedFile, { store, licenceAcceptedBy }: PagesOptions): boolean {
  return file.licence !== null && licenceAcceptedBy === undefined && store.newestOf(file.address) === undefined;
}

/** Whether the registry has a posted file: by its address, or by the registered table that its name has in it. */
function isRegisteredFile({ family, address }: PostedFile): boolean {
  if (addressesOf([family]).some((each) => each.address === address)) return true;
  if (!isOnRequest(family)) return false;
  const files = publicationEntries(family).flatMap(({ revisions }) => revisions.flatMap((each) => each.files));
  return files.some(({ name }) => fileNameAt(address).toLowerCase().includes(stemOf(name).toLowerCase()));
}

/** Gated files of publications that the registry does not know; the others were taken before. */
function gatedFiles(posted: readonly PostedFile[], options: PagesOptions): GatedFile[] {
  return posted.flatMap((file) => {
    const { family, id = null, address, licence } = file;
    return licence === null || !isGated(file, options) || isRegisteredFile(file)
      ? []
      : [{ family, id, address, licence }];
  });
}

/** CMS replaces files under their addresses, and a file behind the licence page is not looked at without a yes. */
function notAskedAgain(posted: readonly PostedFile[], { store, licenceAcceptedBy }: PagesOptions): string[] {
  if (licenceAcceptedBy !== undefined) return [];
  const files = posted.filter(({ licence, address }) => licence !== null && store.newestOf(address) !== undefined);
  if (files.length === 0) return [];
  const said = `${counted(files.length, "file")} behind CMS's licence page came in an earlier run`;
  return [`${said}. Whether CMS has replaced it since is not known: nobody has accepted the licence in this run`];
}

/** Publications that a person must download: their pages are not read. */
function notLookedFor(families: readonly Family[]): string[] {
  const names = notOnPages(families).map((family) => publicationLabel(family, "").trim());
  if (names.length === 0) return [];
  return [`CMS's pages were not searched for ${names.join(", ")}: download them, and name their folder with --from`];
}

interface RegisteredAddress extends Omit<GoneFile, "isHeld"> {
  readonly from: string;
  readonly hash: string | undefined;
}

/** Address of the newest posting of each registered publication. */
function addressesOf(families: readonly Family[]): RegisteredAddress[] {
  const entries = families.flatMap((family) => publicationEntries(family));
  return entries.flatMap(({ label, window, revisions }) => {
    const { url = null, archive, files = [] } = revisions.at(-1) ?? {};
    return url === null ? [] : [{ label, address: url, from: window.from, hash: archive?.sha256 ?? files[0]?.sha256 }];
  });
}

function goneFiles(posted: readonly PostedFile[], since: string, { families, store }: PagesOptions): GoneFile[] {
  const linked = new Set(posted.map(({ address }) => address));
  return addressesOf(families)
    .filter(({ address, from }) => from.slice(0, 4) >= since && !linked.has(address))
    .map(({ label, address, hash }) => ({
      label,
      address,
      isHeld: hash !== undefined && store.record(hash) !== undefined,
    }));
}

async function fetchAll(
  posted: readonly PostedFile[],
  client: CmsClient,
  options: PagesOptions,
  problems: Problems,
): Promise<void> {
  const open = posted.filter((file) => file.licence === null || options.licenceAcceptedBy !== undefined);
  await Promise.all(open.map((file) => problems.attempt(() => fetched(file, client, options))));
}

/** Families whose pages could be read: of the others it is not known what CMS has posted. */
function readFamilies(families: readonly Family[], problems: Problems): Family[] {
  const failed = new Set(problems.list.map(({ place }) => place.file));
  return families.filter((family) => !pagesToRead(family).some((page) => failed.has(page)));
}

/** Nothing at all is a page that changed its form, or a wrong page: never "nothing new". */
function refuseNothing(posted: readonly PostedFile[], problems: Problems): void {
  if (posted.length > 0 || problems.any) return;
  const cure =
    "Open CMS's pages in a browser. If they have files, download them by hand and name their folder with --from";
  problems.add(fault("pages.nothing-found", { file: "CMS's pages" }, "no file was found on any page", cure).problem);
}

/**
 * Reads CMS's pages, and downloads into the store what it does not have as CMS has it now. Files behind the licence page
 * are left where they are, unless somebody has accepted the licence by name.
 *
 * @param problems gets one problem for each page or file that did not come; the others are taken
 */
export async function gatherPages(options: PagesOptions, problems: Problems): Promise<Gathered> {
  const { store, families, day, contact, origin, onProgress, delay } = options;
  const how = Object.fromEntries(
    Object.entries({ contact, origin, onProgress, delay }).filter(([, value]) => value !== undefined),
  );
  const arriving = join(store.folder, ARRIVING);
  removeInterruptedRuns(arriving);
  const client = new CmsClient({ folder: arriving, ...how });
  const since = String(Number(day.slice(0, 4)) - 1);
  try {
    const posted = await discoverPosted(families, (address) => client.page(address), problems, { since });
    // It is not known what a page links that did not come.
    const isWhole = !problems.any;
    refuseNothing(posted, problems);
    problems.add(...missingThoughDue(posted, readFamilies(families, problems), day));
    await fetchAll(posted, client, options, problems);
    return {
      from: store.folder,
      downloads: currentDownloads(store, { posted: new Set(posted.map(({ address }) => address)) }),
      ...originsIn(store),
      looked: {
        files: posted.length,
        notRecognised: posted.filter(({ id }) => id === undefined).map(({ address }) => address),
      },
      gated: gatedFiles(posted, options),
      gone: isWhole ? goneFiles(posted, since, options) : [],
      notes: [...client.notes, ...notLookedFor(families), ...notAskedAgain(posted, options)],
    };
  } finally {
    await client.close();
  }
}
