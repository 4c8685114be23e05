import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { FULL_SIZE, writeFullSetting } from "../support/ptp-files.ts";
import type { PtpCost } from "../support/ptp-process.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Two folders deep, like the modules that look for `sources/` from where they are. */
const BUNDLE = join(ROOT, ".cache", "ptp", "read.mjs");
const REQUIRE = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

async function readInProcess(folder: string): Promise<PtpCost> {
  mkdirSync(join(ROOT, ".cache", "ptp"), { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["test/support/ptp-process.ts"],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: REQUIRE },
    logLevel: "error",
  });
  const { stdout, stderr } = spawnSync(process.execPath, [BUNDLE, folder], { encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as PtpCost;
}

it("a setting of 2.6 million edits takes a few seconds and less than 300 MB", { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  writeFullSetting(folder);
  const cost = await readInProcess(folder);
  expect(cost).toMatchObject({ problems: [], broken: [], count: FULL_SIZE.edits, active: FULL_SIZE.active });
  // 2,637,645 = 162 x 16,281 + 123, and row 1 of each 162 has column 2 20007: 16,281 whole ones and one begun.
  expect(cost.slices).toEqual([
    ["00100", 162, 0],
    ["20007", 0, 16_282],
  ]);
  // Measured: 1.5 s and 200 MB.
  expect(cost.seconds).toBeLessThan(6);
  expect(cost.megabytes).toBeLessThan(300);
});
