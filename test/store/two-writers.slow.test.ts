import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { storeRecords } from "../../pipelines/inputs/store.ts";
import { storeFindings } from "../../pipelines/inputs/store-findings.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { Store } from "../../scripts/store/store.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { bytesOf, seenAs } from "./occasion.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CODE = pathToFileURL(join(ROOT, "scripts/store/store.ts")).href;
const ZIP = bytesOf("bytes of an archive".repeat(1000));
const KEPT = 40;

/** Keeps one content under several names, as a process of its own. */
function keeping(folder: string, names: readonly string[]): string[] {
  const text = `
    const { Store } = await import(${JSON.stringify(CODE)});
    const store = Store.open(${JSON.stringify(folder)}, { create: true });
    const bytes = new Uint8Array(Buffer.from(${JSON.stringify(Buffer.from(ZIP).toString())}));
    for (const seen of ${JSON.stringify(names.map((name) => seenAs(name)))}) store.keep(bytes, seen);`;
  return ["--import", "tsx", "--input-type=module", "-e", text];
}

async function ended(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  return await new Promise((resolve) => child.on("exit", resolve));
}

describe("a store", () => {
  it("loses nothing of what several processes write at once", async () => {
    const folder = join(temporaryFolder(), "store");
    const writers = ["a", "b", "c"].map((who) => Array.from({ length: KEPT }, (_, at) => `${who}${at}.zip`));
    const codes = await Promise.all(writers.map((names) => ended(keeping(folder, names))));
    expect(codes).toEqual([0, 0, 0]);
    const [record] = storeRecords(folder);
    expect(record?.seen.map(({ name }) => name).sort()).toEqual(writers.flat().sort());
    expect(record?.seen.map(({ order }) => order)).toEqual(writers.flat().map((_, at) => at + 1));
    expect(storeFindings(folder)).toEqual([]);
  });

  it("has whole files only, at whatever step a process is killed, and goes on after it", {
    meta: { needs: "signals" },
  }, () => {
    const killer = pathToFileURL(join(ROOT, "test/support/killed-at-step.mjs")).href;
    let step = 0;
    for (let isKilled = true; isKilled; ) {
      step += 1;
      const folder = join(temporaryFolder(), "store");
      const env = { ...process.env, KILLED_AT_STEP: String(step) };
      const { signal } = spawnSync(process.execPath, ["--import", killer, ...keeping(folder, ["a.zip"])], {
        cwd: ROOT,
        env,
      });
      isKilled = signal === "SIGKILL";
      const found = existsSync(folder) ? storeFindings(folder).map(({ seen }) => seen) : [];
      expect(found.filter((each) => !/interrupted run left|bytes without a record/.test(each))).toEqual([]);
      const store = Store.open(folder, { create: true });
      store.keep(ZIP, seenAs("last.zip"));
      expect(store.record(sha256(ZIP))?.seen.at(-1)?.name).toBe("last.zip");
      const after = storeFindings(folder).map(({ seen }) => seen);
      expect(after.filter((each) => !/interrupted run left/.test(each))).toEqual([]);
    }
    expect(step).toBeGreaterThan(6);
  });
});
