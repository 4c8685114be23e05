import { BAR } from "./progress.ts";
import { coloursFor, type Terminal } from "./terminal.ts";

/** Told how far the reading of files is, one after the other. */
export interface ReadingProgress {
  /** @param bytes size of what is read, 0 when it is over in a moment */
  readonly start: (what: string, bytes: number) => void;
  readonly update: (bytes: number) => void;
  /** Takes the display away. Must be called, whatever happens; twice does no harm. */
  readonly close: () => void;
}

const SILENT: ReadingProgress = { start: () => {}, update: () => {}, close: () => {} };

function plainLines(terminal: Terminal): ReadingProgress {
  return { start: (what) => terminal.note(`comparing ${what}`), update: () => {}, close: () => {} };
}

async function bar(): Promise<ReadingProgress> {
  const { default: cliProgress } = await import("cli-progress");
  const colours = coloursFor(process.stderr);
  const single = new cliProgress.SingleBar({
    format: `{bar} {percentage} %  ${colours.dim("{what}")}`,
    ...BAR,
    // Nothing of the terminal is changed that an interrupt would have to give back.
    hideCursor: false,
    linewrap: true,
    fps: 10,
  });
  return {
    start: (what, bytes) => {
      single.stop();
      single.start(Math.max(bytes, 1), 0, { what });
    },
    update: (bytes) => single.update(bytes),
    close: () => single.stop(),
  };
}

/** A bar on a terminal, a line for each file elsewhere, nothing when quiet. */
export async function readingProgressFor(terminal: Terminal, quiet: boolean): Promise<ReadingProgress> {
  if (quiet) return SILENT;
  return terminal.isTty ? await bar() : plainLines(terminal);
}
