import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { ratebook } from "../support/command.ts";
import { ratebookHere } from "../support/in-process.ts";
import { acceptingAll, ascArchive, corrected22310, filesBelow, RefreshDesk } from "../support/refresh-desk.ts";

const KILLER = pathToFileURL(fileURLToPath(new URL("../support/killed-refresh.mjs", import.meta.url))).href;
const ASC_NAME = "january-2039-asc-addenda.zip";
const BRANCH = "refresh/2039A";
/** How many steps lie between two kills; EVERY_STEP=1 kills at each, which takes ten minutes. */
const STRIDE = process.env["EVERY_STEP"] === undefined ? 15 : 1;
/** What a refresh changes, beside the store. */
const CHANGED = ["registry", "out", "reports"];

afterEach(() => {
  useRegistry(undefined);
  vi.unstubAllEnvs();
});

/** A desk where January 2039 is applied, and a correction of it is among the downloads. */
class InterruptedDesk extends RefreshDesk {
  readonly saved = join(this.folder, "saved");
  private readonly seen = new Set<string>();
  private yes: readonly string[] = [];

  async prepare(): Promise<void> {
    this.download(ASC_NAME, await ascArchive("2039"));
    expect((await this.apply()).status).toBe(0);
    this.download(ASC_NAME, await ascArchive("2039", corrected22310));
    const { report } = await this.refresh();
    this.yes = ["--families", "asc", "--from", this.from, ...acceptingAll(report), "--apply", "--json"];
    for (const name of CHANGED) cpSync(join(this.folder, name), join(this.saved, name), { recursive: true });
  }

  restore(): void {
    for (const name of readdirSync(this.folder).filter((each) => CHANGED.includes(each) || each.startsWith(".")))
      rmSync(join(this.folder, name), { recursive: true });
    cpSync(this.saved, this.folder, { recursive: true });
  }

  /** Runs the refresh to a step; returns whether it was killed there. */
  killedAt(step: number): boolean {
    const env = { KILLED_AT_STEP: String(step), KILLED_IN: this.folder };
    const { status, stdout } = ratebook(["refresh", ...this.options, ...this.yes], { imports: [KILLER], env });
    if (status !== null) expect([step, status, status === 0 ? "" : stdout]).toEqual([step, 0, ""]);
    this.awaitGit();
    return status === null;
  }

  /** A git that the killed process had begun goes on to its end: as long as it works there is a lock. */
  private awaitGit(): void {
    const git = join(this.registry, ".git");
    const isLocked = (): boolean =>
      existsSync(git) && readdirSync(git, { recursive: true, encoding: "utf8" }).some((path) => path.endsWith(".lock"));
    for (let look = 0; look < 100 && isLocked(); look += 1)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }

  /** The rest of the way: the next refresh, which nobody kills. */
  async goOn(): Promise<string | undefined> {
    const { status, report, error } = await this.ask(...this.yes.filter((each) => each !== "--json"));
    expect([status, error]).toEqual([0, undefined]);
    return report?.state;
  }

  git(...args: readonly string[]): string {
    const { stdout } = spawnSync("git", ["-C", this.registry, ...args], { encoding: "utf8" });
    return stdout.trim();
  }

  /** What is registered, but for git's own files; the releases, but for the index, which a build writes last. */
  state(): { registry: string; out: string } {
    const filesOf = (folder: string) => Object.entries(filesBelow(folder, (path) => !path.startsWith(".git")));
    const registry = JSON.stringify(filesOf(this.registry));
    return { registry, out: JSON.stringify(filesOf(join(this.out, "2039A"))) };
  }

  /** Whether nobody has gone on yet from what a kill has left, but for names made by chance. */
  isNew(): boolean {
    const entries = readdirSync(this.folder, { recursive: true, encoding: "utf8" });
    const others = entries.filter((path) => !/^(?:saved|store|downloads)|\.git\/(?:objects|logs)\//.test(path));
    const masked = others.map((path) => path.replace(/run-\w{6}|\b[0-9a-f]{16}\b/g, "-"));
    const seen = JSON.stringify([masked.sort(), this.state()]);
    const isNew = !this.seen.has(seen);
    this.seen.add(seen);
    return isNew;
  }

  /** Nothing but whole things is left, and they belong together. */
  async expectWhole(): Promise<void> {
    expect(readdirSync(this.folder).sort()).toEqual(["downloads", "out", "registry", "reports", "saved", "store"]);
    expect(readdirSync(this.out).sort()).toEqual(["2039A", "index.json"]);
    expect((await ratebookHere("verify", this.out)).status).toBe(0);
  }
}

function oneOf<T>(seen: T, ...allowed: readonly T[]): void {
  expect(allowed).toContainEqual(seen);
}

describe("a refresh that is killed", { meta: { needs: "signals" } }, () => {
  it("leaves the folder of a registry as it was or as it will be, and the next one goes on", async () => {
    const desk = new InterruptedDesk();
    await desk.prepare();
    const before = desk.state();
    expect(await desk.goOn()).toBe("applied");
    const after = desk.state();
    let [step, finished, placed] = [0, 0, 0];
    for (let isKilled = true; isKilled; ) {
      step += STRIDE;
      desk.restore();
      isKilled = desk.killedAt(step);
      const listed = await ratebookHere("releases", "--registry", desk.registry);
      expect([step, listed.status]).toEqual([step, 0]);
      oneOf(desk.state().registry, before.registry, after.registry);
      if (existsSync(join(desk.out, "2039A"))) oneOf(desk.state().out, before.out, after.out);
      placed += Number(desk.state().registry === after.registry);
      if (!desk.isNew()) continue;
      finished += Number((await desk.goOn()) === "applied");
      expect([step, desk.state()]).toEqual([step, after]);
      await desk.expectWhole();
      const report = await ratebookHere("diff", join(desk.saved, "out/2039A"), join(desk.out, "2039A"), "--json");
      expect(report.stdout).toContain("140.81");
      expect(filesBelow(desk.to)["pull-request.md"]).not.toBe(
        filesBelow(join(desk.saved, "reports"))["pull-request.md"],
      );
    }
    expect([finished > 10 / STRIDE, placed > 1 / STRIDE]).toEqual([true, true]);
    process.stderr.write(
      `killed at ${step - 1} steps: ${placed} times with the registry in place, gone on ${finished} times\n`,
    );
  });

  it("leaves a repository as it was or with the whole branch, and the next one goes on", async () => {
    for (const role of ["AUTHOR", "COMMITTER"]) {
      vi.stubEnv(`GIT_${role}_NAME`, "a");
      vi.stubEnv(`GIT_${role}_EMAIL`, "a@b");
    }
    const desk = new InterruptedDesk();
    await desk.prepare();
    desk.git("init", "-q", "-b", "main");
    desk.git("add", "-A");
    desk.git("commit", "-qm", "begin");
    rmSync(join(desk.saved, "registry"), { recursive: true });
    cpSync(desk.registry, join(desk.saved, "registry"), { recursive: true });
    const before = desk.state();
    expect(await desk.goOn()).toBe("applied");
    const [after, tree] = [desk.state(), desk.git("rev-parse", `${BRANCH}^{tree}`)];
    let [step, branched] = [0, 0];
    for (let isKilled = true; isKilled; ) {
      step += STRIDE;
      desk.restore();
      isKilled = desk.killedAt(step);
      expect([step, desk.state().registry, desk.git("status", "--porcelain")]).toEqual([step, before.registry, ""]);
      if (existsSync(join(desk.out, "2039A"))) oneOf(desk.state().out, before.out, after.out);
      const made = desk.git("rev-parse", "--verify", "--quiet", `${BRANCH}^{tree}`);
      oneOf(made, "", tree);
      branched += Number(made === tree);
      if (!desk.isNew()) continue;
      expect([step, await desk.goOn()]).toEqual([step, "applied"]);
      expect([step, desk.state(), desk.git("rev-parse", `${BRANCH}^{tree}`)]).toEqual([step, after, tree]);
      await desk.expectWhole();
      expect(desk.git("worktree", "list").split("\n")).toHaveLength(1);
      expect(existsSync(join(desk.registry, ".git/ratebook-refresh"))).toBe(false);
    }
    expect(branched).toBeGreaterThan(1 / STRIDE);
    process.stderr.write(`killed at ${step - 1} steps: ${branched} times with the branch in place\n`);
  });
});
