import { join } from "node:path";
import type { ReleaseCodes } from "../../pipelines/answers/code/release-codes.ts";
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

/** The codes that were named, in whichever way; all that have a document of their own when none was. */
function wantedCodes(named: readonly string[], { codes }: PageArguments, release: ReleaseCodes): readonly string[] {
  const words = [...named.map((code) => code.toUpperCase()), ...(codes === undefined ? [] : [codes])];
  if (words.length === 0) return release.documents.codes;
  const chosen = words.map(parseCodes).flatMap(({ single, ranges }) => {
    const ranged = ranges.length === 0 ? [] : chooseCodes({ single: [], ranges })(release.all(), new Problems());
    return [...single, ...ranged].sort();
  });
  if (chosen.length > 0) return [...new Set(chosen)];
  throw new UsageError(`no code of these is in ${release.documents.manifest.release}`);
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
  const known = pages.codesOf(release);
  const codes = wantedCodes(named, options, known);
  // A code that no source has is refused before anything is written
  for (const code of codes) known.document(code);
  const files = codes.map((code): [string, NamedFile] => [
    code,
    namedFile("--pages", join(options.pages, release.release, `${code}.html`)),
  ]);
  for (const [code, file] of files) {
    writeWhole(file, codePage(pages.sources(code, release)));
    terminal.result(file.named);
  }
}
