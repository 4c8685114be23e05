import { basename, dirname, join, resolve } from "node:path";
import { Manifest } from "../../schemas/out/manifest.ts";
import { sha256 } from "../problems/sha256.ts";
import { refuseMisshapen } from "./faults.ts";
import { versionFault } from "./head-fault.ts";
import { openPinned } from "./output.ts";
import { jsonIn } from "./parse-json.ts";
import { readUnpinned } from "./pinned-file.ts";
import { ReleaseDocuments } from "./release-documents.ts";
import { INDEX_FILE, type IndexedRelease, indexIn, MANIFEST_FILE, notBuilt } from "./release-index.ts";

/** The release's entry in the index beside its folder; undefined without an index, or with another program's. */
function entryBeside(file: string, release: string): IndexedRelease | undefined {
  const bytes = readUnpinned(file);
  if (bytes === undefined || jsonIn<{ schema?: unknown } | null>(file, bytes)?.schema !== "ratebook/index")
    return undefined;
  return indexIn(file, bytes).releases.find((each) => each.release === release);
}

/** A release that no index pins: its manifest is validated, since it cannot be verified by a hash. */
function openUnpinned(folder: string): ReleaseDocuments {
  const file = join(folder, MANIFEST_FILE);
  const bytes = readUnpinned(file);
  if (bytes === undefined) throw notBuilt(file);
  const manifest = jsonIn(file, bytes, Manifest);
  refuseMisshapen(file, versionFault(manifest));
  return new ReleaseDocuments(folder, manifest, sha256(bytes));
}

/**
 * Opens the folder of one release, in an output folder or on its own.
 *
 * @throws InputFault when there is no release, or its manifest is not the one that an index beside the folder pins
 */
export function openFolder(folder: string): ReleaseDocuments {
  const path = resolve(folder);
  const index = join(dirname(path), INDEX_FILE);
  const entry = entryBeside(index, basename(path));
  return entry === undefined ? openUnpinned(folder) : openPinned(folder, entry, index);
}
