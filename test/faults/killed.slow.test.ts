import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import { ratebook, startRatebook } from "../support/command.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const RELEASES = ["2025A", "2026A"];
/** Two builds of the same releases whose files can be told apart. */
const KINDS = ["22511", "22510-22515"] as const;
const KILLS = 60;
/** One run in so many is left to finish, from whatever the killed ones before it left. */
const LEFT_TO_FINISH = 20;

/** One hash for a folder: names and bytes of all that lies in it. */
function hashOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
  return sha256(Buffer.from(files.map((path) => `${path} ${sha256(readFileSync(join(folder, path)))}`).join("\n")));
}

/** Numbers that look random and are the same every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const build = (out: string, codes: string, jobs: string): string[] => ["--out", out, "--codes", codes, "--jobs", jobs];

/** What may lie in a release's place: one of the two builds, whole. */
function wholeOnes(): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = KINDS.map((codes) => {
    const out = join(temporaryFolder(), "out");
    expect(ratebook(build(out, codes, "1")).status).toBe(0);
    return out;
  });
  return new Map(RELEASES.map((id) => [id, new Set(folders.map((out) => hashOf(join(out, id))))]));
}

/** Where each release is after a kill: in its place, or beside it, moved aside for the new one that had not come yet. */
function placesOf(out: string, id: string): string[] {
  if (existsSync(join(out, id))) return [join(out, id)];
  const aside = new RegExp(`^\\.ratebook-${id}\\.[0-9a-f]+\\.old$`);
  return readdirSync(out)
    .filter((name) => aside.test(name))
    .map((name) => join(out, name));
}

async function durationOf(out: string, jobs: string): Promise<number> {
  const begin = performance.now();
  await startRatebook(build(out, KINDS[0], jobs)).ended;
  return performance.now() - begin;
}

/** Kills a build sooner or later; returns whether it had not ended by itself. */
type Kill = (out: string, codes: string) => Promise<boolean>;

/** Kills after a part of the time that a build takes, which is at no particular step. */
function afterAWhile(jobs: string, firstMs: number): Kill {
  const next = dice(22511);
  let longest = firstMs;
  return async (out, codes) => {
    const begin = performance.now();
    const { child, ended } = startRatebook(build(out, codes, jobs));
    // The first third of a run is Node starting, when nothing can break.
    await Promise.race([sleep(longest * (0.3 + 0.7 * next())), ended]);
    const killed = child.kill("SIGKILL");
    // A machine with less to do than when the first run was timed is done before it is killed.
    if (!killed) longest = performance.now() - begin;
    await ended;
    return killed;
  };
}

/**
 * Steps before the last files of the first release: with the kills of one way both its files and its renames are met.
 * The two kinds of builds take turns and have five files more or less, so an even number more or less meets no rename.
 */
const SKIPPED_STEPS = 13;

/** Kills at one step after another, each file and each rename, and begins anew after the last. */
function atEachStep(): Kill {
  const imports = [fileURLToPath(new URL("../support/killed-at-step.mjs", import.meta.url))];
  let step = SKIPPED_STEPS;
  return async (out, codes) => {
    step += 1;
    const env = { KILLED_AT_STEP: String(step) };
    const killed = (await startRatebook(build(out, codes, "1"), { imports, env }).ended) === null;
    if (!killed) step = 0;
    return killed;
  };
}

/** Looks at the folder as a kill has left it, and answers how many releases had only been moved aside. */
function expectWhole(out: string, whole: ReadonlyMap<string, ReadonlySet<string>>): number {
  const places = RELEASES.map((id) => [id, ...placesOf(out, id)] as const);
  expect(places.map(([id, ...where]) => [id, where.length])).toEqual(RELEASES.map((id) => [id, 1]));
  for (const [id, place = ""] of places) expect([id, whole.get(id)?.has(hashOf(place))]).toEqual([id, true]);
  return places.filter(([id, place]) => place !== join(out, id)).length;
}

/** A run that nobody kills mends whatever there is to mend. */
function expectMended(out: string, codes: string): void {
  expect(ratebook(build(out, codes, "1"))).toMatchObject({ status: 0 });
  expect(verifyFolder(out, { shapes: false }).findings).toEqual([]);
  expect(readdirSync(out).sort()).toEqual([...RELEASES, "index.json"]);
}

describe("a build that is killed", () => {
  it(`leaves the old release or the new one, whole, ${KILLS} times`, async () => {
    const whole = wholeOnes();
    const out = join(temporaryFolder(), "out");
    // In one process, in a process for each release, and step by step.
    const ways = [
      afterAWhile("1", await durationOf(out, "1")),
      afterAWhile("2", await durationOf(out, "2")),
      atEachStep(),
    ];
    let [runs, kills, halfWritten, betweenRenames] = [0, 0, 0, 0];
    for (; kills < KILLS; runs += 1) {
      const codes = KINDS[runs % 2] as string;
      kills += Number(await ways[runs % ways.length]?.(out, codes));
      halfWritten += Number(readdirSync(out).some((name) => name.endsWith(".part")));
      betweenRenames += expectWhole(out, whole);
      if (runs % LEFT_TO_FINISH === 0) expectMended(out, codes);
    }
    expectMended(out, KINDS[0]);
    expect(Math.min(halfWritten, betweenRenames)).toBeGreaterThan(0);
    process.stderr.write(
      `killed ${kills} of ${runs} builds: ${halfWritten} while writing, ${betweenRenames} between two renames\n`,
    );
  });
});
