import pc from "picocolors";

/** Where a command prints: results to stdout, progress and problems to stderr. */
export interface Terminal {
  readonly result: (text: string) => void;
  readonly note: (text: string) => void;
  readonly isTty: boolean;
}

/** The process's own streams. */
export const TERMINAL: Terminal = {
  result: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  isTty: process.stderr.isTTY === true,
};

/** Colours for the stream they go to; none unless it is a TTY and NO_COLOR is unset. */
export function coloursFor(stream: { isTTY?: boolean }): ReturnType<typeof pc.createColors> {
  return pc.createColors(stream.isTTY === true && process.env["NO_COLOR"] === undefined);
}
