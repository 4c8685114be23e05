import { type ChildProcess, fork } from "node:child_process";
import type { Stage } from "../../pipelines/build-release.ts";
import { recover } from "../out/leftovers.ts";
import { STARTER } from "../program/packed.ts";
import { registryArguments } from "../program/registry-folder.ts";
import { UsageError } from "../program/usage-error.ts";
import { type BuildArguments, parseSettings } from "./build-arguments.ts";
import { jobsOf } from "./jobs.ts";
import type { Outcome } from "./outcome.ts";
import { type RunContext, runJob } from "./run-job.ts";

/** A worker's task: one release. */
interface Task {
  readonly id: string;
  readonly options: BuildArguments;
  readonly out: string;
}

/** What a worker reports: that it is ready, its stage, its outcome. */
type Report = { readonly ready: true } | { readonly stage: Stage } | { readonly outcome: Outcome };

/** A process of its own that builds one release after another. */
export interface Worker {
  readonly run: (id: string, onStage: (stage: Stage) => void) => Promise<Outcome>;
  /** False once the process has ended. */
  readonly isAlive: () => boolean;
  /** Ends the process at once, and waits until it has ended. */
  readonly kill: () => Promise<void>;
}

const NODE_OPTIONS = ["--expose-gc"];
/** Most characters of a process's last output that are shown. */
const LAST_WORDS = 2000;

function ended(id: string, pid: number, how: string, words: string): Outcome {
  const message = `the process that built the release ended (${how})${words === "" ? "" : `; its last output: ${words.trim()}`}`;
  const cure = "Build the release alone with --release; if memory ran out, lower --jobs";
  const problem = { code: "release.process-ended", place: { file: id }, message, cure };
  return { id, problems: [problem], family: [], spent: { pid, ms: 0, stagesMs: {}, peakMb: 0 } };
}

function lastWords(child: ChildProcess): () => string {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  return () => words;
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

function ask(child: ChildProcess, task: Task, words: () => string, onStage: (stage: Stage) => void): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      child.off("message", hear).off("close", close);
      resolve(outcome);
    };
    const close = (code: number | null, signal: string | null): void =>
      settle(ended(task.id, child.pid ?? 0, signal ?? `exit code ${code}`, words()));
    const hear = (report: Report): void => {
      if ("stage" in report) onStage(report.stage);
      else if ("outcome" in report) settle(report.outcome);
    };
    child.on("message", hear).on("close", close);
    child.send(task, () => {});
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (!isAlive(child)) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** Starts a worker; undefined where no process can be started. */
export function startWorker(options: BuildArguments, out: string): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    try {
      const child = fork(STARTER, ["worker", ...registryArguments()], {
        execArgv: NODE_OPTIONS,
        stdio: ["ignore", "ignore", "pipe", "ipc"],
      });
      const words = lastWords(child);
      child.once("error", () => resolve(undefined)).once("exit", () => resolve(undefined));
      child.once("message", () =>
        resolve({
          run: (id, onStage) => ask(child, { id, options, out }, words, onStage),
          isAlive: () => isAlive(child),
          kill: () => kill(child),
        }),
      );
    } catch {
      resolve(undefined);
    }
  });
}

/** A worker whose parent was killed must not write a release: the parent's lock no longer guards the folder. */
function contextOf({ options, out }: Task): RunContext {
  const parent = process.ppid;
  const isWanted = (): boolean => process.ppid === parent;
  return { jobs: jobsOf(options), settings: parseSettings(options), options, out, isWanted };
}

/**
 * The worker's side: builds one release after another. Ctrl-C also reaches the worker, which leaves it to its parent to
 * stop it. The worker ends with its parent.
 */
export function serve(): void {
  if (process.send === undefined)
    throw new UsageError("`worker` is not for users: `ratebook build` starts workers itself");
  const send = (report: Report): boolean | undefined => process.send?.(report);
  let context: RunContext | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
  process.on("disconnect", () => {
    if (context !== undefined) recover(context.out, "own");
    process.exit();
  });
  process.on("message", (task: Task) => {
    context ??= contextOf(task);
    void runJob(task.id, context, (stage) => send({ stage })).then((outcome) => {
      send({ outcome });
      // Frees the 200 MB of this release before the next one: the peak is a third lower.
      globalThis.gc?.();
    });
  });
  send({ ready: true });
}
