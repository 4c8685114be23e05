import { join } from "node:path";
import { Problems } from "../../pipelines/problems/problems.ts";
import { codePage } from "../../pipelines/reports/pages/reports.ts";
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

/** The codes that were named, in whichever way; all that have a document when none was. */
function wantedCodes(named: readonly string[], { codes }: PageArguments, known: readonly string[]): readonly string[] {
  const words = [...named.map((code) => code.toUpperCase()), ...(codes === undefined ? [] : [codes])];
  if (words.length === 0) return known;
  const chosen = words.map(parseCodes).flatMap(({ single, ranges }) => {
    const ranged = chooseCodes({ single: [], ranges })(known, new Problems());
    return [...single, ...ranged].sort();
  });
  if (chosen.length > 0) return [...new Set(chosen)];
  throw new UsageError("no code of these has a document; build it with --codes");
}

/**
 * Writes a page of HTML for each code.
 *
 * @param named codes, in capitals or not
 * @throws UsageError or InputFault when a release or a code is not there
 */
export function pageCommand(named: readonly string[], options: PageArguments, terminal: Terminal): void {
  const pages = new CodePages(options.out);
  const release = pages.chosen(options.release);
  const documents = pages.documentsOf(release);
  const codes = wantedCodes(named, options, documents.codes);
  // A code without a document is refused before anything is written
  for (const code of codes) documents.code(code);
  const files = codes.map((code): [string, NamedFile] => [
    code,
    namedFile("--pages", join(options.pages, release.release, `${code}.html`)),
  ]);
  for (const [code, file] of files) {
    writeWhole(file, codePage(pages.sources(code, release)));
    terminal.result(file.named);
  }
}
