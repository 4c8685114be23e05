import { join } from "node:path";
import type { BuiltReleases } from "./built-documents.ts";
import { readPinned, readUnpinned } from "./pinned-file.ts";
import { ReleaseDocuments } from "./release-documents.ts";
import { INDEX_FILE, type IndexedRelease, MANIFEST_FILE, pinnedManifest, releasesOfIndex } from "./release-index.ts";

/** A folder of built releases. */
export interface Output extends BuiltReleases {
  readonly folder: string;
  readonly open: (release: IndexedRelease) => ReleaseDocuments;
}

/**
 * Opens a release that an index pins.
 *
 * @param folder of the release
 * @param index the index's file, for messages
 */
export function openPinned(folder: string, entry: IndexedRelease, index: string): ReleaseDocuments {
  const { manifestSha256 } = entry;
  const file = join(folder, MANIFEST_FILE);
  const bytes = readPinned(file, { sha256: manifestSha256, pinnedBy: "the index" });
  return new ReleaseDocuments(folder, pinnedManifest(file, bytes, entry, index), manifestSha256);
}

/**
 * Opens a folder of built releases.
 *
 * @throws InputFault when nothing was built there, or its index cannot be read
 */
export function openOutput(folder: string): Output {
  const file = join(folder, INDEX_FILE);
  const releases = releasesOfIndex(file, readUnpinned(file));
  return { folder, releases, open: (entry) => openPinned(join(folder, entry.release), entry, file) };
}
