import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode, readIfThere } from "../out/files.ts";
import { removeFolder } from "../out/leftovers.ts";
import { holderIn, isRunning, ourselves } from "../out/lock-holder.ts";
import { makeFolders } from "../out/make-folders.ts";

/** Begins the name of the folder of a run, which has its files on their way and the finished ones. */
const RUN = "run-";
/** File of a run that names its process. */
export const RUN_HOLDER = "holder.json";
/** No try to download a file takes a quarter of this. */
const FORGOTTEN_MS = 60 * 60 * 1000;

/** Makes a folder for the files of a run of its own: another run may use the same folder at the same time. */
export function newRun(folder: string): string {
  makeFolders(folder);
  const run = mkdtempSync(join(folder, RUN));
  writeFileSync(join(run, RUN_HOLDER), JSON.stringify(ourselves()));
  return run;
}

/** When something last came into a run. */
function lastChange(run: string): number {
  const paths = [run, ...readdirSync(run).map((name) => join(run, name))];
  return Math.max(...paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}

function isInterrupted(run: string): boolean {
  const holder = holderIn(String(readIfThere(join(run, RUN_HOLDER)) ?? ""));
  const runs = holder === undefined ? undefined : isRunning(holder);
  try {
    return runs === undefined ? Date.now() - lastChange(run) > FORGOTTEN_MS : !runs;
  } catch (error) {
    // The run has ended meanwhile.
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

/**
 * Removes what runs left that were interrupted: their process has ended, or nobody can know it, as on another machine,
 * and nothing came for an hour.
 *
 * @param folder of the runs; it need not be there
 */
export function removeInterruptedRuns(folder: string): void {
  if (!existsSync(folder)) return;
  const runs = readdirSync(folder).filter((name) => name.startsWith(RUN));
  for (const run of runs.map((name) => join(folder, name))) if (isInterrupted(run)) removeFolder(run);
}
