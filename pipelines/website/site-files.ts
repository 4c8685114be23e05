import type { ReleaseDocuments } from "../documents/release-documents.ts";
import type { IndexedRelease } from "../documents/release-index.ts";
import type { Slicing } from "../pack/claim-slices.ts";
import { claimsFolder } from "../pack/claims-folder.ts";
import { sha256 } from "../problems/sha256.ts";
import { openRelease } from "../read/index.ts";
import type { OpenedRelease } from "../read/types.ts";
import { type Html, html } from "../reports/pages/html.ts";
import { dataScript } from "./data-script.ts";
import { firstAnswers } from "./first-answers.ts";
import { firstPage, type SiteAssets } from "./first-page.ts";
import { releaseParts } from "./release-parts.ts";
import { siteCodes } from "./site-codes.ts";
import type {
  LatePart,
  SiteBuilder,
  SiteClaims,
  SiteDescriptors,
  SiteFile,
  SiteIndex,
  SitePart,
  SiteRelease,
} from "./site-index.ts";
import { siteRelease } from "./site-release.ts";

/** A file of the site. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A document of the site, which is written as a script. */
interface SiteDocument {
  readonly path: string;
  readonly document: Uint8Array;
}

type Made = WrittenFile | SiteDocument;

/** The site's own program, as it was bundled. */
export interface SiteProgram {
  readonly script: Uint8Array;
  readonly style: Uint8Array;
  readonly lateParts: Readonly<Record<LatePart, Uint8Array>>;
  /** Keeps what was seen, for readers without a network. */
  readonly worker: Uint8Array;
  /** Licences of other people's code in the scripts. */
  readonly licences: Uint8Array;
}

/** A built release, and its entry in the index of the output folder. */
export interface ReleaseOfSite {
  readonly entry: IndexedRelease;
  readonly documents: ReleaseDocuments;
  /** Only where the maker of the site asked for them. */
  readonly descriptors?: Pick<SiteDescriptors, "notices"> & { readonly texts: ReadonlyMap<string, string> };
}

/** As much of a hash as tells two files of a site apart. */
const NAMED_BY = 16;

function namedByHash(folder: string, name: string, ending: string, hash: string): string {
  return `${folder}/${name}-${hash.slice(0, NAMED_BY)}.${ending}`;
}

function asset(name: string, ending: string, bytes: Uint8Array): WrittenFile {
  return { path: namedByHash("assets", name, ending, sha256(bytes)), bytes };
}

/** The documents of a release that the site loads. */
function* partsOf({ documents, descriptors }: ReleaseOfSite): Generator<[SitePart, Uint8Array]> {
  const { manifest, manifestSha256 } = documents;
  yield* releaseParts({ manifest, manifestSha256, document: (path) => documents.bytesOf(path) });
  if (descriptors === undefined) return;
  const { release } = manifest;
  const { notices, texts } = descriptors;
  const own: SiteDescriptors = {
    schema: "ratebook/site-descriptors",
    release,
    notices,
    texts: Object.fromEntries(texts),
  };
  yield ["descriptors", Buffer.from(JSON.stringify(own))];
}

/**
 * Documents that say what is paid together, or what may be billed. A release without one has no claims in the site, but
 * for the last one, which most people ask: slices of every release would make a site three times as large.
 */
const ABOUT_CLAIMS = /^(?:opps-pairs|asc-device-offsets|ncci-.*)\.json$/;

/** A site asks for localities by their keys. Half as many files as usual are written in less time. */
const SLICES_OF_SITE: Slicing = { of: ["codes"], largest: 262_144 };

/** The slices that answers about claims read, in a folder named by the hash of its index. */
function* claimFilesOf(releases: readonly ReleaseOfSite[]): Generator<SiteDocument, readonly SiteClaims[]> {
  const wanted = releases.filter(
    (each) => each === releases.at(-1) || each.documents.manifest.outputs.some(({ path }) => ABOUT_CLAIMS.test(path)),
  );
  if (wanted.length === 0) return [];
  const named = sha256(Buffer.from(wanted.map(({ entry }) => entry.manifestSha256).join()));
  const folder = `data/claims-${named.slice(0, NAMED_BY)}`;
  const toPack = wanted.map(({ entry, documents }) => ({
    entry,
    manifest: documents.manifest,
    document: (path: string) => (path === "manifest.json" ? documents.manifestBytes() : documents.bytesOf(path)),
  }));
  let index: Uint8Array = new Uint8Array();
  for (const { path, bytes } of claimsFolder(toPack, SLICES_OF_SITE)) {
    yield { path: `${folder}/${path}.js`, document: bytes };
    index = bytes;
  }
  return [{ folder, indexSha256: sha256(index), releases: wanted.map(({ entry }) => entry.release) }];
}

function* lateFiles(program: SiteProgram): Generator<WrittenFile, SiteIndex["lateParts"]> {
  const paths: Partial<Record<LatePart, string>> = {};
  for (const [name, bytes] of Object.entries(program.lateParts)) {
    const late = asset(name, "js", bytes);
    paths[name as LatePart] = late.path;
    yield late;
  }
  return paths as SiteIndex["lateParts"];
}

/** A document of the site's own. */
function* dataFile(name: string, document: Uint8Array): Generator<SiteDocument, SiteFile> {
  const hash = sha256(document);
  const path = namedByHash("data", name, "js", hash);
  yield { path, document };
  return { path, sha256: hash, bytes: document.length };
}

function* releaseFiles(own: ReleaseOfSite): Generator<SiteDocument, SiteRelease> {
  const { manifest } = own.documents;
  const parts: Partial<Record<SitePart, SiteFile>> = {};
  for (const [part, bytes] of partsOf(own)) parts[part] = yield* dataFile(`${manifest.release}-${part}`, bytes);
  return siteRelease(manifest, parts);
}

/** The files of the program; returns where the page finds them. */
function* programFiles(program: SiteProgram): Generator<WrittenFile, SiteAssets & Pick<SiteIndex, "lateParts">> {
  const [script, style] = [asset("site", "js", program.script), asset("site", "css", program.style)];
  yield script;
  yield style;
  yield { path: "assets/THIRD-PARTY-LICENSES.txt", bytes: program.licences };
  yield { path: "worker.js", bytes: program.worker };
  const lateParts = yield* lateFiles(program);
  return { script: script.path, style: style.path, lateParts };
}

function page(index: Omit<SiteIndex, "schema">, assets: SiteAssets, answers: Html): WrittenFile {
  const whole: SiteIndex = { schema: "ratebook/site", ...index };
  return { path: "index.html", bytes: Buffer.from(firstPage(whole, assets, answers)) };
}

/** How many documents are compressed at a time, by the threads of Node, while the next ones are made. */
const AHEAD = 16;

async function written(made: Made): Promise<WrittenFile> {
  return "bytes" in made ? made : { path: made.path, bytes: await dataScript(made.path, made.document) };
}

async function* inOrder(files: Iterable<Made>): AsyncGenerator<WrittenFile> {
  const waiting: Promise<WrittenFile>[] = [];
  for (const each of files) {
    waiting.push(written(each));
    if (waiting.length > AHEAD) yield await (waiting.shift() as Promise<WrittenFile>);
  }
  for (const each of waiting) yield await each;
}

function* filesWithData(
  all: readonly ReleaseOfSite[],
  opened: readonly OpenedRelease[],
  program: SiteProgram,
  { madeBy, answers }: { readonly madeBy: string; readonly answers: Html },
): Generator<Made> {
  const releases: SiteRelease[] = [];
  for (const each of all) releases.push(yield* releaseFiles(each));
  const claims = yield* claimFilesOf(all);
  const codes = yield* dataFile("codes", Buffer.from(JSON.stringify(siteCodes(opened))));
  const { lateParts, ...assets } = yield* programFiles(program);
  yield page({ madeBy, lateParts, releases, codes, claims, builder: null }, assets, answers);
}

/**
 * The files of a site.
 *
 * @param releases that it has, by their first days
 */
export async function* siteFiles(
  releases: readonly ReleaseOfSite[],
  program: SiteProgram,
  madeBy: string,
): AsyncGenerator<WrittenFile> {
  const opened = await Promise.all(releases.map(({ documents }) => openRelease(documents.reader("reader") ?? {})));
  const answers = firstAnswers(opened.at(-1), releases.at(-1)?.documents.codes ?? []);
  yield* inOrder(filesWithData(releases, opened, program, { madeBy, answers }));
}

function* filesWithoutData(
  program: SiteProgram & { readonly builder: Uint8Array },
  pages: SiteBuilder["pages"],
  madeBy: string,
): Generator<Made> {
  const { lateParts, ...assets } = yield* programFiles(program);
  const hash = sha256(program.builder);
  const path = namedByHash("assets", "builder", "js", hash);
  yield { path, document: program.builder };
  const builder = { file: { path, sha256: hash, bytes: program.builder.length }, pages };
  yield page({ madeBy, lateParts, releases: [], codes: null, claims: [], builder }, assets, html``);
}

/**
 * The files of a site without CMS's data: its reader brings the files.
 *
 * @param builder the program that reads them, in a worker
 * @param pages where CMS has them
 */
export function emptySiteFiles(...given: Parameters<typeof filesWithoutData>): AsyncGenerator<WrittenFile> {
  return inOrder(filesWithoutData(...given));
}
