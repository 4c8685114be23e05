import { STAGES, type Stage } from "../../pipelines/build-release.ts";
import { coloursFor, type Terminal } from "./terminal.ts";

/** Told how far a build is. */
export interface Progress {
  readonly stage: (release: string, stage: Stage) => void;
  readonly finish: (release: string, built: boolean) => void;
  /** Takes the bars away and gives the cursor back. Must be called, whatever happens. */
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

/** Lines that the bars leave free: what the user typed, and the count. */
const OTHER_LINES = 3;

const LONGEST = Math.max(...STAGES.map((stage) => stage.length));

/** How every bar looks. What an interrupt has to give back is our business. */
export const BAR = {
  clearOnComplete: true,
  gracefulExit: false,
  barsize: 24,
  barCompleteChar: "\u2588",
  barIncompleteChar: "\u2591",
};

/** What one line of the display says. */
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

  /** On a low screen, the line of a release that is ready serves the next one. */
  const barOf = (id: string): Bar => {
    const bar = byRelease.get(id) ?? free.shift() ?? add(id);
    byRelease.set(id, bar);
    return bar;
  };
  let finished = 0;
  const show = (id: string, steps: number, state: string, paint = (text: string): string => text): void => {
    const told = fits ? paint(state) : `${paint(state.padEnd(LONGEST))}  ${finished} of ${ids.length} finished`;
    barOf(id).update(steps, line(id, told));
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

/** After an interrupt a build may still tell what it was doing; the display must not come back for it. */
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
 * @param ids releases that will be told of
 */
export async function progressFor(terminal: Terminal, quiet: boolean, ids: readonly string[]): Promise<Progress> {
  if (quiet || ids.length === 0) return SILENT;
  return untilClosed(terminal.isTty ? await bars(ids, process.stderr.rows ?? 24) : plainLines(terminal));
}
