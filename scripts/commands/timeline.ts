import type { Command } from "commander";
import type { WantedPlace } from "../../pipelines/answers/rate/place.ts";
import { timeline } from "../../pipelines/answers/timeline/timeline.ts";
import { type Output, openOutput } from "../../pipelines/documents/output.ts";
import { byFirstDay } from "../../pipelines/documents/release-index.ts";
import { typedRow } from "../build/code-selection.ts";
import { namedFile, writeWhole } from "../out/whole-file.ts";
import { coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { timelineLines } from "../print/timeline-lines.ts";
import { helpEnd } from "../program/help.ts";
import { declarePlace, localityIn } from "../program/place-options.ts";

export interface TimelineArguments extends WantedPlace {
  readonly out: string;
  readonly modifier?: string;
  readonly json?: boolean;
  readonly page?: string;
  readonly overwrite?: boolean;
}

export async function timelineCommand(text: string, options: TimelineArguments, terminal: Terminal): Promise<void> {
  const { out, json, page } = options;
  const { hcpcs, modifier } = typedRow(text, options.modifier);
  const file = page === undefined ? undefined : namedFile("--page", page, options.overwrite);
  const output = openOutput(out);
  const opened = (releases: Output["releases"]) => ({
    *[Symbol.iterator]() {
      for (const release of releases) yield output.open(release);
    },
  });
  const latestFirst = output.releases.toSorted(byFirstDay).reverse();
  const locality = localityIn(opened(latestFirst), options);
  const document = timeline(opened(output.releases), { hcpcs, modifier, locality });
  if (file !== undefined) {
    // The charts are two thirds of the program, so they are loaded only here.
    const { timelinePage } = await import("../../pipelines/reports/pages/reports.ts");
    writeWhole(file, timelinePage(document));
    terminal.note(file.named);
  }
  terminal.result(json === true ? jsonText(document) : timelineLines(document, coloursFor(process.stdout)).join("\n"));
}

const EXAMPLES = helpEnd([
  ["ratebook timeline 22511 --out out-local", "national, over every release in the folder"],
  ["ratebook timeline 22511 --out out-local --zip 94110"],
  ["ratebook timeline 22511 --out out-local --page pages/22511-timeline.html"],
  ["ratebook timeline 77012 --modifier 26 --json"],
]);

export function addTimeline(program: Command): void {
  const command = program
    .command("timeline")
    .helpGroup("Look up")
    .summary("one code over every built release, and why it changed")
    .description("Prints one code over every release of an output folder, and the causes of each change.")
    .argument("<code>", "HCPCS code, or code and modifier: 77012-26")
    .option("--modifier <modifier>", "modifier of the physician's row: 26, TC or 53");
  declarePlace(command)
    .option("--out <folder>", "output folder to read", "out")
    .option("--page <file>", "also write an HTML page with charts, in one file")
    .option("--overwrite", "replace a file even if ratebook did not write it")
    .option("--json", "print the timeline as JSON: schemas/json/timeline.schema.json")
    .addHelpText("after", EXAMPLES)
    .action(async (code: string, options: TimelineArguments) => await timelineCommand(code, options, TERMINAL));
}
