import { BAR } from "./progress.ts";
import { coloursFor, type Terminal } from "./terminal.ts";

/** Shows the progress of reading one file after another. */
export interface ReadingProgress {
  /** @param bytes size of the file, 0 when it takes only a moment */
  readonly start: (what: string, bytes: number) => void;
  readonly update: (bytes: number) => void;
  /** Removes the display. Must always be called; may be called twice. */
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
    // Keeps the cursor, so that an interrupt has nothing to restore.
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
