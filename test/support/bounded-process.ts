import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Problem } from "../../schemas/place.ts";
import { temporaryFolder } from "./excerpt-copy.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Two folders deep, like the modules that look for `sources/` from where they are. */
const BUNDLE = join(ROOT, ".cache", "bounded", "read.mjs");
const REQUIRE = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
/** A process that may read files, but not write files or start processes and threads. */
const PERMISSIONS = ["--experimental-permission", "--allow-fs-read=*", "--no-warnings"];
/** Seconds after which a process counts as hanging, even on a busy machine. */
const LIMIT = 300;

/** The result of reading one file, and its cost. */
export interface BoundedReading {
  /** The last problem. */
  readonly problem: Problem | undefined;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Makes the program that only reads one file. */
export async function makeBoundedReader(): Promise<void> {
  mkdirSync(join(ROOT, ".cache", "bounded"), { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["test/support/bounded-read.ts"],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: REQUIRE },
    logLevel: "error",
  });
}

/** Reads bytes as a kind of file in a process of its own. */
export function readBounded(reader: "csv" | "txt" | "xlsx" | "zip", bytes: Uint8Array | string): BoundedReading {
  const path = join(temporaryFolder(), "input");
  writeFileSync(path, bytes);
  const args = [...PERMISSIONS, BUNDLE, reader, path];
  const { stdout, stderr, error } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: LIMIT * 1000 });
  if (error !== undefined || stderr !== "" || stdout === "") throw new Error(`${error?.message ?? ""}${stderr}`);
  return JSON.parse(stdout) as BoundedReading;
}
