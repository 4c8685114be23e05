import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A folder that is being written, and one that is being replaced. */
type State = "part" | "old";

/** Our own names only: a user's `.old` and `.part` files are none of ours. */
const OURS = /^\.ratebook-(?<name>.+)\.(?<owner>[0-9a-f]+)\.(?<state>part|old)$/;

/** This process, whatever other machine or container writes into the same folder: numbers of processes repeat there. */
export const OWNER = randomBytes(8).toString("hex");

/**
 * Where this process puts a release (or the index) until it is whole, or the one it replaces. The process is part of
 * the name, so that two never write into each other.
 */
export function besidePath(out: string, name: string, state: State): string {
  return join(out, `.ratebook-${name}.${OWNER}.${state}`);
}

/** Somebody whose process is going to end may still put one file there while the others are taken away. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
}

/** The release as it was, when a process died between its two renames; a leftover otherwise. */
function settle(out: string, leftover: string, name: string, state: State): void {
  const target = join(out, name);
  if (state === "old" && !existsSync(target)) renameSync(join(out, leftover), target);
  else removeFolder(join(out, leftover));
}

/**
 * Brings a folder back to whole releases after runs that were cut off: nothing half-written stays.
 *
 * @param whose whose leftovers: everybody's for whoever holds the folder's lock, since nobody else can be writing then;
 *   otherwise this process's own
 */
export function recover(out: string, whose: "everybody" | "own"): void {
  if (!existsSync(out)) return;
  for (const leftover of readdirSync(out).sort()) {
    const { name, owner, state } = OURS.exec(leftover)?.groups ?? {};
    if (name === undefined || (whose === "own" && owner !== OWNER)) continue;
    settle(out, leftover, name, state as State);
  }
}
