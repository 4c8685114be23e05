import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** `part` is being written, `old` is being replaced. */
type State = "part" | "old";

/** Only our own names, never a user's `.old` and `.part` files. */
const OURS = /^\.ratebook-(?<name>.+)\.(?<owner>[0-9a-f]+)\.(?<state>part|old)$/;

/** Names this process. Process ids are not enough: other machines and containers use the same ones. */
export const OWNER = randomBytes(8).toString("hex");

/**
 * Where this process puts a release (or the index) until it is whole, or the one it replaces. The name contains the
 * process, so that two processes never use the same path.
 */
export function besidePath(out: string, name: string, state: State): string {
  return join(out, `.ratebook-${name}.${OWNER}.${state}`);
}

/** Tries again, because an ending process may still write a file into the folder. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
}

/** Restores the old release when a process died between its two renames; removes any other leftover. */
function settle(out: string, leftover: string, name: string, state: State): void {
  const target = join(out, name);
  if (state === "old" && !existsSync(target)) renameSync(join(out, leftover), target);
  else removeFolder(join(out, leftover));
}

/**
 * Removes what interrupted runs left, so that the folder has only whole releases.
 *
 * @param whose "everybody" only for the holder of the folder's lock, when no other process can be writing
 */
export function recover(out: string, whose: "everybody" | "own"): void {
  if (!existsSync(out)) return;
  for (const leftover of readdirSync(out).sort()) {
    const { name, owner, state } = OURS.exec(leftover)?.groups ?? {};
    if (name === undefined || (whose === "own" && owner !== OWNER)) continue;
    settle(out, leftover, name, state as State);
  }
}
