import pc from "picocolors";
import { asTyped } from "../program/as-typed.ts";

/** Where a command prints: results to stdout, progress and problems to stderr. */
export interface Terminal {
  readonly result: (text: string) => void;
  readonly note: (text: string) => void;
  readonly isTty: boolean;
}

/** The process's own streams. */
export const TERMINAL: Terminal = {
  result: (text) => process.stdout.write(`${asTyped(text)}\n`),
  note: (text) => process.stderr.write(`${asTyped(text)}\n`),
  isTty: process.stderr.isTTY === true,
};

/** Functions that colour a text, or leave it as it is. */
export type Colours = ReturnType<typeof pc.createColors>;

/** A document as programs read it. */
export function jsonText(document: unknown): string {
  return JSON.stringify(document, null, 2);
}

/** Colours for the stream they go to; none unless it is a TTY and NO_COLOR is unset. */
export function coloursFor(stream: { isTTY?: boolean }): Colours {
  return pc.createColors(stream.isTTY === true && process.env["NO_COLOR"] === undefined);
}
