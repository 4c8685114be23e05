import { existsSync } from "node:fs";
import { join } from "node:path";
import { validateLookUpSources } from "../../pipelines/sources/sources.ts";
import { type BuildArguments, outFolder, parallelJobs, parseSettings } from "../build/build-arguments.ts";
import { onInterrupt } from "../build/interrupt.ts";
import { jobsOf } from "../build/jobs.ts";
import { lacksTable, type Outcome, wasBuilt } from "../build/outcome.ts";
import { poolFor } from "../build/pool.ts";
import type { RunContext } from "../build/run-job.ts";
import { timingReport } from "../build/timings.ts";
import { recover } from "../out/leftovers.ts";
import { type Lock, lockFolder, waitingFor } from "../out/lock.ts";
import { prepareOut } from "../out/out-guard.ts";
import { writeIndex } from "../out/out-index.ts";
import { printJson, printText } from "../print/print-outcomes.ts";
import { progressFor } from "../print/progress.ts";
import type { Terminal } from "../print/terminal.ts";

/** Builds every release, and leaves the terminal as it was, whatever happens. */
async function buildAll(
  ids: readonly string[],
  lanes: number,
  context: RunContext,
  terminal: Terminal,
): Promise<Outcome[]> {
  const { options, out } = context;
  const progress = await progressFor(terminal, options.quiet === true || options.json === true, ids);
  const pool = poolFor(ids, lanes, context, progress);
  const forget = onInterrupt(async () => {
    progress.close();
    const built = (await pool.stop()).filter(wasBuilt);
    recover(out, "everybody");
    if (built.length > 0) writeIndex(out);
    terminal.note(`ratebook: interrupted; ${built.length} of ${ids.length} releases were built into ${out}/`);
  });
  try {
    return await pool.run();
  } finally {
    progress.close();
    forget();
    recover(out, "everybody");
  }
}

/**
 * Builds releases and prints what came of it.
 *
 * @returns the exit code: 0 when every release was built, 1 when one had problems, or lacks a table that could not be read
 * @throws UsageError or InputFault, before anything is built, when the command cannot be carried out as it was given
 */
export async function build(options: BuildArguments, terminal: Terminal): Promise<number> {
  const startMs = performance.now();
  validateLookUpSources();
  const settings = parseSettings(options);
  const out = outFolder(options);
  const jobs = jobsOf(options);
  const ids = jobs.ids();
  const lanes = parallelJobs(options, ids.length);
  const prepared = prepareOut(out, ids, options.from);
  let lock: Lock | undefined;
  try {
    lock = await lockFolder(out, (holder) => terminal.note(waitingFor(holder, out)));
    recover(out, "everybody");
    const outcomes = await buildAll(ids, lanes, { jobs, options, settings, out }, terminal);
    // Also when nothing was built: a run that was killed may have left the index behind its releases.
    const leftOut = outcomes.some(wasBuilt) || existsSync(join(out, "index.json")) ? writeIndex(out) : [];
    const result = { out, outcomes, leftOut };
    if (options.json === true) printJson(result, terminal);
    else printText(result, options, terminal);
    if (options.timings === true) terminal.note(JSON.stringify(timingReport(startMs, outcomes)));
    return outcomes.every((each) => wasBuilt(each) && !lacksTable(each)) ? 0 : 1;
  } finally {
    lock?.release();
    prepared.undo();
  }
}
