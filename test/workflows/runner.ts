import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/documents.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { FAKE_RATEBOOK, writeFakeCommands } from "./fake-commands.ts";
import { type Job, jobsOf, type Step } from "./workflow-file.ts";

const JOBS = jobsOf(".github/workflows/refresh.yml");

/** What a step reads of the run: the names of expressions, with their values. */
type Values = Readonly<Record<string, string>>;

/** What a job has printed, its outputs, and whether it failed. */
interface Ran {
  readonly failed: boolean;
  readonly printed: string;
  readonly summary: string;
  readonly outcome: string;
}

const EXPRESSION = /\$\{\{ (.*?) \}\}/g;

function filledIn(text: string, values: Values): string {
  return text.replaceAll(EXPRESSION, (_, name: string) => {
    const value = valueNamed(name, values);
    if (value === undefined) throw new Error(`the test has no value of ${name}`);
    return value;
  });
}

/** The environment of the step that asks CMS: an input that nobody gave is empty, as the schedule's is. */
function valueNamed(name: string, values: Values): string | undefined {
  const [, input] = /^inputs\.(\w+)(?: \|\| env\.\w+)?$/.exec(name) ?? [];
  return input === undefined ? values[name] : (values[input] ?? "");
}

/** Evaluates the conditions that refresh.yml has, and no others. */
function holds(condition: string | undefined, failed: boolean, values: Values): boolean {
  if (condition === "always()") return true;
  if (failed) return false;
  if (condition === undefined) return true;
  const [, name = "", wanted] = /^([\w.]+) == '(\w+)'$/.exec(condition) ?? [];
  if (wanted === undefined) throw new Error(`the test cannot decide ${condition}`);
  return values[name] === wanted;
}

/**
 * Runs the jobs of refresh.yml as GitHub does: each `run` in a shell of its own, with the environment of its job and
 * step. Actions of others are not run: the checkout, the cache and the artifact are folders here.
 */
export class Runner {
  readonly folder = temporaryFolder();
  /** The repository on GitHub. */
  readonly remote = join(this.folder, "remote.git");
  readonly state = join(this.folder, "state");
  private checkout = join(this.folder, "checkout");
  private temp = join(this.folder, "temp");
  private runs = 0;
  private values: Values = {};

  private readonly extra: Values;

  /** @param extra environment of every step, beside that of the workflow */
  constructor(extra: Values = {}) {
    this.extra = extra;
    mkdirSync(this.state);
    writeFakeCommands(join(this.folder, "bin"));
  }

  /** A repository with our scripts, and a ratebook that does what `plan` says. */
  static withFakeRatebook(): Runner {
    const runner = new Runner();
    const work = join(runner.folder, "work");
    cpSync(join(ROOT, ".github"), join(work, ".github"), { recursive: true });
    for (const name of ["scripts", "sources", "docs"]) mkdirSync(join(work, name));
    writeFileSync(join(work, "scripts/ratebook.mjs"), FAKE_RATEBOOK);
    writeFileSync(join(work, "sources/calendar.json"), "{}\n");
    writeFileSync(join(work, "docs/releases.md"), "2026A\n");
    runner.git("init -q -b main", work);
    runner.git("add -A", work);
    runner.git("commit -qm everything", work);
    runner.publish(work);
    return runner;
  }

  /** Makes the remote a copy of a repository. */
  publish(work: string): void {
    this.git(`clone -q --bare "${work}" "${this.remote}"`, this.folder);
  }

  /** What the fake ratebook does when it looks, and when it applies. */
  plan(script: { look: object; apply?: object }): void {
    writeFileSync(join(this.state, "ratebook.json"), JSON.stringify(script));
  }

  git(args: string, cwd = this.remote): string {
    const env = { ...process.env, ...this.identity(), GIT_CONFIG_GLOBAL: "/dev/null" };
    const { status, stdout, stderr } = spawnSync(`git ${args}`, { cwd, env, shell: true, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args}: ${stderr}`);
    return stdout.trim();
  }

  /** What the fake commands were asked for, in order. */
  get log(): string[] {
    const path = join(this.state, "log");
    return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  }

  get pulls(): { title: string; body: string; base: string; head: string; state: string }[] {
    const path = join(this.state, "pulls.json");
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
  }

  /** Text of a file of the artifact. */
  artifact(path: string): string {
    return readFileSync(join(this.folder, "artifact", path), "utf8");
  }

  /** Runs a whole run of the workflow: job refresh, then job propose when its condition holds. */
  async workflow(inputs: Values = {}): Promise<{ refresh: Ran; propose: Ran | undefined }> {
    const refresh = await this.refresh(inputs);
    const isDue = !refresh.failed && refresh.outcome === "applied";
    return { refresh, propose: isDue ? await this.propose() : undefined };
  }

  async refresh(inputs: Values = {}): Promise<Ran> {
    const ran = await this.job("refresh", inputs);
    const artifact = join(this.folder, "artifact");
    rmSync(artifact, { recursive: true, force: true });
    mkdirSync(artifact);
    for (const name of ["report.md", "refresh"])
      if (existsSync(join(this.temp, name))) cpSync(join(this.temp, name), join(artifact, name), { recursive: true });
    return ran;
  }

  async propose(): Promise<Ran> {
    return await this.job("propose", { "needs.refresh.outputs.artifact": "https://github.example/artifact" });
  }

  async job(name: string, values: Values): Promise<Ran> {
    const job = JOBS.get(name);
    if (job === undefined) throw new Error(`refresh.yml has no job ${name}`);
    this.begin(values);
    if (name === "propose") cpSync(join(this.folder, "artifact"), join(this.temp, "artifact"), { recursive: true });
    let [failed, printed] = [false, ""];
    for (const step of job.steps) {
      if (step.fields["run"] === undefined || !holds(step.fields["if"], failed, this.values)) continue;
      const done = await this.step(job, step);
      printed += done.printed;
      failed = failed || done.code !== 0;
    }
    const outcome = this.values["steps.refresh.outputs.outcome"] ?? "";
    return { failed, printed, summary: readFileSync(join(this.temp, "summary"), "utf8"), outcome };
  }

  private identity(): Values {
    const email = "person@example.org";
    return {
      ...{ GIT_AUTHOR_NAME: "a person", GIT_AUTHOR_EMAIL: email },
      ...{ GIT_COMMITTER_NAME: "a person", GIT_COMMITTER_EMAIL: email },
    };
  }

  /** A clean machine with a checkout of the last commit, without the history. */
  private begin(values: Values): void {
    this.runs += 1;
    this.checkout = join(this.folder, `checkout-${this.runs}`);
    this.temp = join(this.folder, `temp-${this.runs}`);
    mkdirSync(this.temp);
    this.git(`clone -q --depth 1 "file://${this.remote}" "${this.checkout}"`, this.folder);
    for (const name of ["output", "summary"]) writeFileSync(join(this.temp, name), "");
    this.values = {
      "github.server_url": "https://github.example",
      "github.repository": "owner/ratebook",
      "github.token": "the token",
      "github.ref_name": "main",
      "github.sha": this.git("rev-parse HEAD", this.checkout),
      "github.run_id": String(this.runs),
      ...values,
    };
  }

  private async step(job: Job, { fields, env }: Step): Promise<{ code: number | null; printed: string }> {
    const given = Object.entries({ ...job.env, ...env }).map(([name, text]) => [name, filledIn(text, this.values)]);
    const child = spawn("bash", ["-e", "-c", fields["run"] ?? ""], {
      cwd: this.checkout,
      env: {
        PATH: `${join(this.folder, "bin")}:${process.env["PATH"]}`,
        HOME: this.temp,
        GIT_CONFIG_GLOBAL: "/dev/null",
        FAKE_STATE: this.state,
        RUNNER_TEMP: this.temp,
        GITHUB_OUTPUT: join(this.temp, "output"),
        GITHUB_STEP_SUMMARY: join(this.temp, "summary"),
        ...this.extra,
        ...Object.fromEntries(given),
      },
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
      });
    const [code] = (await once(child, "close")) as [number | null];
    const outputs = readFileSync(join(this.temp, "output"), "utf8").trim().split("\n");
    const added = outputs
      .map((line) => line.split("="))
      .map(([name, value = ""]) => [`steps.${fields["id"]}.outputs.${name}`, value]);
    this.values = { ...this.values, ...Object.fromEntries(added) };
    return { code, printed };
  }
}
