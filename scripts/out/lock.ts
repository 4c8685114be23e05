import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UsageError } from "../program/usage-error.ts";
import { errorCode, readIfThere } from "./files.ts";
import { besidePath, OWNER } from "./leftovers.ts";
import { holderIn, isRunning, type LockHolder, ourselves } from "./lock-holder.ts";

/** Names the process that builds into the folder. */
export const LOCK = ".ratebook-lock";
/** Held for a moment by the process that removes the lock of a dead one. */
export const REMOVING = ".ratebook-lock.part";
const LOOK_MS = 100;
/** Longer than any build takes: a holder that takes longer hangs. */
const LONGEST_WAIT_MS = 10 * 60 * 1000;
/** How often a holder touches its lock. No stage of a build delays this by more than a few seconds. */
const TOUCH_MS = 5000;
/** After this time without a touch, a lock of another machine or container is abandoned. */
const FORGOTTEN_MS = 60_000;

/** Keeps other builds out of a folder until it is released. */
export interface Lock {
  readonly release: () => void;
}

/** Creates a whole file or none; false when the file exists. */
function placed(out: string, path: string, text: string): boolean {
  const whole = besidePath(out, "lock", "part");
  try {
    // A failed build removes the folder if it had made it, even while we wait.
    mkdirSync(out, { recursive: true });
    writeFileSync(whole, text);
    linkSync(whole, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(errorCode(error) ?? "")) throw error;
    return placedWithoutLink(path, text);
  } finally {
    rmSync(whole, { force: true });
  }
}

/** For file systems without links: the file is empty for a moment. */
function placedWithoutLink(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** A lock as it was read. */
interface Seen {
  readonly text: string;
  readonly holder: LockHolder | undefined;
  readonly dead: boolean;
}

/**
 * Decides when a lock of another machine or container is abandoned: when its holder has not touched it for some time.
 * The clock of another machine may be ahead of ours, so a lock with a future time is timed by our clock.
 */
class Watch {
  private touchedMs = Number.NaN;
  private sinceMs = 0;
  private readonly forgottenMs: number;

  constructor(forgottenMs: number) {
    this.forgottenMs = forgottenMs;
  }

  isForgotten(touchedMs: number): boolean {
    const now = Date.now();
    if (touchedMs !== this.touchedMs) [this.touchedMs, this.sinceMs] = [touchedMs, now];
    return now - (touchedMs > now ? this.sinceMs : touchedMs) > this.forgottenMs;
  }
}

/** Undefined when the lock is gone. */
function look(path: string, watch: Watch): Seen | undefined {
  try {
    if (!lstatSync(path).isFile()) throw new UsageError(`--out: ${path} is not a lock of ratebook's; delete it`);
    const text = readFileSync(path, "utf8");
    const holder = holderIn(text);
    const alive = holder && isRunning(holder);
    return { text, holder, dead: alive === undefined ? watch.isForgotten(statSync(path).mtimeMs) : !alive };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Removes the lock of a dead process, unless it has changed. One process at a time, so that no new lock is removed. */
function removeDead(out: string, path: string, { text }: Seen, watch: Watch): void {
  const guard = join(out, REMOVING);
  if (!placed(out, guard, OWNER)) {
    if (look(guard, new Watch(FORGOTTEN_MS))?.dead === true) rmSync(guard, { force: true });
    return;
  }
  try {
    if (look(path, watch)?.text === text) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Another process removed the lock or the folder: there is nothing to do.
  }
}

function hold(path: string): Lock {
  const touching = setInterval(() => touch(path), TOUCH_MS).unref();
  const release = (): void => {
    clearInterval(touching);
    process.off("exit", release);
    if (holderIn(String(readIfThere(path) ?? ""))?.owner === OWNER) rmSync(path, { force: true });
  };
  process.on("exit", release);
  return { release };
}

/** Tells the user which process a build waits for. */
export function waitingFor(holder: LockHolder | undefined, out: string): string {
  const who = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}`;
  return `ratebook: ${who} is building into ${out}/; waiting for it to finish`;
}

/**
 * Waits until no other build writes into a folder, and keeps others out. Removes the lock of a killed process, and that
 * of another machine or container after a minute without a touch.
 *
 * @param onWait called once, when there is another build to wait for
 * @param forgottenMs how long a lock of another machine is respected without a touch
 * @throws UsageError when the other build does not end, or the file is not a lock
 */
export async function lockFolder(
  out: string,
  onWait: (holder: LockHolder | undefined) => void,
  forgottenMs = FORGOTTEN_MS,
): Promise<Lock> {
  const watch = new Watch(forgottenMs);
  const path = join(out, LOCK);
  const text = JSON.stringify(ourselves());
  const since = Date.now();
  let reported = false;
  while (!placed(out, path, text)) {
    const seen = look(path, watch);
    if (seen?.dead === true) removeDead(out, path, seen, watch);
    if (seen?.dead === false && !reported) {
      onWait(seen.holder);
      reported = true;
    }
    if (Date.now() - since > LONGEST_WAIT_MS)
      throw new UsageError(
        `--out: another process has been building into ${out} for ten minutes; if it is not a ratebook build, delete ${path}`,
      );
    await sleep(seen?.dead === true ? 1 : LOOK_MS);
  }
  return hold(path);
}
