import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { newRun, RUN_HOLDER, removeInterruptedRuns } from "../../scripts/fetch/arriving.ts";
import { type LockHolder, ourselves } from "../../scripts/out/lock-holder.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const FILE = "1-rvu39a.zip.part";
/** Seconds since 1970: long before any run of this test. */
const LONG_AGO = 1_000_000_000;

/** A run with a file on its way; some of its entries changed last long ago. */
function runOf(folder: string, name: string, holder: LockHolder | undefined, old: readonly string[] = []): void {
  const run = join(folder, name);
  mkdirSync(run);
  writeFileSync(join(run, FILE), "PK");
  if (holder !== undefined) writeFileSync(join(run, RUN_HOLDER), JSON.stringify(holder));
  for (const entry of old) utimesSync(join(run, entry), LONG_AGO, LONG_AGO);
}

describe(removeInterruptedRuns, () => {
  const gone = { ...ourselves(), started: "another process had this id" };
  const elsewhere = { ...ourselves(), host: "another.example.org" };
  const everything = [FILE, RUN_HOLDER, "."];

  it("removes the run of a process that is gone, and not that of one at work, however old", () => {
    const folder = temporaryFolder();
    const own = basename(newRun(folder));
    runOf(folder, "run-gone", gone);
    runOf(folder, "run-at-work", ourselves(), everything);
    removeInterruptedRuns(folder);
    expect(readdirSync(folder).sort()).toEqual([own, "run-at-work"].sort());
  });

  it("removes the run of a process that nobody can know of when nothing came for an hour", () => {
    const folder = temporaryFolder();
    runOf(folder, "run-elsewhere", elsewhere, everything);
    runOf(folder, "run-unknown", undefined, [FILE, "."]);
    runOf(folder, "run-fresh", elsewhere);
    runOf(folder, "run-fresh-file", elsewhere, [RUN_HOLDER, "."]);
    runOf(folder, "run-just-made", undefined);
    removeInterruptedRuns(folder);
    expect(readdirSync(folder).sort()).toEqual(["run-fresh", "run-fresh-file", "run-just-made"]);
  });

  it("leaves what is no run, and needs no folder", () => {
    const folder = temporaryFolder();
    runOf(folder, "letters", gone, everything);
    removeInterruptedRuns(folder);
    removeInterruptedRuns(join(folder, "nowhere"));
    expect(readdirSync(folder)).toEqual(["letters"]);
  });
});
