import { join } from "node:path";
import { median, timed } from "./run.ts";

/** The two whole releases that are compared. */
export const DIFF_SIDES = ["2025D", "2026C"];

/** Target of a diff of two whole releases: all codes, with start and output. */
const TARGETS = { nationalMs: 1000, localitiesMs: 3000 };

function diffMs(out: string, more: readonly string[]): number {
  return timed(["scripts/ratebook.mjs", "diff", ...DIFF_SIDES, "--out", out, "--json", ...more]).wallMs;
}

/**
 * Times the diff of two whole releases, as JSON: national, and with every locality written to a file.
 *
 * @param out folder with both releases
 */
export function diffLines(out: string, runs: number): string[] {
  const file = join(out, "localities.ndjson");
  const times = Array.from({ length: runs }, () => ({
    national: diffMs(out, []),
    localities: diffMs(out, ["--localities-to", file]),
  }));
  const line = (words: string, all: readonly number[], target: number): string =>
    `diff of ${DIFF_SIDES.join(" and ")}, all codes, ${words}: wall ${Math.round(median(all))} ms (target ${target} ms)`;
  return [
    line(
      "national",
      times.map((each) => each.national),
      TARGETS.nationalMs,
    ),
    line(
      "every locality, causes split",
      times.map((each) => each.localities),
      TARGETS.localitiesMs,
    ),
  ];
}
