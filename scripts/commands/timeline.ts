import { timeline } from "../../pipelines/answers/timeline/timeline.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { codeOf } from "../build/code-selection.ts";
import { namedFile, writeWhole } from "../out/whole-file.ts";
import { coloursFor, jsonText, type Terminal } from "../print/terminal.ts";
import { timelineLines } from "../print/timeline-lines.ts";

/** Options of `ratebook timeline` as commander hands them over. */
export interface TimelineArguments {
  readonly out: string;
  readonly modifier?: string;
  readonly locality?: string;
  readonly json?: boolean;
  readonly page?: string;
}

/**
 * Prints one code over every release of an output folder, with what moved it, and writes its page when one is asked for.
 *
 * @param text HCPCS code, in capitals or not
 * @throws UsageError or InputFault when the code is none, or no release has it
 */
export async function timelineCommand(text: string, options: TimelineArguments, terminal: Terminal): Promise<void> {
  const { out, modifier, locality, json, page } = options;
  const hcpcs = codeOf(text);
  const file = page === undefined ? undefined : namedFile("--page", page);
  const output = openOutput(out);
  const releases = {
    *[Symbol.iterator]() {
      for (const release of output.releases) yield output.open(release);
    },
  };
  const document = timeline(releases, { hcpcs, modifier: modifier?.toUpperCase(), locality });
  if (file !== undefined) {
    // What draws charts is two thirds of the program, and is loaded when there is something to draw.
    const { timelinePage } = await import("../../pipelines/reports/pages/reports.ts");
    writeWhole(file, timelinePage(document));
    terminal.note(file.named);
  }
  terminal.result(json === true ? jsonText(document) : timelineLines(document, coloursFor(process.stdout)).join("\n"));
}
