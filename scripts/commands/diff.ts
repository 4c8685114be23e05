import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { type ChosenCodes, diff } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { MANIFEST_FILE } from "../../pipelines/documents/release-index.ts";
import { fault, Problems } from "../../pipelines/problems/problems.ts";
import { diffReport } from "../../pipelines/reports/views/diff-report.ts";
import type { DiffDocument } from "../../schemas/out/diff.ts";
import { chooseCodes, codesNamed, type WantedCodes } from "../build/code-selection.ts";
import { PREVIEWS } from "../out/previews.ts";
import { namedFile, writingWhole } from "../out/whole-file.ts";
import { jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { EXIT, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { releaseAsTyped } from "../program/option-values.ts";
import { UsageError } from "../program/usage-error.ts";
import { openVolumes, worth, zipsOf } from "./worth.ts";

/** Amounts of each schedule that a diff shows when nobody asks for more. */
export const MOST_SHOWN = 20;

export interface DiffArguments {
  readonly out: string;
  readonly codes?: string;
  readonly localities?: boolean;
  readonly localitiesTo?: string;
  readonly overwrite?: boolean;
  readonly volumes?: string;
  readonly most: string;
  readonly json?: boolean;
  readonly exitCode?: boolean;
}

/**
 * A release of the output folder by its name, a preview of a rule by its name, or a folder with a manifest by its path.
 *
 * @throws InputFault that lists the built releases, when the name is not one of them
 */
export function folderOf(text: string, out: string): string {
  const named = join(out, text);
  const found = [text, named, join(PREVIEWS, text)].find((folder) => existsSync(join(folder, MANIFEST_FILE)));
  if (found !== undefined) return found;
  if (/[\\/]/.test(text)) return text;
  chooseRelease({ release: text }, openOutput(out).releases, out);
  return named;
}

/**
 * Picks the wanted codes of both releases. One that neither has is left out and reported, and the others are compared.
 *
 * @returns undefined when no codes are named; it throws InputFault when neither release has any of them
 */
export function chooser(wanted: WantedCodes | undefined): ((known: readonly string[]) => ChosenCodes) | undefined {
  if (wanted === undefined) return undefined;
  const choose = chooseCodes(wanted);
  return (known) => {
    const problems = new Problems();
    const chosen = choose(known, problems);
    const there = new Set(chosen);
    const unknown = wanted.single.filter((code) => !there.has(code));
    if (chosen.length > 0 || unknown.length === 0) return { codes: chosen, unknown };
    const messages = problems.list.map(({ message }) => message.replace("this release", "either release"));
    throw fault("codes.unknown", { file: "--codes" }, messages.join("; "), "Take it out of --codes");
  };
}

/** How many amounts to show; throws UsageError for anything but a number. */
export function mostOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--most: "${text}" is not a number; give a number of amounts, such as 20`);
}

/** A volumes file has its own codes and localities. */
function refuseBeside(options: DiffArguments): void {
  if (options.volumes === undefined) return;
  const other = (["codes", "localities", "localitiesTo", "exitCode"] as const).find(
    (name) => options[name] !== undefined,
  );
  const flag = other?.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  if (flag !== undefined)
    throw new UsageError(`--volumes takes codes and localities from its file; leave --${flag} out`);
}

function isEmpty({ pfs, localities, opps, asc, factors, ncci = [] }: DiffDocument): boolean {
  const same = ({ from, to }: { from: string | null; to: string | null }): boolean => from === to;
  return (
    factors.every(same) &&
    [pfs, localities, opps, asc, ...ncci].every(
      (table) => table === null || table.tally.unchanged === Math.max(table.tally.before, table.tally.after),
    )
  );
}

/** Returns the exit code. */
export function diffCommand(
  from: string,
  to: string,
  options: Omit<DiffArguments, "volumes">,
  terminal: Terminal,
): number {
  const most = mostOf(options.most);
  const lines =
    options.localitiesTo === undefined
      ? undefined
      : namedFile("--localities-to", options.localitiesTo, options.overwrite);
  const [before, after] = [from, to].map((text) => readSide(folderOf(text, options.out)));
  if (before === undefined || after === undefined) throw new UsageError("diff needs two releases");
  const compare = (localityLines?: (bytes: Uint8Array) => void): DiffDocument =>
    diff(before, after, {
      chooseCodes: chooser(codesNamed(options.codes)),
      localities: options.localities === true,
      localityLines,
    });
  const document = lines === undefined ? compare() : writingWhole(lines, compare);
  terminal.result(options.json === true ? jsonText(document) : reportMarkdown(diffReport(document, most)));
  return options.exitCode === true && !isEmpty(document) ? EXIT.problems : EXIT.done;
}

/** What the change is worth for a file of volumes; returns the exit code. */
export async function volumesCommand(
  from: string,
  to: string,
  options: DiffArguments & { readonly volumes: string },
  terminal: Terminal,
): Promise<number> {
  const most = mostOf(options.most);
  refuseBeside(options);
  const [before, after] = [folderOf(from, options.out), folderOf(to, options.out)];
  const volumes = await openVolumes(options.volumes);
  return worth([readSide(before), readSide(after)], volumes, zipsOf(after), { ...options, most }, terminal);
}

const EXAMPLES = helpEnd(
  [
    ["ratebook diff 2025A 2026A", "the embedded releases, as Markdown"],
    ["ratebook diff 2025D 2026C --out out-local --codes 22510-22515 \\\n    --localities --json"],
    ["ratebook diff 2025D 2026C --out out-local --localities-to localities.ndjson"],
    ["ratebook diff 2025A 2026A --volumes practice.csv", "what the change is worth to a practice"],
    ["ratebook diff 2022D-opps1 2022D --out out-local", "two revisions of one release"],
    ["ratebook diff old/2026A new/2026A --exit-code", "two folders, for a script"],
  ],
  "something differs and --exit-code is given",
);

export function addDiff(program: Command): void {
  program
    .command("diff")
    .helpGroup("Compare")
    .summary("what changed between two releases, and why")
    .description("Prints the differences between two built releases, and the causes of each change.")
    .argument("<from>", "release in the output folder, or folder of one", releaseAsTyped)
    .argument("<to>", "release in the output folder, or folder of one", releaseAsTyped)
    .option("--out <folder>", "output folder to read", "out")
    .option("--codes <codes>", "codes to compare: codes, ranges, or a file of them (default: all)")
    .option("--localities", "also split the amounts of every locality, in the JSON: for a few codes")
    .option(
      "--localities-to <file>",
      "the same for all codes, as NDJSON: one line for each row and setting, about 150 MB",
    )
    .option(
      "--volumes <file>",
      "what the change is worth: table of code, units, setting or POS; also claim id, modifiers, place",
    )
    .option(
      "--most <number>",
      "amounts to show for each schedule, and codes in each list; the JSON has all",
      `${MOST_SHOWN}`,
    )
    .option("--overwrite", "replace a file even if ratebook did not write it")
    .option("--exit-code", "exit with 1 when anything differs")
    .option("--json", "print as JSON: schemas/json/diff.schema.json, portfolio.schema.json with --volumes")
    .addHelpText("after", EXAMPLES)
    .action(async (from: string, to: string, { volumes, ...options }: DiffArguments) => {
      const answered =
        volumes === undefined
          ? diffCommand(from, to, options, TERMINAL)
          : volumesCommand(from, to, { ...options, volumes }, TERMINAL);
      exitWith(await answered);
    });
}
