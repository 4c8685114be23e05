import { fault } from "../../problems/problems.ts";

/** A record has 130 characters; a text without line ends is not CMS's, and is not read to its end. */
const LONGEST_LINE = 64 * 1024;

function tooLong(file: string): Error {
  const message = `a line has more than ${LONGEST_LINE} characters, a record has 130`;
  return fault("payment.line-too-long", { file }, message, "Name CMS's payment amount file, or download it again");
}

/** Where the last line end of a text begins and stops; a carriage return at the very end may be half of one. */
function lastLineEnd(text: string): { readonly begins: number; readonly stops: number } | undefined {
  const sure = text.endsWith("\r") ? text.slice(0, -1) : text;
  const at = Math.max(sure.lastIndexOf("\n"), sure.lastIndexOf("\r"));
  if (at < 0) return undefined;
  return { begins: sure.slice(at - 1, at + 1) === "\r\n" ? at - 1 : at, stops: at + 1 };
}

/**
 * Pieces of a text as blocks that end between two lines, so that no block is longer than a piece and a line.
 *
 * @throws InputFault when a line is too long to be one
 */
export async function* wholeLines(pieces: AsyncIterable<string>, file: string): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + piece;
    const end = lastLineEnd(text);
    rest = text.slice(end?.stops ?? 0);
    if (rest.length > LONGEST_LINE) throw tooLong(file);
    if (end !== undefined) yield text.slice(0, end.begins);
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}
