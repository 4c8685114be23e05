#!/usr/bin/env node
/**
 * Starts ratebook from a bundle, which loads in a quarter of the time of a hundred modules. The pages and their charts
 * are in a second file, loaded when needed. The name of the bundle is a hash over the inode, size and times of every
 * source file. No program can set the time of change (ctime) back, so the bundle is never stale.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** Two folders deep, like the modules, which find `sources/` and `out/` relative to themselves. */
const CACHE = new URL("../.cache/ratebook/", import.meta.url);
/** Packages that are loaded only when needed. */
const LAZY = ["cli-progress", "@modelcontextprotocol/sdk"];
/** What bundled CommonJS packages call. */
const REQUIRE = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** Paths of the modules below a folder, in a tenth of the time of `recursive`. */
function modulesBelow(folder) {
  return readdirSync(ROOT + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return modulesBelow(path);
    return /\.(ts|json)$/.test(path) ? [path] : [];
  });
}

function sourcePaths() {
  const modules = ["pipelines", "schemas", "scripts"].flatMap(modulesBelow);
  return ["package.json", "package-lock.json", "scripts/ratebook.mjs", ...modules].sort();
}

/** Taken before any file is read, so that a later change gives another one. Reading all files takes three times as long. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const path of sourcePaths()) {
    const { ino, size, mtimeMs, ctimeMs } = statSync(ROOT + path);
    hash.update(`${path}\0${ino} ${size} ${mtimeMs} ${ctimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

/** The files of the bundle. All names begin with the fingerprint; the entry comes last. */
async function bundle(fingerprint) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["scripts/main.ts"],
    bundle: true,
    splitting: true,
    write: false,
    outdir: ".",
    entryNames: fingerprint,
    chunkNames: `${fingerprint}-[hash]`,
    outExtension: { ".js": ".mjs" },
    platform: "node",
    format: "esm",
    target: "node20",
    external: LAZY,
    banner: { js: REQUIRE },
    logLevel: "error",
  });
  const isEntry = ({ path }) => basename(path) === `${fingerprint}.mjs`;
  return outputFiles
    .sort((left, right) => isEntry(left) - isEntry(right))
    .map(({ path, contents }) => [basename(path), contents]);
}

/** Writes each file beside its place, then renames it: another ratebook sees the whole file or none. */
function keep(fingerprint, files) {
  mkdirSync(CACHE, { recursive: true });
  for (const [name, contents] of files) {
    const part = new URL(`${process.pid}.part`, CACHE);
    writeFileSync(part, contents);
    renameSync(part, new URL(name, CACHE));
  }
  const stale = readdirSync(CACHE).filter((other) => other.endsWith(".mjs") && !other.startsWith(fingerprint));
  for (const other of stale) rmSync(new URL(other, CACHE), { force: true });
}

/** Loads the modules one by one, where no bundle can be written. */
async function startUnbundled() {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./main.ts");
}

/** `npm ci --omit=dev` leaves the bundler out. */
function refuseUnbundled() {
  process.stderr.write("ratebook: a checkout needs its development packages: npm ci --include=dev\n");
  process.exit(2);
}

const current = fingerprint();
const name = `${current}.mjs`;
const isKept = () => existsSync(new URL(name, CACHE));
try {
  if (!isKept()) keep(current, await bundle(current));
} catch (error) {
  if (error.code === "ERR_MODULE_NOT_FOUND") refuseUnbundled();
  if (!["EACCES", "EROFS", "EPERM", "ENOSPC"].includes(error.code)) throw error;
}
await (isKept() ? import(new URL(name, CACHE).href) : startUnbundled());
