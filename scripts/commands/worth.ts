import { basename } from "node:path";
import type { Side } from "../../pipelines/answers/diff/side.ts";
import type { LocalityOfZip } from "../../pipelines/answers/portfolio/known-volumes.ts";
import { portfolio } from "../../pipelines/answers/portfolio/portfolio.ts";
import { type VolumesFile, volumesIn, volumesText } from "../../pipelines/answers/portfolio/volumes-file.ts";
import { findPlace } from "../../pipelines/answers/rate/find-place.ts";
import { openFolder } from "../../pipelines/documents/release-folder.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { portfolioReport } from "../../pipelines/reports/views/portfolio.ts";
import { decodeText } from "../../pipelines/tables/text.ts";
import { problemLines } from "../print/problem-report.ts";
import { jsonText, type Terminal } from "../print/terminal.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { exitCodeOf } from "../program/exit-codes.ts";
import { readNamed } from "../program/read-named.ts";

function beginsWith(bytes: Buffer, ...beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}

/**
 * Reads a file of volumes: a workbook, which is a zip, or text; a spreadsheet saves "Unicode text" as UTF-16.
 *
 * @throws InputFault when it cannot be read
 */
export async function openVolumes(path: string): Promise<VolumesFile> {
  const [bytes, name] = [readNamed("--volumes", path), basename(path)];
  const about = { name, sha256: sha256(bytes) };
  if (beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const { readWorkbook } = await import("../../pipelines/tables/xlsx.ts");
    return volumesIn(about, await readWorkbook(bytes, name));
  }
  const isUtf16 = beginsWith(bytes, 0xff, 0xfe);
  return volumesText(about, isUtf16 ? bytes.toString("utf16le") : (await decodeText(bytes)).text);
}

/** Finds localities in the ZIP codes of a built release, which is opened when a row needs it. */
export function zipsOf(folder: string): LocalityOfZip {
  const known = new Map<string, string>();
  let documents: ReturnType<typeof openFolder> | undefined;
  return (zip) => {
    documents ??= openFolder(folder);
    const found = known.get(zip) ?? findPlace(documents, { zip })?.place.locality ?? "";
    known.set(zip, found);
    return found;
  };
}

/**
 * Prints what the change between two releases is worth for the services in a file, or the problems of the file.
 *
 * @returns the exit code; a file with problems is not summed up
 */
export function worth(
  [before, after]: readonly [Side, Side],
  volumes: VolumesFile,
  ofZip: LocalityOfZip,
  { most, json }: { readonly most: number; readonly json?: boolean },
  terminal: Terminal,
): number {
  const { document, problems } = portfolio(before, after, volumes, ofZip);
  if (document === undefined) {
    if (json === true) terminal.result(jsonText({ problems }));
    else terminal.note(problemLines(problems).join("\n"));
    return exitCodeOf(problems);
  }
  terminal.result(json === true ? jsonText(document) : reportMarkdown(portfolioReport(document, most)));
  return exitCodeOf([]);
}
