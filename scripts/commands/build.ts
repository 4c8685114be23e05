import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { validateLookUpSources } from "../../pipelines/sources/sources.ts";
import { type BuildArguments, outFolder, parallelJobs, parseSettings } from "../build/build-arguments.ts";
import { DEFAULT_CODES } from "../build/code-selection.ts";
import { onInterrupt } from "../build/interrupt.ts";
import { jobsOf } from "../build/jobs.ts";
import { type Outcome, wasBuilt } from "../build/outcome.ts";
import { poolFor } from "../build/pool.ts";
import type { RunContext } from "../build/run-job.ts";
import { timingReport } from "../build/timings.ts";
import { serve } from "../build/worker.ts";
import { recover } from "../out/leftovers.ts";
import { type Lock, lockFolder, waitingFor } from "../out/lock.ts";
import { prepareOut } from "../out/out-guard.ts";
import { writeIndex } from "../out/out-index.ts";
import { printJson, printText } from "../print/print-outcomes.ts";
import { progressFor } from "../print/progress.ts";
import { TERMINAL, type Terminal } from "../print/terminal.ts";
import { exitCodeOf, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { collect, collectList, collectReleases } from "../program/option-values.ts";

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

/** Returns the exit code; 1 also for a release without a table that could not be read. What is wrong with the command is thrown. */
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
    return exitCodeOf(outcomes.flatMap(({ problems, unreadable = [] }) => [...problems, ...unreadable]));
  } finally {
    lock?.release();
    prepared.undo();
  }
}

const EXAMPLES = helpEnd([
  ["ratebook build", "the embedded excerpts, into out/"],
  ["ratebook build --from ~/cms --release 2025A", "a whole release from CMS's own files, into out-local/"],
  ["ratebook build --from ~/cms --release 2025A --require pfs,gpci,opps,asc"],
  ["ratebook build --from ~/cms --all-releases", "every release whose files are there, several at a time"],
  ["ratebook build --json", "prints the result as JSON, and nothing else"],
]);

/** Declares `worker` too, which a build of several releases at a time starts for each. */
export function addBuild(program: Command): void {
  program
    .command("build", { isDefault: true })
    .helpGroup("Build")
    .summary("read CMS's files, check every rate, write JSON (default)")
    .description("Reads CMS's files, computes and checks every rate, and writes versioned JSON.")
    .option("--from <folder>", "folder of CMS's files, searched with its subfolders, zips read in place")
    .option("--release <id>", "release by CMS's letter, such as 2025A; may be repeated", collectReleases)
    .option("--out <folder>", "folder to write to (default: out, or out-local with --from)")
    .option("--codes <codes>", "codes that get a document each: codes, ranges, or a file of them", DEFAULT_CODES)
    .option("--require <sources>", "fail unless these are there: pfs,gpci,opps,asc")
    .option("--accept-finding <check:key=reason>", "build in spite of one finding in an unpinned file", collect)
    .option("--without <sources>", "build a partial release without these: opps,asc, or 2026A:pfs", collectList)
    .option("--overwrite", "replace a release that is there by one with fewer tables or rows")
    .option("--all-releases", "every registered release whose files are in the folder, superseded revisions included")
    .option("--jobs <number>", "releases to build at a time (default: number of processors; 1 for embedded releases)")
    .option("--format <format>", "read csv, txt or xlsx where CMS ships several (default: csv, then txt, then xlsx)")
    .option("--allow-unpinned", "also read files that the registry does not pin; the manifest records them")
    .option("--pick <part>", "part of a path that settles which of several unregistered files is meant", collectList)
    .option("--json", "print the result as JSON, with every problem; errors too")
    .option("--quiet", "print problems only")
    .option("--timings", "print milliseconds by stage and peak memory as JSON to stderr")
    .addHelpText("after", EXAMPLES)
    .action(async (options: BuildArguments) => exitWith(await build(options, TERMINAL)));
  program.command("worker", { hidden: true }).action(serve);
}
