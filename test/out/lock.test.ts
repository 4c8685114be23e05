import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { LOCK, lockFolder } from "../../scripts/out/lock.ts";
import { ourselves } from "../../scripts/out/lock-holder.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

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
    (await later).release();
    expect(readdirSync(out)).toEqual([]);
  });

  it("takes nobody else's lock away when it is given back", async () => {
    const out = temporaryFolder();
    const lock = await lockFolder(out, () => {});
    const another = JSON.stringify({ ...ourselves(), owner: "another" });
    writeFileSync(join(out, LOCK), another);
    lock.release();
    expect(readFileSync(join(out, LOCK), "utf8")).toBe(another);
  });

  it("says so when what lies there is no lock", async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, LOCK));
    await expect(lockFolder(out, () => {})).rejects.toThrow(/is not a lock of ratebook's; delete it/);
    const linked = temporaryFolder();
    symlinkSync("/nowhere", join(linked, LOCK));
    await expect(lockFolder(linked, () => {})).rejects.toThrow(/is not a lock of ratebook's/);
  });
});

describe("a lock of another machine", () => {
  const elsewhere = (): string => JSON.stringify({ ...ourselves(), host: "elsewhere", owner: "another" });

  it("whose clock is ahead is watched, and taken away when nobody touches it", async () => {
    const out = temporaryFolder();
    const path = join(out, LOCK);
    writeFileSync(path, elsewhere());
    utimesSync(path, 4_000_000_000, 4_000_000_000);
    (await lockFolder(out, () => {}, 200)).release();
    expect(readdirSync(out)).toEqual([]);
  });

  it("is respected as long as its holder touches it, wherever its clock is", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 2_000_000_000_000 });
    const out = temporaryFolder();
    const path = join(out, LOCK);
    writeFileSync(path, elsewhere());
    utimesSync(path, 4_000_000_000, 4_000_000_000);
    // Time passes only here: on a slow machine no holder is late
    let seconds = 2_000_000_000;
    let alive = true;
    const passing = setInterval(() => {
      seconds += 1.5;
      vi.setSystemTime(seconds * 1000);
      if (alive) utimesSync(path, seconds, 2 * seconds);
    }, 50);
    onTestFinished(() => {
      clearInterval(passing);
      vi.useRealTimers();
    });
    let taken = false;
    const lock = lockFolder(out, () => {}, 2000).then((held) => {
      taken = true;
      return held;
    });
    await sleep(1000);
    expect(taken).toBe(false);
    alive = false;
    (await lock).release();
  });
});
