import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import { lockFolder } from "../../scripts/out/lock.ts";
import { ourselves } from "../../scripts/out/lock-holder.ts";
import { ratebook, startRatebook } from "../support/command.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const LOCK = ".ratebook-lock";

/** Number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

/** A lock of this process, but for what is changed. */
function lockText(change: Partial<ReturnType<typeof ourselves>> = {}): string {
  return JSON.stringify({ ...ourselves(), owner: "another", ...change });
}

function folderWithLock(text: string, ageMs = 0): string {
  const out = join(temporaryFolder(), "out");
  mkdirSync(out);
  const lock = join(out, LOCK);
  writeFileSync(lock, text);
  const then = new Date(Date.now() - ageMs);
  utimesSync(lock, then, then);
  return out;
}

describe("two builds at once into one folder", () => {
  it("come one after the other, and the second says for whom it waits", async () => {
    const out = folderWithLock(lockText());
    const second = startRatebook(["--out", out]);
    while (!second.said().includes("waiting")) await sleep(20);
    expect(second.said()).toBe(
      `ratebook: process ${process.pid} on ${ourselves().host} is building into ${out}/; waiting for it to finish\n`,
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

  it.each([
    ["of a process that is dead", () => folderWithLock(lockText({ pid: deadPid() }))],
    ["of a process whose number another one has now", () => folderWithLock(lockText({ started: "1" }))],
    [
      "of another machine that has not been touched for a minute",
      () => folderWithLock(lockText({ host: "elsewhere" }), 61_000),
    ],
    ["that says nothing, and is old", () => folderWithLock("", 61_000)],
  ])("are not kept apart by a lock %s", (_, prepare) => {
    const out = prepare();
    expect(ratebook(["--out", out, "--quiet"])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(existsSync(join(out, LOCK))).toBe(false);
  });

  it.each([
    ["of another machine", lockText({ host: "elsewhere", pid: deadPid() })],
    ["of another container, which counts its processes from 1", lockText({ namespace: "pid:[1]", pid: 1 })],
  ])("wait for a lock %s that is touched, although no such process runs here", async (_, text) => {
    const out = folderWithLock(text);
    let told = 0;
    const waiting = lockFolder(out, () => {
      told += 1;
    });
    await sleep(400);
    expect([told, readFileSync(join(out, LOCK), "utf8")]).toEqual([1, text]);
    rmSync(join(out, LOCK));
    (await waiting).release();
    expect(readdirSync(out)).toEqual([]);
  });
});
