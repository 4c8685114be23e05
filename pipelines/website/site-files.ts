import type { ReleaseDocuments } from "../documents/release-documents.ts";
import type { IndexedRelease } from "../documents/release-index.ts";
import { claimsFolder } from "../pack/claims-folder.ts";
import { sha256 } from "../problems/sha256.ts";
import { replacedBy, spansInForce } from "../sources/calendar.ts";
import { dataScript } from "./data-script.ts";
import { firstAnswers } from "./first-answers.ts";
import { firstPage } from "./first-page.ts";
import {
  type LatePart,
  READER_PARTS,
  type SiteClaims,
  type SiteDescriptors,
  type SiteFile,
  type SiteIndex,
  type SitePart,
  type SiteRelease,
  type SiteVolumes,
} from "./site-index.ts";

/** A file of the site. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

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

/** What a file of volumes is compared by, beside the rows of its codes. */
export function siteVolumes(documents: ReleaseDocuments): SiteVolumes {
  const { manifest, manifestSha256 } = documents;
  return {
    schema: "ratebook/site-volumes",
    ...{ release: manifest.release, manifest, manifestSha256 },
    localities: documents.table("localities")?.allRows() ?? null,
    counties: documents.table("counties")?.allRows() ?? null,
  };
}

/** The documents of a release that the site loads. */
function* partsOf({ documents, descriptors }: ReleaseOfSite): Generator<[SitePart, Uint8Array]> {
  for (const part of READER_PARTS) {
    const bytes = documents.bytesOf(`${part}.json`);
    if (bytes !== undefined) yield [part, bytes];
  }
  yield ["volumes", Buffer.from(JSON.stringify(siteVolumes(documents)))];
  if (descriptors === undefined) return;
  const { release } = documents.manifest;
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

/** The slices that answers about claims read, in a folder named by the hash of its index. */
function* claimFilesOf(releases: readonly ReleaseOfSite[]): Generator<WrittenFile, SiteClaims | null> {
  const wanted = releases.filter(
    (each) => each === releases.at(-1) || each.documents.manifest.outputs.some(({ path }) => ABOUT_CLAIMS.test(path)),
  );
  if (wanted.length === 0) return null;
  const names = wanted.map(({ entry }) => entry.release);
  const named = sha256(Buffer.from(wanted.map(({ entry }) => entry.manifestSha256).join()));
  const folder = `data/claims-${named.slice(0, NAMED_BY)}`;
  const toPack = wanted.map(({ entry, documents }) => ({
    entry,
    manifest: documents.manifest,
    document: (path: string) => (path === "manifest.json" ? documents.manifestBytes() : documents.bytesOf(path)),
  }));
  let indexSha256 = "";
  for (const { path, bytes } of claimsFolder(toPack)) {
    // The site asks for localities by their keys
    if (path.includes("/claims/zips/")) continue;
    const script = `${folder}/${path}.js`;
    yield { path: script, bytes: dataScript(script, bytes) };
    indexSha256 = sha256(bytes);
  }
  return { folder, indexSha256, releases: names };
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

function* releaseFiles(own: ReleaseOfSite): Generator<WrittenFile, SiteRelease> {
  const { release, title, window, coverage } = own.documents.manifest;
  const parts: Partial<Record<SitePart, SiteFile>> = {};
  for (const [part, bytes] of partsOf(own)) {
    const hash = sha256(bytes);
    const path = namedByHash("data", `${release}-${part}`, "js", hash);
    parts[part] = { path, sha256: hash, bytes: bytes.length };
    yield { path, bytes: dataScript(path, bytes) };
  }
  const inForce = spansInForce(release, window);
  return { release, title, window, inForce, replacedBy: replacedBy(release)?.release ?? null, coverage, parts };
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
  const entries: SiteRelease[] = [];
  for (const each of releases) entries.push(yield* releaseFiles(each));
  const claims = yield* claimFilesOf(releases);
  const [script, style] = [asset("site", "js", program.script), asset("site", "css", program.style)];
  yield script;
  yield style;
  yield { path: "assets/THIRD-PARTY-LICENSES.txt", bytes: program.licences };
  yield { path: "worker.js", bytes: program.worker };
  const lateParts = yield* lateFiles(program);
  const answers = await firstAnswers(releases.map(({ documents }) => documents));
  const index: SiteIndex = { schema: "ratebook/site", madeBy, lateParts, releases: entries, claims };
  yield {
    path: "index.html",
    bytes: Buffer.from(firstPage(index, { script: script.path, style: style.path }, answers)),
  };
}
