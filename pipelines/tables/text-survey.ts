import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault } from "../problems/problems.ts";

const LINE_FEED = 10;
const RETURN = 13;
const SEPARATORS = [44, 9] as const;

/** UTF-16, which Windows programs call Unicode, has a NUL in every second byte of ASCII text. */
function refuseNul(bytes: Uint8Array, file: string): void {
  const at = bytes.indexOf(0);
  if (at < 0) return;
  const [first = 0, second = 0] = bytes;
  const marked = first + second === 0xff + 0xfe && Math.min(first, second) === 0xfe;
  const what = marked || at < 2 ? "the text is UTF-16" : "the file is not text";
  const message = `${what}: it contains NUL bytes, the first after ${at} bytes`;
  throw fault("text.nul-bytes", { file }, message, "Save it as UTF-8, or download the file again");
}

function countOf(byte: number, bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/** How many lines end in the bytes, with any of the three kinds of line ends. */
function linesIn(bytes: Uint8Array): number {
  return Math.max(countOf(LINE_FEED, bytes), countOf(RETURN, bytes));
}

function lastEnd(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(RETURN));
}

/** Steps from line end to line end, each the last one within the longest allowed line. */
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

/** With fewer bytes per line than this, lines are counted before the text is decoded. */
const SHORTEST_LINE = 8;

/**
 * Checks the bytes of a text against the bounds, before anything is decoded.
 *
 * @param file its name, for messages
 * @throws InputFault when it contains NUL bytes, a line that is too long, or far too many lines
 */
export function surveyText(bytes: Uint8Array, file: string): void {
  refuseNul(bytes, file);
  refuseLongLine(bytes, file);
  if (bytes.length > BOUNDS.rows * SHORTEST_LINE) refuseManyRows(linesIn(bytes), file);
}

/** Refuses a text with too many rows. */
export function refuseManyRows(rows: number, file: string): void {
  if (rows > BOUNDS.rows) throw beyond("table.too-many-rows", { file }, `${rows} lines`, BOUNDS.rows);
}

/**
 * Refuses a csv or tab text with too many cells. A file with fewer bytes than that cannot have them.
 *
 * @throws InputFault
 */
export function refuseManyCells(bytes: Uint8Array, file: string): void {
  if (bytes.length <= BOUNDS.cells) return;
  const separators = SEPARATORS.reduce((sum, byte) => sum + countOf(byte, bytes), 0);
  if (separators > BOUNDS.cells) throw beyond("table.too-many-cells", { file }, `${separators} cells`, BOUNDS.cells);
}

/** Control characters that no text has, except Ctrl-Z, which ends CMS's exports. */
const CONTROLS = /[^\P{Cc}\t\n\f\r\cZ]/u;

/** Whether cells of a text may contain control characters. */
export function holdsControls(text: string): boolean {
  return CONTROLS.test(text);
}
