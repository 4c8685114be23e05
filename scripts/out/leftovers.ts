import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A folder that is being written, and one that is being replaced. */
type State = "part" | "old";

/** Our own names only, with the process that writes there: a user's `.old` and `.part` files are none of ours. */
const OURS = /^\.ratebook-(?<name>.+)\.(?<pid>\d+)\.(?<state>part|old)$/;

/**
 * Where this process puts a release (or the index) until it is whole, or the one it replaces. The process is part of
 * the name, so that two builds into one folder never write into each other, and no lock can outlive its owner.
 */
export function besidePath(out: string, name: string, state: State): string {
  return join(out, `.ratebook-${name}.${process.pid}.${state}`);
}

/** Whether a process runs that is not this one. A process of another user answers EPERM, and runs. Our own leftovers are of an earlier process with our number. */
export function runsElsewhere(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The release as it was, when a process died between its two renames; a leftover otherwise. */
function settle(out: string, leftover: string, name: string, state: State): void {
  const target = join(out, name);
  if (state === "old" && !existsSync(target)) renameSync(join(out, leftover), target);
  else rmSync(join(out, leftover), { recursive: true, force: true });
}

/**
 * Brings a folder back to whole releases after runs that were cut off: nothing half-written stays, except what a
 * process that still runs is writing.
 */
export function recover(out: string): void {
  if (!existsSync(out)) return;
  for (const leftover of readdirSync(out).sort()) {
    const { name, pid, state } = OURS.exec(leftover)?.groups ?? {};
    if (name === undefined || runsElsewhere(Number(pid))) continue;
    settle(out, leftover, name, state as State);
  }
}
