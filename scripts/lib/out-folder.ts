import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "../../pipelines/publish/json.ts";
import { type BuiltManifest, publishIndex } from "../../pipelines/publish/manifest.ts";
import { Manifest } from "../../schemas/out/manifest.ts";

/** Suffix of a release that is being written, and of the one that is being replaced. */
const PART = ".part";
const OLD = ".old";

function isLeftover(name: string): boolean {
  return name.startsWith(".") && (name.endsWith(PART) || name.endsWith(OLD));
}

/** Brings a folder back to whole releases after a run that was cut off: nothing half-written stays. */
export function recover(out: string): void {
  if (!existsSync(out)) return;
  for (const name of readdirSync(out).filter(isLeftover)) {
    const release = join(out, name.slice(1, -OLD.length));
    const replaced = name.endsWith(OLD) && !existsSync(release);
    if (replaced) renameSync(join(out, name), release);
    else rmSync(join(out, name), { recursive: true });
  }
}

/** Each file is on its way to disk while the next one is made. */
async function writeFiles(folder: string, files: Iterable<OutputFile>): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  for (const { path, bytes } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    await writing;
    writing = writeFile(target, bytes);
  }
  await writing;
}

/**
 * Puts a release into the output folder: written beside, then renamed, so that a reader sees the whole old release or
 * the whole new one.
 */
export async function writeRelease(out: string, release: string, files: Iterable<OutputFile>): Promise<void> {
  const target = join(out, release);
  const part = join(out, `.${release}${PART}`);
  const old = join(out, `.${release}${OLD}`);
  mkdirSync(out, { recursive: true });
  await writeFiles(part, files);
  if (existsSync(target)) renameSync(target, old);
  renameSync(part, target);
  rmSync(old, { recursive: true, force: true });
}

function builtManifests(out: string): BuiltManifest[] {
  const folders = readdirSync(out).filter(
    (name) => existsSync(join(out, name, "manifest.json")) && !name.startsWith("."),
  );
  return folders.map((name) => {
    const bytes = readFileSync(join(out, name, "manifest.json"));
    return { bytes, manifest: Manifest.parse(JSON.parse(bytes.toString("utf8"))) };
  });
}

/** Writes the index of every release in the folder, again beside and renamed. */
export function writeIndex(out: string): void {
  const { path, bytes } = publishIndex(builtManifests(out));
  const part = join(out, `.${path}${PART}`);
  writeFileSync(part, bytes);
  renameSync(part, join(out, path));
}
