import type { PtpSetting } from "../../schemas/out/ncci.ts";
import { sha256 } from "../problems/sha256.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { activeEdits, codeText, dayText, editPlace, type PtpEdits } from "../schedules/ncci/ptp-edits.ts";
import { type CodeRows, rowsOfCodes } from "../schedules/ncci/ptp-slices.ts";
import { headOf } from "./head.ts";
import { lineFile, type OutputFile, tableFile } from "./json.ts";
import { partRefs } from "./ptp-files.ts";

const SETTING_OF: Readonly<Record<PtpEdits["role"], PtpSetting>> = {
  "ncci-ptp-practitioner": "practitioner",
  "ncci-ptp-hospital": "hospital",
};

/** What each document of a setting begins with. */
function aboutOf(edits: PtpEdits): object {
  return { files: partRefs(edits), window: edits.publication.window, setting: SETTING_OF[edits.role] };
}

/** Makes edits into lines: the JSON of each day and each rationale is made once. */
function lineMaker(edits: PtpEdits): (row: number) => string {
  const rationales = edits.rationales.map((text) => JSON.stringify(text));
  const days = new Map<number, string>([[0, "null"]]);
  const dayJson = (number: number): string => {
    const known = days.get(number) ?? `"${dayText(number)}"`;
    days.set(number, known);
    return known;
  };
  return (row) => {
    const { part, rowNumber } = editPlace(edits, row);
    const codes = `"column1":"${codeText(edits.column1[row] as number)}","column2":"${codeText(edits.column2[row] as number)}"`;
    const ofDays = `"effective":${dayJson(edits.effective[row] as number)},"deletion":${dayJson(edits.deletion[row] as number)}`;
    const why = `"modifierIndicator":"${edits.modifierIndicator[row]}","rationale":${rationales[edits.rationale[row] as number]}`;
    return `{${codes},${ofDays},${why},"part":${part.number},"row":${rowNumber}}`;
  };
}

function* linesOfRows(rows: Iterable<number>, line: (row: number) => string): Generator<string> {
  for (const row of rows) yield line(row);
}

function editCounts(edits: PtpEdits): object {
  const byModifierIndicator: Record<string, number> = { "0": 0, "1": 0, "9": 0 };
  for (const each of edits.modifierIndicator) {
    const indicator = String(each);
    byModifierIndicator[indicator] = (byModifierIndicator[indicator] ?? 0) + 1;
  }
  return { all: edits.count, active: activeEdits(edits), byModifierIndicator };
}

/** What the index says of one slice. */
function indexed(file: OutputFile, { hcpcs, column1, column2 }: CodeRows): object {
  return { hcpcs, path: file.path, bytes: file.bytes.length, sha256: file.sha256, column1, column2 };
}

function* publishSetting(book: ReleaseBook, edits: PtpEdits, codes: readonly string[]): Generator<OutputFile> {
  const about = aboutOf(edits);
  const line = lineMaker(edits);
  const slices: object[] = [];
  for (const slice of rowsOfCodes(edits, codes)) {
    const head = { ...headOf(book, "ncci-ptp"), ...about, hcpcs: slice.hcpcs };
    const made = lineFile(`${edits.role}/${slice.hcpcs}.json`, head, linesOfRows(slice.rows, line));
    const file = { ...made, sha256: sha256(made.bytes) };
    slices.push(indexed(file, slice));
    yield file;
  }
  const head = { ...headOf(book, "ncci-ptp-index"), ...about, edits: editCounts(edits) };
  yield tableFile(`${edits.role}/index.json`, head, slices);
}

/**
 * `ncci-ptp-practitioner/` and `ncci-ptp-hospital/`, as far as they were asked for: for each chosen code one document with
 * every edit that has it in either column, so that a question about two codes opens one file; then the index of these. One
 * by one: long files share a buffer.
 */
export function* publishPtp(book: ReleaseBook, codes: readonly string[]): Generator<OutputFile> {
  for (const edits of book.ptp) yield* publishSetting(book, edits, codes);
}
