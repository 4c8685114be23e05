#!/usr/bin/env node
/**
 * Starts ratebook. Its sources are bundled into one file, which loads in a quarter of the time that a hundred modules
 * take one by one. The bundle is named after the content of everything that goes into it, so it is never a stale one.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
/** Two folders deep, like the modules that look for `sources/` and `out/` from where they are. */
const CACHE = new URL(".cache/ratebook/", ROOT);
/** Loaded only when they are needed. */
const LAZY = ["exceljs", "cli-progress"];
/** What bundled CommonJS packages call. */
const REQUIRE = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

function sourcePaths() {
  const files = ["package.json", "package-lock.json", "scripts/ratebook.mjs"];
  for (const folder of ["pipelines", "schemas", "scripts"]) {
    const names = readdirSync(new URL(folder, ROOT), { recursive: true }).map((name) => name.replaceAll("\\", "/"));
    files.push(...names.filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name}`));
  }
  return files.sort();
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const path of sourcePaths())
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(new URL(path, ROOT)));
  return hash.digest("hex").slice(0, 16);
}

async function bundle(target) {
  const { build } = await import("esbuild");
  rmSync(CACHE, { recursive: true, force: true });
  const part = new URL(`${process.pid}.part.mjs`, CACHE);
  await build({
    absWorkingDir: new URL(".", ROOT).pathname,
    entryPoints: ["scripts/ratebook.ts"],
    outfile: part.pathname,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: LAZY,
    banner: { js: REQUIRE },
    logLevel: "error",
  });
  renameSync(part, target);
}

const target = new URL(`${fingerprint()}.mjs`, CACHE);
if (!existsSync(target)) await bundle(target);
await import(target.href);
