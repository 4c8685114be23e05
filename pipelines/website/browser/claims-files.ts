import type { ReleaseIndex } from "../../../schemas/out/release-index.ts";
import { BuiltFiles } from "../../claims/built-files.ts";
import { FetchedReleases } from "../../claims/fetched-documents.ts";
import { sha256 } from "../sha256-in-browser.ts";
import type { SiteClaims } from "../site-index.ts";
import { bytesAt } from "./received.ts";
import type { ClaimsOfSite } from "./volumes-answer.ts";

const INDEX = "index.json";

let opened: (ClaimsOfSite & { readonly of: string }) | undefined;

/** The index of all folders: a site of a reader's own files has a folder for each release. */
async function wholeIndex(claims: readonly SiteClaims[]): Promise<Uint8Array> {
  const all = await Promise.all(claims.map(({ folder, indexSha256 }) => bytesAt(`${folder}/${INDEX}.js`, indexSha256)));
  const indices = all.map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as ReleaseIndex);
  const releases = indices.flatMap((index) => index.releases);
  return new TextEncoder().encode(JSON.stringify({ ...indices[0], releases }));
}

/** The folders of claims of a site; nothing of them is read yet. */
export function openedClaims(claims: readonly SiteClaims[]): ClaimsOfSite {
  const of = claims.map(({ indexSha256 }) => indexSha256).join();
  if (opened?.of === of) return opened;
  // Only the index is pinned by the page; every other file is compared with what pins it.
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    if (path === INDEX) return await wholeIndex(claims);
    const [release = ""] = path.split("/");
    const own = claims.find(({ releases }) => releases.includes(release));
    return own && (await bytesAt(`${own.folder}/${path}.js`, undefined));
  };
  const files = new BuiltFiles(read, async (bytes) => sha256(bytes));
  opened = { of, files, built: new FetchedReleases(files) };
  return opened;
}
