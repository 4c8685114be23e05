import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { EarlierRepository } from "../../test/support/earlier-registry.ts";
import { timeBuild } from "./ratebook.ts";
import { median, timed } from "./run.ts";

/** A new quarter may take this much longer than its build, its diff and its review. */
const TARGET_MS = 1000;
/** The quarter that is new, and the one that is registered last. */
const [NEW, LAST] = ["2026C", "2026B"] as const;
/** Something waits for a person: the report itself. */
const TO_REVIEW = 4;
const LOADED_FIRST = new URL("process-times.mjs", import.meta.url).href;

interface ProcessTimes {
  readonly asked: readonly string[];
  readonly since: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** What a process was asked for, without the folders. */
function nameOf({ asked }: ProcessTimes): string {
  const [program = "", ...words] = asked;
  const command = words.find((word) => /^(?:build|verify|export|conformance|refresh)$/.test(word));
  if (command === undefined) return program.replace(/^.*\//, "");
  const release = words.find((word) => /^\d{4}[A-D]$/.test(word));
  return [command, release ?? (command === "build" ? "embedded" : "")].join(" ").trim();
}

/** The processes of an apply, in the order in which they began: several go on at a time. */
function stepLines(file: string): string[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const all = lines.map((line) => JSON.parse(line) as ProcessTimes).sort((one, other) => one.since - other.since);
  const [first] = all;
  return all.map((each) => {
    const from = Math.round(each.since - (first?.since ?? 0));
    return `  ${nameOf(each)}: from ${from} to ${from + Math.round(each.wallMs)} ms, processor ${Math.round(each.cpuMs)} ms`;
  });
}

/** A build, a diff and a review of it, each a command of its own. */
function aloneMs(from: string, folder: string): number {
  const sides = join(folder, "sides");
  const page = ["--file", join(folder, "review.html"), "--overwrite"];
  const compare = (command: string, ...more: readonly string[]): number =>
    timed(["scripts/ratebook.mjs", command, LAST, NEW, "--out", sides, ...more]).wallMs;
  return timeBuild(from, NEW, sides).wallMs + compare("diff", "--json") + compare("review", ...page);
}

/**
 * Times `refresh --apply` of a new quarter, and in the same runs the commands that it cannot do without. The release
 * before is not built yet, so the apply builds that too.
 *
 * @param from folder of the downloads
 * @param folder for the repository, the store and all that is built
 */
export function applyLines(from: string, folder: string, runs: number): string[] {
  const repository = new EarlierRepository(LAST, join(folder, "ratebook"));
  repository.git("config user.name bench");
  repository.git("config user.email bench@localhost");
  const [out, to, times] = [join(folder, "out"), join(folder, "reports"), join(folder, "times")];
  const places = ["--from", from, "--store", join(folder, "store"), "--out", out, "--to", to];
  const program = join(repository.folder, "scripts/ratebook.mjs");
  const refresh = [program, "refresh", ...places, "--on", "2026-07-01", "--families", "pfs", "--json"];
  timed(refresh, [TO_REVIEW]);
  timeBuild(from, LAST, join(folder, "sides"));
  const env = { PROCESS_TIMES: times, NODE_OPTIONS: `--import ${LOADED_FIRST}` };
  const all = Array.from({ length: runs }, () => {
    for (const path of [out, to, times]) rmSync(path, { recursive: true, force: true });
    return { apply: timed([...refresh, "--apply"], [0], env).wallMs, alone: aloneMs(from, folder) };
  });
  const ms = (of: (run: (typeof all)[number]) => number): string => `${Math.round(median(all.map(of)))} ms`;
  const [apply, alone, over] = [ms((run) => run.apply), ms((run) => run.alone), ms((run) => run.apply - run.alone)];
  return [
    `refresh --apply of ${NEW}: wall ${apply}; build, diff and review alone ${alone}; over them ${over} (target ${TARGET_MS} ms)`,
    ...stepLines(times),
  ];
}
