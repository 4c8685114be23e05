import type { ReaderCountiesDocument, ReaderDocument, ReaderZipsDocument } from "../../schemas/out/reader.ts";
import { documentOf, type Head } from "./check.ts";
import { addressOf, besides, load } from "./load.ts";
import { ReaderError } from "./reader-error.ts";
import { OpenedDocument } from "./release.ts";
import { OpenedSet } from "./releases.ts";
import type { OpenedRelease, OpenedReleases, Parts, ReleaseSource } from "./types.ts";

export type * from "./types.ts";
export { ReaderError };

/** A part of the release: from where it is said to be, or from the folder of the release. */
async function part<Document extends Head>(
  source: ReleaseSource,
  wanted: boolean | ReleaseSource | undefined,
  name: string,
  { release, parts }: ReaderDocument,
): Promise<Document | undefined> {
  if (wanted === undefined || wanted === false) return undefined;
  if (wanted === true && !(parts as readonly string[]).includes(name)) return undefined;
  const isAddress = typeof source === "string" || source instanceof URL;
  if (wanted === true && !isAddress) {
    const message = `the release was opened from an object, so ${name}.json has no address: give it, or the document`;
    throw new ReaderError("part-not-loaded", message);
  }
  const from = wanted === true ? besides(addressOf(source as string | URL, "reader"), name) : wanted;
  const { json, where } = await load(from, name);
  const document = documentOf<Document>(json, `ratebook/${name}`, where);
  if (document.release === release) return document;
  throw new ReaderError("other-release", `${where} is of release ${document.release}, and ${release} was opened`);
}

/**
 * Opens one release.
 *
 * ```js
 * const release = await openRelease("out/2026A");
 * const answer = release.rate({ code: "22511", setting: "office", locality: "national" });
 * if (answer.kind === "amount") answer.cents; // 177392
 * ```
 *
 * @param source folder of a built release or its `reader.json`, as a path (Node only) or an http, https or file URL; or
 *   the parsed document, such as an imported JSON module
 * @param parts what else to load: `{ zips: true }` for questions with ZIP codes, `{ counties: true }` for counties
 * @throws ReaderError when the document is not there, is cut, damaged or foreign, or has shapes that this version does
 *   not read
 */
export async function openRelease(source: ReleaseSource, parts: Parts = {}): Promise<OpenedRelease> {
  const { json, where } = await load(source, "reader");
  const document = documentOf<ReaderDocument>(json, "ratebook/reader", where);
  const [zips, counties] = await Promise.all([
    part<ReaderZipsDocument>(source, parts.zips, "reader-zips", document),
    part<ReaderCountiesDocument>(source, parts.counties, "reader-counties", document),
  ]);
  return new OpenedDocument(document, { zips, counties }, where);
}

/**
 * Opens several releases, to ask by day or for the history of a code.
 *
 * @param sources as for {@link openRelease}, or releases that are open
 * @param parts loaded for each release that is not open
 */
export async function openReleases(
  sources: readonly (ReleaseSource | OpenedRelease)[],
  parts: Parts = {},
): Promise<OpenedReleases> {
  const open = (each: ReleaseSource | OpenedRelease) =>
    each instanceof OpenedDocument ? each : openRelease(each, parts);
  return new OpenedSet(await Promise.all(sources.map(open)));
}
