import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { verifyFolder } from "../../pipelines/verify/verify-folder.ts";
import { lockFolder } from "../../scripts/out/lock.ts";
import { ratebook, startRatebook } from "../support/command.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const LOCK = ".ratebook-lock";

/** Number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

function folderWithLock(text: string): string {
  const out = join(temporaryFolder(), "out");
  mkdirSync(out);
  writeFileSync(join(out, LOCK), text);
  return out;
}

describe("two builds at once into one folder", () => {
  it("come one after the other, and the second says for whom it waits", async () => {
    const out = folderWithLock(String(process.pid));
    const second = startRatebook(["--out", out]);
    while (!second.said().includes("waiting")) await sleep(20);
    expect(second.said()).toBe(
      `ratebook: process ${process.pid} is building into ${out}/; waiting until it has finished\n`,
    );
    expect(readdirSync(out)).toEqual([LOCK]);
    rmSync(join(out, LOCK));
    expect(await second.ended).toBe(0);
    expect(verifyFolder(out, { shapes: false }).findings).toEqual([]);
  });

  it("both succeed, and leave one whole output, whichever was last", async () => {
    const out = join(temporaryFolder(), "out");
    const runs = ["22511", "22510-22515", "22512"].map((codes) => startRatebook(["--out", out, "--codes", codes]));
    expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(verifyFolder(out, { shapes: false }).findings).toEqual([]);
    expect(readdirSync(out).sort()).toEqual(["2025A", "2026A", "index.json"]);
  });

  it("are not kept apart by the lock of a dead process, or by one that it had not finished writing", () => {
    for (const text of [String(deadPid()), ""]) {
      const out = folderWithLock(text);
      expect(ratebook(["--out", out, "--quiet"])).toEqual({ status: 0, stdout: "", stderr: "" });
      expect(existsSync(join(out, LOCK))).toBe(false);
    }
  });
});

describe(lockFolder, () => {
  it("is held by one at a time within a process too, and given back once", async () => {
    const out = temporaryFolder();
    const first = await lockFolder(out, () => {});
    let waits = 0;
    let second = false;
    const later = lockFolder(out, () => {
      waits += 1;
    }).then((lock) => {
      second = true;
      return lock;
    });
    await sleep(250);
    expect([waits, second]).toEqual([1, false]);
    first.release();
    const lock = await later;
    first.release();
    expect(existsSync(join(out, LOCK))).toBe(true);
    lock.release();
    expect(readdirSync(out)).toEqual([]);
  });
});
