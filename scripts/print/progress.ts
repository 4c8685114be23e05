import { STAGES, type Stage } from "../../pipelines/build-release.ts";
import { coloursFor, type Terminal } from "./terminal.ts";

/** Shows the progress of a build. */
export interface Progress {
  readonly stage: (release: string, stage: Stage) => void;
  readonly finish: (release: string, built: boolean) => void;
  /** Removes the bars and restores the cursor. Must always be called. */
  readonly close: () => void;
}

const SILENT: Progress = { stage: () => {}, finish: () => {}, close: () => {} };

function plainLines(terminal: Terminal): Progress {
  return {
    stage: (release, stage) => terminal.note(`${release}: ${stage}`),
    finish: (release, built) => terminal.note(`${release}: ${built ? "done" : "not built"}`),
    close: () => {},
  };
}

/** Lines that the bars leave free: the command, and the count. */
const OTHER_LINES = 3;

const LONGEST = Math.max(...STAGES.map((stage) => stage.length));

/** How every bar looks. We restore the terminal ourselves after an interrupt. */
export const BAR = {
  clearOnComplete: true,
  gracefulExit: false,
  barsize: 24,
  barCompleteChar: "\u2588",
  barIncompleteChar: "\u2591",
};

/** One line of the display. */
interface Line {
  readonly release: string;
  readonly state: string;
}

async function bars(ids: readonly string[], rows: number): Promise<Progress> {
  const { default: cliProgress } = await import("cli-progress");
  const colours = coloursFor(process.stderr);
  const multi = new cliProgress.MultiBar({
    format: "{release} {bar} {state}",
    ...BAR,
    hideCursor: true,
    fps: 20,
  });
  type Bar = ReturnType<typeof multi.create>;
  const width = Math.max(...ids.map((id) => id.length));
  const line = (release: string, state: string): Line => ({ release: release.padEnd(width), state });
  const byRelease = new Map<string, Bar>();
  const free: Bar[] = [];
  const add = (id: string): Bar => multi.create(STAGES.length, 0, line(id, colours.dim("waiting")));
  const fits = ids.length + OTHER_LINES <= rows;
  if (fits) for (const id of ids) byRelease.set(id, add(id));

  /** On a low screen, the next release takes the line of one that has finished. */
  const barOf = (id: string): Bar => {
    const bar = byRelease.get(id) ?? free.shift() ?? add(id);
    byRelease.set(id, bar);
    return bar;
  };
  let finished = 0;
  const show = (id: string, steps: number, state: string, paint = (plain: string): string => plain): void => {
    const text = fits ? paint(state) : `${paint(state.padEnd(LONGEST))}  ${finished} of ${ids.length} finished`;
    barOf(id).update(steps, line(id, text));
    multi.update();
  };
  return {
    stage: (id, stage) => show(id, STAGES.indexOf(stage), stage),
    finish: (id, built) => {
      finished += 1;
      show(id, STAGES.length, built ? "done" : "not built", built ? colours.green : colours.red);
      if (!fits) free.push(barOf(id));
    },
    close: () => multi.stop(),
  };
}

/** After an interrupt a build may still report a stage, which must not be displayed. */
function untilClosed(progress: Progress): Progress {
  let open = true;
  return {
    stage: (release, stage) => open && progress.stage(release, stage),
    finish: (release, built) => open && progress.finish(release, built),
    close: () => {
      if (open) progress.close();
      open = false;
    },
  };
}

/**
 * Bars on a terminal, plain lines elsewhere, nothing when quiet.
 *
 * @param ids releases whose progress is shown
 */
export async function progressFor(terminal: Terminal, quiet: boolean, ids: readonly string[]): Promise<Progress> {
  if (quiet || ids.length === 0) return SILENT;
  return untilClosed(terminal.isTty ? await bars(ids, process.stderr.rows ?? 24) : plainLines(terminal));
}
