import { existsSync } from "node:fs";
import { join } from "node:path";
import { diff } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { MANIFEST_FILE, openOutput } from "../../pipelines/documents/output.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { diffReport } from "../../pipelines/reports/views/diff-report.ts";
import type { DiffDocument } from "../../schemas/out/diff.ts";

import { chooseCodes, parseCodes } from "../build/code-selection.ts";
import { namedFile, writingWhole } from "../out/whole-file.ts";
import { jsonText, type Terminal } from "../print/terminal.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { UsageError } from "../program/usage-error.ts";
import { worth } from "./worth.ts";

/** Options of `ratebook diff` as commander hands them over. */
export interface DiffArguments {
  readonly out: string;
  readonly codes?: string;
  readonly localities?: boolean;
  readonly localitiesTo?: string;
  readonly volumes?: string;
  readonly most: string;
  readonly json?: boolean;
  readonly exitCode?: boolean;
}

/**
 * A release of the output folder by its name, or a folder with a manifest by its path.
 *
 * @throws InputFault saying what is built, when a name is none of it
 */
export function folderOf(text: string, out: string): string {
  const named = join(out, text);
  const found = [text, named].find((folder) => existsSync(join(folder, MANIFEST_FILE)));
  if (found !== undefined) return found;
  if (/[\\/]/.test(text)) return text;
  chooseRelease({ release: text }, openOutput(out).releases, out);
  return named;
}

/** Picks the codes that were asked for among those of both releases. */
export function chooser(codes: string | undefined): ((known: readonly string[]) => readonly string[]) | undefined {
  if (codes === undefined) return undefined;
  const choose = chooseCodes(parseCodes(codes));
  return (known) => {
    const problems = new Problems();
    const chosen = choose(known, problems);
    if (!problems.any) return chosen;
    throw new UsageError(
      `--codes: ${problems.list.map(({ message }) => message.replace("this release", "either release")).join("; ")}`,
    );
  };
}

function mostOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--most: "${text}" is no number of amounts to show, such as 20`);
}

/** A file of volumes names its codes and localities itself. */
function refuseBeside(options: DiffArguments): void {
  if (options.volumes === undefined) return;
  const other = (["codes", "localities", "localitiesTo", "exitCode"] as const).find(
    (name) => options[name] !== undefined,
  );
  const flag = other?.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  if (flag !== undefined) throw new UsageError(`--volumes sums up what its file names; leave --${flag} out`);
}

function isEmpty({ pfs, localities, opps, asc, factors }: DiffDocument): boolean {
  const same = ({ from, to }: { from: string | null; to: string | null }): boolean => from === to;
  return (
    factors.every(same) &&
    [pfs, localities, opps, asc].every(
      (table) => table === null || table.tally.unchanged === Math.max(table.tally.before, table.tally.after),
    )
  );
}

/**
 * Prints what differs between two built releases, and why.
 *
 * @returns the exit code: 0, or with --exit-code 1 when anything differs
 * @throws UsageError or InputFault when a release is not there or the command is not understood
 */
export function diffCommand(from: string, to: string, options: DiffArguments, terminal: Terminal): number {
  const most = mostOf(options.most);
  refuseBeside(options);
  const lines = options.localitiesTo === undefined ? undefined : namedFile("--localities-to", options.localitiesTo);
  const [before, after] = [from, to].map((text) => readSide(folderOf(text, options.out)));
  if (before === undefined || after === undefined) throw new UsageError("diff needs two releases");
  if (options.volumes !== undefined) return worth(before, after, options.volumes, { ...options, most }, terminal);
  const compare = (localityLines?: (bytes: Uint8Array) => void): DiffDocument =>
    diff(before, after, {
      chooseCodes: chooser(options.codes),
      localities: options.localities === true,
      localityLines,
    });
  const document = lines === undefined ? compare() : writingWhole(lines, compare);
  terminal.result(options.json === true ? jsonText(document) : reportMarkdown(diffReport(document, most)));
  return options.exitCode === true && !isEmpty(document) ? 1 : 0;
}
