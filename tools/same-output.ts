import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { sha256 } from "../pipelines/problems/sha256.ts";

/**
 * Builds every release with the code of a git revision and with the present code, and compares the outputs byte by byte.
 * The code hash and the schema version may differ and are ignored. So that their effects are ignored too, the sha256 of
 * an output file is replaced by its path before two files are compared.
 */

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const SHA256 = /\b[0-9a-f]{64}\b/g;
const VERSION = /"schemaVersion": "[\d.]+"/;
/** Files with hashes of others. In all other files only the version is ignored. */
const PINS = /(^|\/)(manifest|index|attestation\.intoto|datapackage)\.json$/;

/** Not every folder of CMS's files has the relative value file of January 2026. */
const LACKS = ["--without", "2026A:pfs"];

function build(root: string, from: string, out: string): void {
  const words = ["scripts/ratebook.mjs", "build", "--all-releases", "--from", from, "--out", out, "--quiet", ...LACKS];
  execFileSync(process.execPath, words, { cwd: root, stdio: "inherit" });
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/")).sort();
}

/** The hash of each file of a folder of output, by path. */
function survey(folder: string): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const path of filesBelow(folder)) hashes.set(path, sha256(readFileSync(join(folder, path))));
  return hashes;
}

/** The text of a file without the version, and with paths instead of hashes. */
function comparable(folder: string, path: string, hashes: ReadonlyMap<string, string>): string {
  const text = readFileSync(join(folder, path), "utf8").replace(VERSION, '"schemaVersion": "set aside"');
  if (!PINS.test(path)) return text;
  const paths = new Map([...hashes].map(([file, hash]) => [hash, file]));
  const withoutCode = text.replace(/"code": "[0-9a-f]{64}"/, '"code": "set aside"');
  return withoutCode.replace(SHA256, (hash) => paths.get(hash) ?? hash);
}

function differences(left: string, right: string): string[] {
  const before = survey(left);
  const after = survey(right);
  const same = (path: string): boolean => {
    if (before.get(path) === after.get(path)) return true;
    if (!(before.has(path) && after.has(path))) return false;
    return comparable(left, path, before) === comparable(right, path, after);
  };
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => !same(path)).sort();
}

/** Checks out a revision, with the packages of this checkout if the lockfile is the same, otherwise with its own. */
function checkout(revision: string, folder: string): void {
  execFileSync("git", ["worktree", "add", "--detach", "--quiet", folder, revision], { cwd: ROOT });
  const lockfile = (root: string): string => readFileSync(join(root, "package-lock.json"), "utf8");
  if (lockfile(folder) === lockfile(ROOT)) symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  else execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
}

/** Builds with the code of a revision; with `keep`, uses an existing output. */
function buildBase(revision: string, from: string, folder: string, keep: string | undefined): string {
  const out = resolve(keep ?? join(folder, "base-out"));
  if (existsSync(out)) return out;
  const root = join(folder, "base");
  try {
    checkout(revision, root);
    build(root, from, out);
    cpSync(join(root, "schemas", "json"), join(out, "schemas-json"), { recursive: true });
  } finally {
    execFileSync("git", ["worktree", "remove", "--force", root], { cwd: ROOT });
  }
  return out;
}

interface Options {
  readonly base: string;
  readonly from: string;
  readonly keep?: string;
}

function compare({ base, from, keep }: Options): string[] {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-same-output-"));
  try {
    const left = buildBase(base, resolve(from), folder, keep);
    const right = join(folder, "out");
    build(ROOT, resolve(from), right);
    cpSync(join(ROOT, "schemas", "json"), join(right, "schemas-json"), { recursive: true });
    return differences(left, right);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const program = new Command("same-output")
  .description("build every release with the code of another revision and with this code, and compare all bytes")
  .option("--base <revision>", "git revision to compare with", "HEAD")
  .option("--from <folder>", "folder of CMS downloads", "../shared/cms")
  .option("--keep <folder>", "folder that keeps the revision's output for the next comparison")
  .parse();
const found = compare(program.opts<Options>());
process.stdout.write(found.map((path) => `differs: ${path}\n`).join(""));
process.stdout.write(
  `${found.length} files differ, without the code hash, the schema version and the hashes of these files\n`,
);
if (found.length > 0) process.exitCode = 1;
