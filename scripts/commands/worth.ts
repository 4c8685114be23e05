import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Side } from "../../pipelines/answers/diff/side.ts";
import { portfolio } from "../../pipelines/answers/portfolio/portfolio.ts";
import { portfolioReport } from "../../pipelines/reports/views/portfolio.ts";
import { problemLines } from "../print/problem-report.ts";
import { jsonText, type Terminal } from "../print/terminal.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { UsageError } from "../program/usage-error.ts";

/** A pipe is read to its end: `--volumes /dev/stdin` takes what another program prints. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`--volumes: ${path} cannot be read: ${(error as Error).message}`);
  }
}

/** The exit code for a file that was not understood. */
const NOT_UNDERSTOOD = 2;

/**
 * Prints what the change from one release to the other is worth for the services of a file, or what is wrong with it.
 *
 * @param path of the csv file
 * @returns the exit code: 0, or 2 when the file was not understood, and then nothing was summed up
 */
export function worth(
  before: Side,
  after: Side,
  path: string,
  { most, json }: { readonly most: number; readonly json?: boolean },
  terminal: Terminal,
): number {
  const { document, problems } = portfolio(before, after, textOf(path), basename(path));
  if (document === undefined) {
    if (json === true) terminal.result(jsonText({ problems }));
    else terminal.note(problemLines(problems).join("\n"));
    return NOT_UNDERSTOOD;
  }
  terminal.result(json === true ? jsonText(document) : reportMarkdown(portfolioReport(document, most)));
  return 0;
}
