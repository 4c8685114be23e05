import { diff as diffOf } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { reviewPage } from "../../pipelines/reports/pages/reports.ts";
import { namedFile, writeWhole } from "../out/whole-file.ts";
import type { Terminal } from "../print/terminal.ts";
import { UsageError } from "../program/usage-error.ts";
import { chooser, folderOf } from "./diff.ts";

/** Options of `ratebook review` as commander hands them over. */
export interface ReviewArguments {
  readonly out: string;
  readonly codes?: string;
  readonly file?: string;
  readonly most: string;
}

/**
 * Writes the page of what changed between two built releases.
 *
 * @throws UsageError or InputFault when a release is not there or the command is not understood
 */
export function review(from: string, to: string, options: ReviewArguments, terminal: Terminal): void {
  if (!/^\d{1,6}$/.test(options.most)) throw new UsageError(`--most: "${options.most}" is no number, such as 400`);
  const [before, after] = [readSide(folderOf(from, options.out)), readSide(folderOf(to, options.out))];
  const path = options.file ?? `pages/${before.manifest.release}-${after.manifest.release}.html`;
  const file = namedFile("--file", path);
  const diff = diffOf(before, after, { chooseCodes: chooser(options.codes), localities: false });
  const sources = { diff, before: before.manifest, after: after.manifest, most: Number(options.most) };
  writeWhole(file, reviewPage(sources));
  terminal.result(path);
}
