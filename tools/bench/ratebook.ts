import type { TimingReport } from "../../scripts/build/timings.ts";
import { type Run, timed } from "./run.ts";

/** A whole build in its own process, with the times of its stages. */
export interface BuildRun extends Run {
  readonly timings: TimingReport;
}

function build(from: string, out: string, which: readonly string[]): BuildRun {
  const done = timed([
    "scripts/ratebook.mjs",
    "build",
    ...["--from", from, ...which, "--out", out, "--quiet", "--timings"],
  ]);
  return { ...done, timings: JSON.parse(done.stderr) as TimingReport };
}

/** Builds a whole release from a folder of downloads, as `npm start` does. */
export function timeBuild(from: string, release: string, out: string): BuildRun {
  return build(from, out, ["--release", release]);
}

/** Builds every release with files in the folder, several at a time. */
export function buildArchive(from: string, out: string): BuildRun {
  return build(from, out, ["--all-releases", "--without", "2026A:pfs"]);
}
