#!/usr/bin/env node
/**
 * Starts ratebook from a bundle, which loads in a quarter of the time of a hundred modules. The bundle is in several
 * files, each loaded when needed, and beside each is what V8 made of it: the next start does not compile it again.
 *
 * The name of the bundle is a hash over the sources. It is noted under a hash over the inode, size and times of each of
 * them: no program can set the time of change (ctime) back, so the note is never stale, and it is read in a third of the
 * time. A copy of the folder makes its own note, and uses the same bundle. V8 refuses what another version compiled.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** Two folders deep, like the modules, which find `sources/` and `out/` relative to themselves. */
const CACHE = new URL("../.cache/ratebook/", import.meta.url);
/** Packages that are loaded only when needed. */
const LAZY = ["cli-progress", "@modelcontextprotocol/sdk"];
const UNWRITABLE = ["EACCES", "EROFS", "EPERM", "ENOSPC", "EDQUOT"];
/** Bytes of a sha256. */
const SEAL = 32;

/** A file of the cache; undefined where there is none, or another process has just removed it. */
function cached(name) {
  try {
    return readFileSync(new URL(name, CACHE));
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

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

function hashOf(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 16);
}

/** Taken before any file is read, so that a later change gives another one. */
function fingerprint(paths) {
  return hashOf(
    paths.map((path) => {
      const { ino, size, mtimeMs, ctimeMs } = statSync(ROOT + path);
      return `${path}\0${ino} ${size} ${mtimeMs} ${ctimeMs}\n`;
    }),
  );
}

/** The name of the sources' bundle, and where it is to be noted, if it is not yet. */
function bundleName() {
  const paths = sourcePaths();
  const note = `${fingerprint(paths)}.note`;
  const noted = cached(note)?.toString();
  if (/^[0-9a-f]{16}$/.test(noted ?? "")) return { name: noted };
  return { name: hashOf(paths.flatMap((path) => [`${path}\0`, readFileSync(ROOT + path)])), note };
}

/**
 * The files of the bundle, the entry last. esbuild splits only ES modules, and Node keeps compiled code only of scripts:
 * each file becomes a CommonJS module after the split. It begins with the names of the modules in it.
 */
async function bundle(name) {
  const { build, transform } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["scripts/main.ts"],
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    outdir: ".",
    entryNames: name,
    chunkNames: `${name}-[hash]`,
    outExtension: { ".js": ".cjs" },
    platform: "node",
    format: "esm",
    target: "node20",
    external: LAZY,
    define: { "import.meta.url": "__url" },
    logLevel: "error",
  });
  const asScript = { format: "cjs", platform: "node", target: "node20", supported: { "dynamic-import": false } };
  const files = outputFiles.map(async ({ path, text }) => {
    const file = basename(path);
    const modules = Object.keys(metafile.outputs[file].inputs).map((module) => `// ${module}\n`);
    return [file, (await transform(text, { ...asScript, banner: modules.join("") })).code];
  });
  const isEntry = ([file]) => file === `${name}.cjs`;
  return (await Promise.all(files)).sort((left, right) => isEntry(left) - isEntry(right));
}

/** Writes a file beside its place, then renames it: another ratebook sees the whole file or none. */
function place(name, contents) {
  const part = new URL(`${randomUUID()}.part`, CACHE);
  try {
    writeFileSync(part, contents);
    renameSync(part, new URL(name, CACHE));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function keep(name, files) {
  mkdirSync(CACHE, { recursive: true });
  for (const [file, contents] of files) place(file, contents);
  const stale = readdirSync(CACHE).filter((other) => !other.startsWith(name) && !other.endsWith(".part"));
  for (const other of stale) rmSync(new URL(other, CACHE), { force: true });
}

/** What V8 compiled of a file; processes that are started with other options compile it otherwise. */
const compiledFile = (name) => `${name}.${cachedDataVersionTag()}.compiled`;

/** V8 believes what it is given: these bytes must be what it made of this code. */
function sealOf(code, compiled) {
  return createHash("sha256").update(code).update(compiled).digest();
}

/** Keeps what V8 compiled while the program ran; without it, the next start only takes longer. */
function keepCompiled(scripts) {
  try {
    for (const [name, { code, script }] of scripts) {
      const compiled = script.createCachedData();
      place(compiledFile(name), Buffer.concat([sealOf(code, compiled), compiled]));
    }
  } catch {
    // The command has done its work
  }
}

/** What V8 compiled of a file before; undefined where there is nothing, or another file was compiled. */
function compiledBefore(name, code) {
  const file = cached(compiledFile(name));
  if (file === undefined) return undefined;
  const compiled = file.subarray(SEAL);
  return sealOf(code, compiled).equals(file.subarray(0, SEAL)) ? compiled : undefined;
}

/** Code of a file of the bundle. Where one is gone, the next start makes the bundle again. */
function codeOf(name, entry) {
  const code = cached(name);
  if (code !== undefined) return code;
  rmSync(new URL(entry, CACHE), { force: true });
  throw new Error("a part of the program was removed while it ran: run the command again");
}

/** Runs the file of a bundle, in strict mode as the modules that it was made from. */
function start(entry) {
  const requirePackage = createRequire(CACHE);
  const modules = new Map();
  const fresh = new Map();
  const load = (name) => {
    const url = new URL(name, CACHE).href;
    const filename = fileURLToPath(url);
    const code = codeOf(name, entry);
    const wrapped = `(function (exports, require, module, __filename, __url) {"use strict";${code}\n})`;
    const script = new Script(wrapped, { filename, cachedData: compiledBefore(name, code) });
    if (script.cachedDataRejected !== false) fresh.set(name, { code, script });
    const module = { exports: {} };
    modules.set(name, module);
    const require = (id) => {
      const own = id.startsWith("./") ? basename(id) : undefined;
      return own === undefined ? requirePackage(id) : (modules.get(own)?.exports ?? load(own));
    };
    script.runInThisContext()(module.exports, require, module, filename, url);
    return module.exports;
  };
  process.on("exit", () => keepCompiled(fresh));
  load(entry);
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

const isKept = (name) => existsSync(new URL(`${name}.cjs`, CACHE));

/** Name of the bundle, which is made if there is none; undefined where none can be written. */
async function currentBundle() {
  const { name, note } = bundleName();
  try {
    if (!isKept(name)) {
      const files = await bundle(name);
      // A source that changed meanwhile may be in the bundle before or after its change
      if (bundleName().name !== name) return currentBundle();
      keep(name, files);
    }
    if (note !== undefined) place(note, name);
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND") refuseUnbundled();
    if (!UNWRITABLE.includes(error.code)) throw error;
  }
  return isKept(name) ? name : undefined;
}

const name = await currentBundle();
if (name === undefined) await startUnbundled();
else start(`${name}.cjs`);
