import { existsSync } from "node:fs";
import { join } from "node:path";
import { Release } from "../../schemas/source/release.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { didYouMean } from "../problems/nearest.ts";
import { fault } from "../problems/problems.ts";
import { readRegular } from "../problems/regular-file.ts";
import { namesIn, parseSource, sourcePath } from "./read-source.ts";

/** Releases embedded as excerpts, by name. */
export function embeddedReleases(): string[] {
  return namesIn("excerpts", (name) => /^\d{4}[A-Z]/.test(name));
}

/** Folder of an embedded release: its files and their registry entry. */
export function embeddedFolder(id: string): string {
  const known = embeddedReleases();
  if (known.includes(id)) return sourcePath(`excerpts/${id}/`);
  throw fault(
    "release.unknown",
    { file: "sources/excerpts" },
    `release ${id} is not embedded; the embedded ones are ${known.join(", ")}${didYouMean(id, known)}`,
    "Name one of these, or read CMS's own files with --from",
  );
}

/** Name of a registry entry in a folder of downloads. */
export const OWN_ENTRY = "release.json";

/** Whether a folder has its own registry entry. */
export function hasRelease(folder: string): boolean {
  return existsSync(join(folder, OWN_ENTRY));
}

/** The registry entry in a folder, beside its files. */
export function releaseIn(folder: string): Release {
  const bytes = readRegular(join(folder, OWN_ENTRY), OWN_ENTRY, BOUNDS.entryBytes);
  return parseSource(Buffer.from(bytes).toString("utf8"), OWN_ENTRY, Release);
}
