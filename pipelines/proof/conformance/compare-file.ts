import type { Problem } from "../../../schemas/place.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import type { PublishedFile } from "../../inputs/published-files.ts";
import { Problems } from "../../problems/problems.ts";
import type { Comparison } from "./compare.ts";
import type { FirstSeen } from "./first-seen.ts";
import type { OurAmounts } from "./our-amounts.ts";
import { MOST_PROBLEMS, type PaymentLine, type PaymentReader } from "./payment-lines.ts";
import { wholeLines } from "./whole-lines.ts";

/** The text of a published file, in pieces. */
export async function* textOf(file: PublishedFile, onPiece: (piece: Uint8Array) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of file.pieces()) {
    onPiece(piece);
    yield decoder.decode(piece, { stream: true });
  }
  // Half a character at the end becomes U+FFFD, which no field takes; without this it would vanish.
  yield decoder.decode();
}

function wrongYear(file: string, { line, row }: PaymentLine, release: string): Problem {
  const message = `the record is for ${row.year}, expected the year of release ${release}`;
  const cure = "Name the release that the file belongs to with --release";
  return { code: "payment.year", place: { file, row: line, column: "A" }, message, cure };
}

/** The state of the comparison of one file. */
export interface FileRun {
  readonly file: PublishedFile;
  readonly release: string;
  readonly ours: OurAmounts;
  readonly comparison: Comparison;
  readonly seen: FirstSeen;
  readonly reader: PaymentReader;
  readonly problems: Problems;
}

function compareLine({ file, release, ours, comparison, seen, problems }: FileRun, line: PaymentLine): void {
  const { row } = line;
  if (!release.startsWith(row.year)) {
    problems.add(wrongYear(file.shown, line, release));
    return;
  }
  const found = ours.find(row.mac, row.locality, row.hcpcs, row.modifier);
  const contradiction = seen.note(row, line.line, typeof found === "string" ? -1 : found.pair);
  comparison.compare(line, found);
  if (contradiction === undefined) return;
  const { firstLine, field, before, after } = contradiction;
  problems.add({
    code: "payment.contradiction",
    place: { file: file.shown, row: line.line, key: `${row.mac}${row.locality} ${row.hcpcs} ${row.modifier}`.trim() },
    message: `line ${firstLine} has the same code and place with other figures: ${field} ${centsText(before)} there, ${centsText(after)} here`,
    cure: "Download the file again; if CMS prints both, ask which one is paid",
  });
}

/** Whether it is clear that this is not the expected file. */
export function isHopeless({ problems }: FileRun): boolean {
  return problems.list.length >= MOST_PROBLEMS;
}

/** Once this is clear, the lines are skipped. */
function compareBlock(run: FileRun, block: string): void {
  for (const line of isHopeless(run) ? [] : run.reader.read(block)) {
    if (isHopeless(run)) return;
    compareLine(run, line);
  }
}

/**
 * Reads the file to its end, since only the end of an archive shows that it is intact.
 *
 * @returns what is wrong with the archive; then nothing read from it counts
 */
export async function compareAll(run: FileRun, onPiece: (piece: Uint8Array) => void): Promise<Problem | undefined> {
  const faults = new Problems();
  await faults.attempt(async () => {
    for await (const block of wholeLines(textOf(run.file, onPiece), run.file.shown)) {
      compareBlock(run, block);
    }
  });
  return faults.list[0];
}
