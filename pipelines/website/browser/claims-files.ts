import { BuiltFiles } from "../../claims/built-files.ts";
import { FetchedReleases } from "../../claims/fetched-documents.ts";
import type { SiteClaims } from "../site-index.ts";
import { bytesAt } from "./received.ts";

let opened: { readonly folder: string; readonly files: BuiltFiles; readonly built: FetchedReleases } | undefined;

/** The folder of claims of a site; nothing of it is read yet. */
export function openedClaims({ folder, indexSha256 }: SiteClaims) {
  if (opened?.folder === folder) return opened;
  // Only the index is pinned by the page; every other file is compared with what pins it.
  const files = new BuiltFiles((path) =>
    bytesAt(`${folder}/${path}.js`, path === "index.json" ? indexSha256 : undefined),
  );
  opened = { folder, files, built: new FetchedReleases(files) };
  return opened;
}
