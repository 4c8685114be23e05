import type { Progress } from "../print/progress.ts";
import { type Outcome, wasBuilt } from "./outcome.ts";
import { type RunContext, runJob } from "./run-job.ts";
import { startWorker, type Worker } from "./worker.ts";

/** Builds the releases of a run, one or several at a time. */
export interface Pool {
  /** Outcomes in the order of the releases. Never throws. */
  readonly run: () => Promise<Outcome[]>;
  /** Ends every process of the run at once; returns the finished outcomes. */
  readonly stop: () => Promise<Outcome[]>;
}

/**
 * Makes a pool. A single lane builds in this process. Several lanes build in processes of their own, so that one that
 * runs out of memory does not stop the others. Where no process can be started, this one builds the rest.
 *
 * @param ids releases to build
 * @param lanes number of releases at a time
 */
export function poolFor(ids: readonly string[], lanes: number, context: RunContext, progress: Progress): Pool {
  const waiting = [...ids];
  const outcomes = new Map<string, Outcome>();
  const workers = new Set<Worker>();
  let stopped = false;

  const finished = (): Outcome[] => ids.flatMap((id) => outcomes.get(id) ?? []);
  const keep = (outcome: Outcome): void => {
    if (stopped) return;
    outcomes.set(outcome.id, outcome);
    progress.finish(outcome.id, wasBuilt(outcome));
  };

  async function hire(): Promise<Worker | undefined> {
    const worker = await startWorker(context.options, context.out);
    if (worker !== undefined) workers.add(worker);
    return worker;
  }

  /** Builds releases until none is left. Replaces a worker that died. */
  async function lane(): Promise<void> {
    let worker = await hire();
    while (worker !== undefined && !stopped) {
      const id = waiting.shift();
      if (id === undefined) break;
      keep(await worker.run(id, (stage) => progress.stage(id, stage)));
      if (!worker.isAlive()) worker = await hire();
    }
    await worker?.kill();
  }

  async function here(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined && !stopped; id = waiting.shift()) {
      const building = id;
      keep(await runJob(building, context, (stage) => progress.stage(building, stage)));
    }
  }

  return {
    run: async () => {
      if (lanes > 1) await Promise.all(Array.from({ length: lanes }, lane));
      await here();
      return finished();
    },
    stop: async () => {
      stopped = true;
      await Promise.all([...workers].map((worker) => worker.kill()));
      return finished();
    },
  };
}
