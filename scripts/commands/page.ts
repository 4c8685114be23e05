import { readdirSync } from "node:fs";
import { join } from "node:path";
import { codePage } from "../../pipelines/pages/reports.ts";
import { Problems } from "../../pipelines/shared/problems.ts";
import { chooseCodes, parseCodes } from "../build/code-selection.ts";
import { type NamedFile, namedFile, writeWhole } from "../out/whole-file.ts";
import { CodePages } from "../pages/code-page-sources.ts";
import type { Terminal } from "../print/terminal.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `ratebook page` as commander hands them over. */
export interface PageArguments {
  readonly release?: string;
  readonly codes?: string;
  readonly out: string;
  readonly pages: string;
}

/** Codes that have a document in the release. */
function documentsIn(out: string, release: string): string[] {
  const names = readdirSync(join(out, release, "codes"));
  return names
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** The codes that were named, in whichever way; all that have a document when none was. */
function wantedCodes(named: readonly string[], { codes, out }: PageArguments, release: string): readonly string[] {
  const words = [...named.map((code) => code.toUpperCase()), ...(codes === undefined ? [] : [codes])];
  const known = documentsIn(out, release);
  if (words.length === 0) return known;
  const problems = new Problems();
  const chosen = words.flatMap((word) => chooseCodes(parseCodes(word))(known, problems));
  const [problem] = problems.list;
  if (problem === undefined && chosen.length > 0) return [...new Set(chosen)];
  const said =
    problem?.message.replace("stands in no source of this release", "has no document") ??
    "no code of these has a document";
  throw new UsageError(`${said} in ${join(out, release)}; build it with --codes`);
}

/**
 * Writes a page of HTML for each code.
 *
 * @param named codes, in capitals or not
 * @throws UsageError or InputFault when a release or a code is not there
 */
export function page(named: readonly string[], options: PageArguments, terminal: Terminal): void {
  const pages = new CodePages(options.out);
  const release = pages.chosen(options.release);
  const files = wantedCodes(named, options, release.release).map((code): [string, NamedFile] => [
    code,
    namedFile("--pages", join(options.pages, release.release, `${code}.html`)),
  ]);
  for (const [code, file] of files) {
    writeWhole(file, codePage(pages.sources(code, release)));
    terminal.result(file.named);
  }
}
