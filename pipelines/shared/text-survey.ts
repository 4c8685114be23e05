import { BOUNDS, beyond } from "./bounds.ts";
import { fault } from "./problems.ts";

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

function refuseLongLine(length: number, row: number, file: string): void {
  if (length <= BOUNDS.lineBytes) return;
  throw beyond("text.line-too-long", { file, row }, `a line of ${length} bytes`, BOUNDS.lineBytes);
}

function ordered(left: number, right: number): number {
  if (left < 0 || right < 0) return Math.max(left, right);
  return Math.min(left, right);
}

/** Ends of lines, whichever of the three kinds they are; of CRLF the first half. */
function* lineEnds(bytes: Uint8Array): Generator<number> {
  let feed = bytes.indexOf(LINE_FEED);
  let carriage = bytes.indexOf(RETURN);
  for (let end = ordered(feed, carriage); end >= 0; end = ordered(feed, carriage)) {
    yield end;
    const next = bytes[end] === RETURN && bytes[end + 1] === LINE_FEED ? end + 2 : end + 1;
    if (feed >= 0 && feed < next) feed = bytes.indexOf(LINE_FEED, next);
    if (carriage >= 0 && carriage < next) carriage = bytes.indexOf(RETURN, next);
  }
}

function countOf(byte: number, bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/**
 * Looks over the bytes of a text for what would take it beyond the bounds, before anything is decoded.
 *
 * @param file its name, for messages
 * @throws InputFault when it holds NUL bytes, a line without end, or more lines than any table
 */
export function surveyText(bytes: Uint8Array, file: string): void {
  refuseNul(bytes, file);
  let lines = 1;
  let begin = 0;
  for (const end of lineEnds(bytes)) {
    refuseLongLine(end - begin, lines, file);
    begin = end + 1;
    lines += 1;
    if (lines > BOUNDS.rows)
      throw beyond("table.too-many-rows", { file }, `more than ${BOUNDS.rows} lines`, BOUNDS.rows);
  }
  refuseLongLine(bytes.length - begin, lines, file);
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
