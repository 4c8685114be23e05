import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "../../pipelines/publish/json.ts";
import { ATTESTATION_FILE, SIGNED_FILE } from "../../schemas/out/attestation.ts";
import { errorCode } from "./files.ts";
import { besidePath, removeFolder } from "./leftovers.ts";
import { refuseForeign } from "./out-guard.ts";

/** Another build may put its release there between our two renames; then ours replaces it. */
const ATTEMPTS = 20;

async function writeFiles(folder: string, files: Iterable<OutputFile>, refuseUnwanted: () => void): Promise<void> {
  for (const { path, bytes } of files) {
    refuseUnwanted();
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}

/** Moves the present release aside, if there is one. */
function moveAside(target: string, old: string): void {
  removeFolder(old);
  try {
    renameSync(target, old);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

/** Moves the new release into place; false when another build's is there now. */
function moveIn(part: string, target: string): boolean {
  try {
    renameSync(part, target);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Keeps the signature of a release whose statement is the same after the build. */
function keepSignature(part: string, target: string): void {
  const [signed, before, after] = [
    join(target, SIGNED_FILE),
    join(target, ATTESTATION_FILE),
    join(part, ATTESTATION_FILE),
  ];
  if (![signed, before, after].every((path) => existsSync(path))) return;
  if (Buffer.compare(readFileSync(before), readFileSync(after)) === 0) copyFileSync(signed, join(part, SIGNED_FILE));
}

function swapIn(part: string, target: string, old: string): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    refuseForeign(target);
    moveAside(target, old);
    if (moveIn(part, target)) return;
  }
  throw new Error(`other builds keep replacing ${target}`);
}

/**
 * Puts a release into the output folder: written beside its place, then renamed, so that a reader sees the whole old
 * release or the whole new one. Of two builds of one release, the later one remains.
 *
 * @throws UsageError when the place has something that is not ours; after any error nothing has changed
 */
export async function writeRelease(
  out: string,
  release: string,
  files: Iterable<OutputFile>,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const target = join(out, release);
  const part = besidePath(out, release, "part");
  const old = besidePath(out, release, "old");
  const refuseUnwanted = (): void => {
    if (!isWanted()) throw new Error(`the build of ${release} was cancelled`);
  };
  removeFolder(part);
  try {
    await writeFiles(part, files, refuseUnwanted);
    keepSignature(part, target);
    refuseUnwanted();
    swapIn(part, target, old);
  } finally {
    if (!existsSync(target) && existsSync(old)) renameSync(old, target);
    removeFolder(part);
    removeFolder(old);
  }
}
