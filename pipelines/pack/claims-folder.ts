import type { ReleaseIndex } from "../../schemas/out/release-index.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { sha256 } from "../problems/sha256.ts";
import { claimFiles, type Slicing } from "./claim-slices.ts";
import type { PackFile, ReleaseToPack } from "./package-files.ts";

/**
 * The folder that `ratebook/read/claims` opens: an output folder in slices. Its index, the last file, pins the others.
 *
 * @param slicing which tables are answered from
 */
export function* claimsFolder(
  releases: readonly ReleaseToPack[],
  slicing: Slicing = { of: ["codes", "zips"] },
): Generator<PackFile> {
  const entries: ReleaseToPack["entry"][] = [];
  for (const release of releases) {
    let last: PackFile | undefined;
    for (const file of claimFiles(release, slicing)) {
      yield { ...file, path: `${release.entry.release}/${file.path}` };
      last = file;
    }
    if (last !== undefined) entries.push({ ...release.entry, claimsSha256: sha256(last.bytes) });
  }
  const index: ReleaseIndex = { schema: "ratebook/index", schemaVersion: SCHEMA_VERSION, releases: entries };
  yield { path: "index.json", bytes: Buffer.from(`${JSON.stringify(index, null, 2)}\n`) };
}
