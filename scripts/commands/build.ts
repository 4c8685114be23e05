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

/** Builds every release. Restores the terminal, even after an error. */
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
    // Also where none is reported: a process may have put a release in place just before it was ended.
    writeIndex(out);
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

/** Returns the exit code: also 1 when a release lacks an unreadable table. Throws for a wrong command. */
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
    const leftOut = writeIndex(out);
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
  ["ratebook build --from ~/cms --all-releases", "every release with files in the folder, several at a time"],
  ["ratebook build --json", "prints the result as JSON only"],
]);

/** Declares `build`, and the `worker` processes of a build of several releases at a time. */
export function addBuild(program: Command): void {
  program
    .command("build", { isDefault: true })
    .helpGroup("Build")
    .summary("read CMS's files, check every rate, write JSON (default)")
    .description("Reads CMS's files, computes and checks every rate, and writes versioned JSON.")
    .option("--from <folder>", "folder of CMS's files; subfolders and zips are searched too")
    .option("--release <id>", "release by CMS's letter, such as 2025A; may be repeated", collectReleases)
    .option("--out <folder>", "folder to write to (default: out, or out-local with --from)")
    .option(
      "--codes <codes>",
      "codes that get a document of their own: codes, ranges, or a file of them",
      DEFAULT_CODES,
    )
    .option("--require <sources>", "fail when one of these is missing: pfs,gpci,opps,asc")
    .option(
      "--accept <check:key=reason>",
      "build despite a finding in a file that is not registered, by its key; repeatable",
      collect,
    )
    .option("--without <sources>", "build a partial release without these: opps,asc, or 2026A:pfs", collectList)
    .option("--with <sources>", "also read what is read only on request: ncci, ncci-ptp", collectList)
    .option("--overwrite", "replace an existing release even with fewer tables or rows")
    .option("--all-releases", "every registered release with files in the folder, superseded revisions included")
    .option("--jobs <number>", "releases to build at a time (default: number of processors; 1 for embedded releases)")
    .option(
      "--format <format>",
      "format to read where CMS publishes several: csv, txt or xlsx (default: in this order)",
    )
    .option("--allow-unregistered", "also build a release that is not registered; its figures are marked as unverified")
    .option("--allow-changed", "also read files whose bytes are not the registered ones; the manifest records them")
    .option("--pick <part>", "part of the path of the right file, where several unregistered files fit", collectList)
    .option("--json", "print the result, every problem and any error as JSON")
    .option("--quiet", "print problems only")
    .option("--timings", "print milliseconds by stage and peak memory to stderr, as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: BuildArguments) => exitWith(await build(options, TERMINAL)));
  program.command("worker", { hidden: true }).action(serve);
}
