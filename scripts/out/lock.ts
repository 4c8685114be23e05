import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UsageError } from "../program/usage-error.ts";
import { errorCode, readIfThere } from "./files.ts";
import { besidePath, OWNER } from "./leftovers.ts";
import { holderIn, type LockHolder, lives, ourselves } from "./lock-holder.ts";

/** Says who builds into the folder. */
export const LOCK = ".ratebook-lock";
/** Held for a moment by whoever takes away the lock of a dead process. */
const TAKING_AWAY = ".ratebook-lock.part";
const LOOK_MS = 100;
/** Longer than any build takes: whoever holds the lock after that hangs. */
const LONGEST_WAIT_MS = 10 * 60 * 1000;
/** A holder touches its lock this often; no stage of a build keeps it from that for longer than a few seconds. */
const TOUCH_MS = 5000;
/** A lock of another machine or container that has not been touched for so long belongs to nobody any more. */
const FORGOTTEN_MS = 60_000;

/** A folder that nobody else builds into until it is given back. */
export interface Lock {
  readonly release: () => void;
}

/** Puts a file there whole or not at all; false when one is there already. */
function placed(out: string, path: string, text: string): boolean {
  const whole = besidePath(out, "lock", "part");
  try {
    // A build that failed takes the folder away again if it had made it, also from under one that waits.
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

/** Where the file system has no links: the file is there for a moment before its text is. */
function placedWithoutLink(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** A lock as it was seen. */
interface Seen {
  readonly text: string;
  readonly holder: LockHolder | undefined;
  readonly dead: boolean;
}

/**
 * Tells when a lock of another machine or container is forgotten: when its holder has not touched it for so long. The
 * clock of another machine may be ahead of ours, so that a lock with a time to come is watched instead.
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

/** Undefined when it has just gone. */
function look(path: string, watch: Watch): Seen | undefined {
  try {
    if (!lstatSync(path).isFile())
      throw new UsageError(`--out: ${path} is there and is not a lock of ratebook's; delete it`);
    const text = readFileSync(path, "utf8");
    const holder = holderIn(text);
    const alive = holder && lives(holder);
    return { text, holder, dead: alive === undefined ? watch.isForgotten(statSync(path).mtimeMs) : !alive };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Takes away the lock of a dead process, if it still is that lock; one at a time, so that nobody's new lock goes with it. */
function takeAway(out: string, path: string, { text }: Seen, watch: Watch): void {
  const guard = join(out, TAKING_AWAY);
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
    // Somebody took it for forgotten, or the folder away: nothing that could be done about it here.
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

/** What a person is told of whom a build waits for. */
export function waitingFor(holder: LockHolder | undefined, out: string): string {
  const who = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}`;
  return `ratebook: ${who} is building into ${out}/; waiting until it has finished`;
}

/**
 * Waits until no other build writes into a folder, and keeps others out. The lock of a process that was killed is no
 * hindrance; one of another machine or container is respected until it has not been touched for a minute.
 *
 * @param onWait told once, when there is somebody to wait for
 * @param forgottenMs how long a lock of another machine is respected without being touched
 * @throws UsageError when the other build does not come to an end, or what lies there is no lock
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
  let told = false;
  while (!placed(out, path, text)) {
    const seen = look(path, watch);
    if (seen?.dead === true) takeAway(out, path, seen, watch);
    if (seen?.dead === false && !told) {
      onWait(seen.holder);
      told = true;
    }
    if (Date.now() - since > LONGEST_WAIT_MS)
      throw new UsageError(
        `--out: another process builds into ${out} and does not end; if it is none of ratebook's, delete ${path}`,
      );
    await sleep(seen?.dead === true ? 1 : LOOK_MS);
  }
  return hold(path);
}
