import { median, timed } from "./run.ts";

/** The commands that answer for codes, with the same codes; all are measured against the first. */
const LOOK_UPS = [
  ["rate", "22511"],
  ["together", "22511", "22512"],
  ["price", "22511,22512", "--setting", "hopd"],
];

/**
 * Times each command that answers for codes as a whole process. `together` should take the time of `rate`.
 *
 * @param out folder of built releases
 */
export function lookUpTimes(out: string, release: string, runs: number): string[] {
  const rounds = Array.from({ length: runs }, () =>
    LOOK_UPS.map((each) => timed(["scripts/ratebook.mjs", ...each, "--release", release, "--out", out]).wallMs),
  );
  return LOOK_UPS.map((each, at) => {
    const ratio = median(rounds.map((round) => (round[at] ?? Number.NaN) / (round[0] ?? Number.NaN)));
    const ms = median(rounds.map((round) => round[at] ?? Number.NaN));
    return `${each.join(" ")}, whole process: ${Math.round(ms)} ms, ${ratio.toFixed(2)} of rate`;
  });
}
