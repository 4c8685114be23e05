import { existsSync } from "node:fs";
import { join } from "node:path";
import { shortened } from "../../pipelines/problems/problems.ts";
import { registryInUse } from "../../pipelines/sources/read-source.ts";
import type { BuildArguments } from "../build/build-arguments.ts";
import { lacksTable, type Outcome, wasBuilt } from "../build/outcome.ts";
import type { LeftOut } from "../out/out-index.ts";
import { registryShown } from "../program/registry-folder.ts";
import { archiveTable } from "./archive-table.ts";
import { nextSteps } from "./next-steps.ts";
import { problemLines } from "./problem-report.ts";
import { familyTable } from "./summary.ts";
import { coloursFor, jsonText, type Terminal } from "./terminal.ts";

/** Most codes in the closing table; the output has all. */
const TABLE_ROWS = 12;

/** A registry decides what the files mean, so a build says that it used one. */
function registryLine(): string[] {
  return registryInUse() === undefined ? [] : [`It was built with the registry in ${registryShown()}/`];
}

/** The result of a run. */
export interface Result {
  readonly out: string;
  readonly outcomes: readonly Outcome[];
  readonly leftOut: readonly LeftOut[];
}

function printProblems({ id, problems }: Outcome, out: string, terminal: Terminal): void {
  const folder = join(out, id);
  const rest = existsSync(folder) ? `${folder} is unchanged` : "nothing was written";
  terminal.note([...problemLines(problems), `${id} was not built; ${rest}`, ""].join("\n"));
}

function printUnreadable({ id, unreadable = [], summary }: Outcome, terminal: Terminal): void {
  const sources = summary?.missing.filter(({ kind }) => kind === "unreadable").map(({ source }) => source) ?? [];
  const without = `${id} was built without ${sources.join(" and ")}. To accept this, add --without ${sources.join(",")}`;
  terminal.note([...problemLines(unreadable), without, ""].join("\n"));
}

function printFamily({ id, family }: Outcome, terminal: Terminal): void {
  if (family.length === 0) return;
  const colours = coloursFor(process.stdout);
  const [heading = "", ...lines] = familyTable(family.slice(0, TABLE_ROWS));
  const more = family.length > TABLE_ROWS ? [`... and ${family.length - TABLE_ROWS} more codes`] : [];
  const body = [...lines, ...more].map((line) => `       ${line}`).join("\n");
  terminal.result(`${colours.bold(`${id}  ${heading}`)}\n${body}\n`);
}

function printReleases(built: readonly Outcome[], terminal: Terminal): void {
  for (const { summary } of built) terminal.result(`${summary?.lines.join("\n")}\n`);
  for (const outcome of built) printFamily(outcome, terminal);
}

function printArchive(outcomes: readonly Outcome[], terminal: Terminal): void {
  terminal.result([...archiveTable(outcomes, coloursFor(process.stdout)), ""].join("\n"));
}

/** Prints a run as text: problems to stderr, releases to stdout, with --all-releases one line each. */
export function printText({ out, outcomes, leftOut }: Result, options: BuildArguments, terminal: Terminal): void {
  for (const outcome of outcomes.filter((each) => !wasBuilt(each))) printProblems(outcome, out, terminal);
  for (const outcome of outcomes.filter((each) => wasBuilt(each) && lacksTable(each)))
    printUnreadable(outcome, terminal);
  for (const { folder, reason } of leftOut) terminal.note(`${join(out, folder)} is not in the index: ${reason}`);
  if (options.quiet === true) return;
  const built = outcomes.filter(wasBuilt);
  if (options.allReleases === true) printArchive(outcomes, terminal);
  else printReleases(built, terminal);
  if (built.length > 0)
    terminal.result([`The output is in ${out}/`, ...registryLine(), ...nextSteps(out, built)].join("\n"));
}

/** Prints a run as JSON, without times, so that the same input gives the same bytes. */
export function printJson({ out, outcomes, leftOut }: Result, terminal: Terminal): void {
  const releases = outcomes.map((outcome) => ({
    release: outcome.id,
    built: wasBuilt(outcome),
    problems: outcome.problems.map(shortened),
    unreadable: (outcome.unreadable ?? []).map(shortened),
    rows: outcome.summary?.rows ?? {},
    revisions: outcome.summary?.revisions ?? [],
    missing: outcome.summary?.missing ?? [],
    checks: outcome.summary?.checks ?? [],
    codes: outcome.family,
  }));
  terminal.result(jsonText({ out, releases, leftOut }));
}
