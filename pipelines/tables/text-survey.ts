import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";

const LINE_FEED = 10;
const RETURN = 13;
const SEPARATORS = [44, 9] as const;

/** Texts as Windows saves them under the name of Unicode have a NUL in every second place. */
function refuseNul(bytes: Uint8Array, file: string): void {
  const at = bytes.indexOf(0);
  if (at < 0) return;
  const [first = 0, second = 0] = bytes;
  const marked = first + second === 0xff + 0xfe && Math.min(first, second) === 0xfe;
  const what = marked || at < 2 ? "the text is UTF-16" : "the file is no text";
  const message = `${what}: it holds NUL bytes, the first after ${at} bytes`;
  throw fault("text.nul-bytes", { file }, message, "Save it as UTF-8, or download the file again");
}

function countOf(byte: number, bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/** Lines that end in the bytes, whichever of the three kinds of line ends they have. */
function linesIn(bytes: Uint8Array): number {
  return Math.max(countOf(LINE_FEED, bytes), countOf(RETURN, bytes));
}

function lastEnd(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(RETURN));
}

/** Goes from line end to line end, each the last within the bytes that one line may have. */
function refuseLongLine(bytes: Uint8Array, file: string): void {
  let begin = 0;
  while (bytes.length - begin > BOUNDS.lineBytes) {
    const end = lastEnd(bytes.subarray(begin, begin + BOUNDS.lineBytes + 1));
    if (end < 0) {
      const row = linesIn(bytes.subarray(0, begin)) + 1;
      throw beyond(
        "text.line-too-long",
        { file, row },
        `a line of more than ${BOUNDS.lineBytes} bytes`,
        BOUNDS.lineBytes,
      );
    }
    begin += end + 1;
  }
}

/** Fewer bytes than this a line, and a text has more lines than are worth the memory before they are counted. */
const SHORTEST_LINE = 8;

/**
 * Looks over the bytes of a text for what would take it beyond the bounds, before anything is decoded.
 *
 * @param file its name, for messages
 * @throws InputFault when it holds NUL bytes, a line without end, or many more lines than any table
 */
export function surveyText(bytes: Uint8Array, file: string): void {
  refuseNul(bytes, file);
  refuseLongLine(bytes, file);
  if (bytes.length > BOUNDS.rows * SHORTEST_LINE) refuseManyRows(linesIn(bytes), file);
}

/** Refuses a text with more rows than any table. */
export function refuseManyRows(rows: number, file: string): void {
  if (rows > BOUNDS.rows) throw beyond("table.too-many-rows", { file }, `${rows} lines`, BOUNDS.rows);
}

/**
 * Refuses a csv or tab text with more cells than any table. A file of fewer bytes cannot have them.
 *
 * @throws InputFault
 */
export function refuseManyCells(bytes: Uint8Array, file: string): void {
  if (bytes.length <= BOUNDS.cells) return;
  const separators = SEPARATORS.reduce((sum, byte) => sum + countOf(byte, bytes), 0);
  if (separators > BOUNDS.cells) throw beyond("table.too-many-cells", { file }, `${separators} cells`, BOUNDS.cells);
}

/** Control characters that no text has; Ctrl-Z apart, with which CMS's exports end. */
const CONTROLS = /[^\P{Cc}\t\n\f\r\cZ]/u;

/** Whether control characters may stand in cells of a text. */
export function holdsControls(text: string): boolean {
  return CONTROLS.test(text);
}
