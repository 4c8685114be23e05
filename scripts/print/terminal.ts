import pc from "picocolors";
import { isAsciiLines, plainLines } from "../../pipelines/problems/quoted.ts";

/** Where a command prints: results to stdout, progress and problems to stderr. */
export interface Terminal {
  readonly result: (text: string) => void;
  readonly note: (text: string) => void;
  readonly isTty: boolean;
}

/** Characters that act on a terminal; few texts have any. */
const SUSPECT = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
/** Our own colours and line ends, or one of those characters. */
const ACTING = /(\p{Cc}\[\d+(?:;\d+)*m|[\n\t])|[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Removes everything that acts on a terminal except our colours. */
export function harmless(text: string): string {
  return !isAsciiLines(text) && SUSPECT.test(text) ? text.replace(ACTING, "$1") : text;
}

/** The process's own streams. */
export const TERMINAL: Terminal = {
  result: (text) => process.stdout.write(`${harmless(text)}\n`),
  note: (text) => process.stderr.write(`${harmless(text)}\n`),
  isTty: process.stderr.isTTY === true,
};

/** Functions that colour a text, or return it unchanged. */
export type Colours = ReturnType<typeof pc.createColors>;

/** A document as JSON. Escapes also what JSON allows and a terminal would act on. */
export function jsonText(document: unknown): string {
  return plainLines(JSON.stringify(document, null, 2));
}

/** Colours for a stream: none unless it is a TTY and NO_COLOR is not set. */
export function coloursFor(stream: { isTTY?: boolean }): Colours {
  return pc.createColors(stream.isTTY === true && process.env["NO_COLOR"] === undefined);
}
