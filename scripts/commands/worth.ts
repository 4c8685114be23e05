import { basename } from "node:path";
import type { Side } from "../../pipelines/answers/diff/side.ts";
import { portfolio } from "../../pipelines/answers/portfolio/portfolio.ts";
import { portfolioReport } from "../../pipelines/reports/views/portfolio.ts";
import { problemLines } from "../print/problem-report.ts";
import { jsonText, type Terminal } from "../print/terminal.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { exitCodeOf } from "../program/exit-codes.ts";
import { readNamed } from "../program/read-named.ts";

/**
 * Prints what the change between two releases is worth for the services in a file, or the problems of the file.
 *
 * @param path of the CSV file
 * @returns the exit code; a file with problems is not summed up
 */
export function worth(
  before: Side,
  after: Side,
  path: string,
  { most, json }: { readonly most: number; readonly json?: boolean },
  terminal: Terminal,
): number {
  const { document, problems } = portfolio(
    before,
    after,
    readNamed("--volumes", path).toString("utf8"),
    basename(path),
  );
  if (document === undefined) {
    if (json === true) terminal.result(jsonText({ problems }));
    else terminal.note(problemLines(problems).join("\n"));
    return exitCodeOf(problems);
  }
  terminal.result(json === true ? jsonText(document) : reportMarkdown(portfolioReport(document, most)));
  return exitCodeOf([]);
}
