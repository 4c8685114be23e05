import type { ReleaseDocuments } from "../documents/release-documents.ts";
import { sha256 } from "../problems/sha256.ts";
import { replacedBy, spansInForce } from "../sources/calendar.ts";
import { dataScript } from "./data-script.ts";
import { firstPage } from "./first-page.ts";
import { type LatePart, SITE_PARTS, type SiteFile, type SiteIndex, type SiteRelease } from "./site-index.ts";

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
  /** Licences of other people's code in the script. */
  readonly licences: Uint8Array;
}

/** As much of a hash as tells two files of a site apart. */
const NAMED_BY = 16;

function namedByHash(folder: string, name: string, ending: string, hash: string): string {
  return `${folder}/${name}-${hash.slice(0, NAMED_BY)}.${ending}`;
}

function asset(name: string, ending: string, bytes: Uint8Array): WrittenFile {
  return { path: namedByHash("assets", name, ending, sha256(bytes)), bytes };
}

function* partFiles(
  documents: ReleaseDocuments,
): Generator<[part: (typeof SITE_PARTS)[number], SiteFile, WrittenFile]> {
  for (const part of SITE_PARTS) {
    const bytes = documents.bytesOf(`${part}.json`);
    if (bytes === undefined) continue;
    const hash = sha256(bytes);
    const path = namedByHash("data", `${documents.manifest.release}-${part}`, "js", hash);
    const script = dataScript(path, Buffer.from(bytes).toString("utf8"));
    yield [part, { path, sha256: hash, bytes: bytes.length }, { path, bytes: Buffer.from(script) }];
  }
}

/**
 * The files of a site.
 *
 * @param releases that it has, by their first days
 */
export function* siteFiles(
  releases: readonly ReleaseDocuments[],
  program: SiteProgram,
  madeBy: string,
): Generator<WrittenFile> {
  const entries: SiteRelease[] = [];
  for (const documents of releases) {
    const { release, title, window, coverage } = documents.manifest;
    const parts: Record<string, SiteFile> = {};
    for (const [part, file, written] of partFiles(documents)) {
      parts[part] = file;
      yield written;
    }
    const inForce = spansInForce(release, window);
    entries.push({
      release,
      title,
      window,
      inForce,
      replacedBy: replacedBy(release)?.release ?? null,
      coverage,
      parts,
    });
  }
  const [script, style] = [asset("site", "js", program.script), asset("site", "css", program.style)];
  yield script;
  yield style;
  yield { path: "assets/THIRD-PARTY-LICENSES.txt", bytes: program.licences };
  const lateParts: Partial<Record<LatePart, string>> = {};
  for (const [name, bytes] of Object.entries(program.lateParts)) {
    const late = asset(name, "js", bytes);
    lateParts[name as LatePart] = late.path;
    yield late;
  }
  const index = { schema: "ratebook/site", madeBy, lateParts, releases: entries } as SiteIndex;
  yield { path: "index.html", bytes: Buffer.from(firstPage(index, { script: script.path, style: style.path })) };
}
