import { STAGES, type Stage } from "../../pipelines/build-release.ts";
import type { Terminal } from "./terminal.ts";

/** Told how far a build is. */
export interface Progress {
  readonly stage: (release: string, stage: Stage) => void;
  readonly finish: (release: string, built: boolean) => void;
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

async function bars(): Promise<Progress> {
  const { default: cliProgress } = await import("cli-progress");
  const format = "{release} {bar} {stage}";
  const multi = new cliProgress.MultiBar({ format, clearOnComplete: true, hideCursor: true, barsize: 24 });
  const byRelease = new Map<string, ReturnType<typeof multi.create>>();
  return {
    stage: (release, stage) => {
      const bar = byRelease.get(release) ?? multi.create(STAGES.length, 0, { release, stage });
      byRelease.set(release, bar);
      bar.update(STAGES.indexOf(stage), { release, stage });
      multi.update();
    },
    finish: (release, built) =>
      byRelease.get(release)?.update(STAGES.length, { release, stage: built ? "done" : "not built" }),
    close: () => multi.stop(),
  };
}

/** Bars on a terminal, plain lines elsewhere, nothing when quiet. */
export async function progressFor(terminal: Terminal, quiet: boolean): Promise<Progress> {
  if (quiet) return SILENT;
  return terminal.isTty ? await bars() : plainLines(terminal);
}
