import { mkdtempSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { recover, removeFolder } from "../out/leftovers.ts";
import { lockFolder, REMOVING } from "../out/lock.ts";
import { makeFolders } from "../out/make-folders.ts";
import type { Terminal } from "../print/terminal.ts";

/** File of a run that names the folder for its reports, once they are whole. */
export const PLACE_OF_REPORTS = "to.txt";

/** Begins the name of the folder of a run: a command of a killed run may go on in its own, and disturbs no other. */
const RUN = "run-";

/** The folder of a refresh at work, which no other refresh uses meanwhile. */
export interface WorkFolder {
  /** Folder of this run. */
  readonly run: string;
  /** Folders of runs that were interrupted. */
  readonly others: () => string[];
  /** Removes the folder, with what interrupted runs left in it. */
  readonly remove: () => void;
}

function runsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(RUN));
  return names.map((name) => join(folder, name)).sort();
}

/** Whoever finds a run without its new registry takes it for applied, so what says it goes first. */
function removeRun(run: string): void {
  rmSync(join(run, PLACE_OF_REPORTS), { force: true });
  removeFolder(run);
}

/** Makes the folder and keeps other refreshes out of it. */
export async function openWorkFolder(path: string, terminal: Terminal): Promise<WorkFolder> {
  const folder = resolve(path);
  makeFolders(folder);
  const waits = (): void => terminal.note("ratebook: another refresh is at work; waiting for it to finish");
  const lock = await lockFolder(folder, waits);
  const run = mkdtempSync(join(folder, RUN));
  return {
    run,
    others: () => runsIn(folder).filter((other) => other !== run),
    remove: () => {
      try {
        for (const each of runsIn(folder)) removeRun(each);
        // What a run left that was killed while it took the lock
        recover(folder, "everybody");
        rmSync(join(folder, REMOVING), { force: true });
      } finally {
        lock.release();
      }
      try {
        rmdirSync(folder);
      } catch {
        // Another refresh has waited for it and has it now.
      }
    },
  };
}
