import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuiltRelease, buildRelease } from "../../pipelines/build-release.ts";
import { collecting } from "../../pipelines/shared/problems.ts";
import type { Problem } from "../../schemas/place.ts";
import { SourceName } from "../../schemas/source/release.ts";
import { chooseCodes, parseCodes } from "../lib/code-selection.ts";
import { type Job, type JobArguments, jobsOf, parseFormat } from "../lib/jobs.ts";
import { recover, writeIndex, writeRelease } from "../lib/out-folder.ts";
import { problemLines } from "../lib/problem-report.ts";
import { type Progress, progressFor } from "../lib/progress.ts";
import { type FamilyRow, familyRows, familyTable, releaseLines } from "../lib/summary.ts";
import { coloursFor, type Terminal } from "../lib/terminal.ts";
import { Timings } from "../lib/timings.ts";
import { UsageError } from "../lib/usage-error.ts";

/** Options of `ratebook build` as commander hands them over. */
export interface BuildArguments extends JobArguments {
  readonly out?: string;
  readonly codes: string;
  readonly require?: string;
  readonly format?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly timings?: boolean;
}

/** How many codes the closing table shows; all of them are in the output. */
const TABLE_ROWS = 12;

interface Outcome {
  readonly id: string;
  readonly built: BuiltRelease | undefined;
  readonly problems: readonly Problem[];
  readonly family: readonly FamilyRow[];
}

function requiredSources(text: string | undefined): SourceName[] {
  const names = (text ?? "").split(",").filter((name) => name !== "");
  return names.map((name) => {
    const parsed = SourceName.safeParse(name);
    if (parsed.success) return parsed.data;
    throw new UsageError(`--require: "${name}" is no source; sources are ${SourceName.options.join(", ")}`);
  });
}

/** The repository's own `out/` for the embedded releases, a git-ignored folder for whole ones. */
function outFolder(options: BuildArguments): string {
  if (options.out !== undefined) return options.out;
  return options.from === undefined ? fileURLToPath(new URL("../../out", import.meta.url)) : "out-local";
}

/** The folder as a person would type it from here. */
function typed(folder: string): string {
  const near = relative(process.cwd(), folder);
  return near.startsWith("..") ? folder : near;
}

async function runJob(
  job: Job,
  options: BuildArguments,
  out: string,
  progress: Progress,
  timings: Timings,
): Promise<Outcome> {
  const problems: Problem[] = [];
  let chosen: readonly string[] = [];
  const choose = chooseCodes(parseCodes(options.codes));
  const built = await collecting(problems, async () => {
    const { release, downloads } = await job.open();
    return await buildRelease(release, downloads, {
      chooseCodes: (known, found) => {
        chosen = choose(known, found);
        return chosen;
      },
      required: requiredSources(options.require),
      allowUnpinned: options.allowUnpinned === true,
      format: parseFormat(options.format),
      onStage: (stage) => {
        timings.begin(stage);
        progress.stage(job.id, stage);
      },
    });
  });
  problems.push(...(built?.problems ?? []));
  if (built !== undefined && problems.length === 0) await writeRelease(out, job.id, built.outputs);
  timings.end();
  progress.finish(job.id, problems.length === 0);
  return { id: job.id, built, problems, family: built === undefined ? [] : familyRows(built, chosen) };
}

function printOutcome({ id, built, problems }: Outcome, out: string, quiet: boolean, terminal: Terminal): void {
  if (problems.length > 0) {
    terminal.note(problemLines(problems).join("\n"));
    terminal.note(`${id} was not built; what lay in ${out}/${id} before is untouched`);
  } else if (built !== undefined && !quiet) {
    terminal.result(`${releaseLines(built).join("\n")}\n`);
  }
}

function printFamily({ id, family }: Outcome, terminal: Terminal): void {
  if (family.length === 0) return;
  const colours = coloursFor(process.stdout);
  const [heading = "", ...lines] = familyTable(family.slice(0, TABLE_ROWS));
  const more = family.length > TABLE_ROWS ? [`... and ${family.length - TABLE_ROWS} more codes`] : [];
  const body = [...lines, ...more].map((line) => `       ${line}`).join("\n");
  terminal.result(`${colours.bold(`${id}  ${heading}`)}\n${body}\n`);
}

function printText(outcomes: readonly Outcome[], out: string, quiet: boolean, terminal: Terminal): void {
  for (const outcome of outcomes) printOutcome(outcome, out, quiet, terminal);
  const built = outcomes.filter((outcome) => outcome.problems.length === 0);
  if (quiet || built.length === 0) return;
  for (const outcome of built) printFamily(outcome, terminal);
  terminal.result(`The output lies in ${out}/`);
}

function printJson(outcomes: readonly Outcome[], out: string, terminal: Terminal): void {
  const releases = outcomes.map(({ id, built, problems, family }) => ({
    release: id,
    built: problems.length === 0,
    problems,
    missing: built?.book.inputs.missing ?? [],
    checks: built?.report.results.map(({ id: check, ran, checked, held, excepted }) => ({
      check,
      ran,
      checked,
      held,
      excepted,
    })),
    codes: family,
  }));
  terminal.result(JSON.stringify({ out, releases }, null, 2));
}

/**
 * Builds releases and prints what came of it.
 *
 * @returns the exit code: 0 when every release was built, 1 when one had problems
 */
export async function build(options: BuildArguments, terminal: Terminal): Promise<number> {
  const out = typed(outFolder(options));
  const todo = jobsOf(options);
  recover(out);
  const progress = await progressFor(terminal, options.quiet === true || options.json === true);
  const outcomes: Outcome[] = [];
  const timings = new Timings();
  for (const job of todo) outcomes.push(await runJob(job, options, out, progress, timings));
  progress.close();
  if (options.timings === true) terminal.note(JSON.stringify(timings.report()));
  if (outcomes.some((outcome) => outcome.problems.length === 0)) writeIndex(out);
  if (options.json === true) printJson(outcomes, out, terminal);
  else printText(outcomes, out, options.quiet === true, terminal);
  return outcomes.every((outcome) => outcome.problems.length === 0) ? 0 : 1;
}
