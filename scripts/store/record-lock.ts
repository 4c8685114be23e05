import { constants, copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fault } from "../../pipelines/problems/problems.ts";
import { errorCode } from "../out/files.ts";
import { besidePath } from "../out/leftovers.ts";
import { holderIn, isRunning, ourselves } from "../out/lock-holder.ts";

/** Held for milliseconds, while a record is read and written again. */
const RECORD_LOCK = ".ratebook-store-lock";
const LOOK_MS = 5;
/** A lock that is older belongs to a process that ended: no record takes so long. */
const FORGOTTEN_MS = 10_000;
const LONGEST_WAIT_MS = 30_000;

/** Takes the lock where no other process has it; false otherwise. */
function isTakenNow(folder: string, path: string): boolean {
  const whole = besidePath(folder, "store-lock", "part");
  try {
    writeFileSync(whole, JSON.stringify(ourselves()));
    copyFileSync(whole, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(whole, { force: true });
  }
}

/** Text of a lock whose holder has ended; undefined for any other. */
function deadLock(path: string): string | undefined {
  try {
    const text = readFileSync(path, "utf8");
    const holder = holderIn(text);
    const isAlive = holder === undefined ? undefined : isRunning(holder);
    const isDead = isAlive === undefined ? Date.now() - statSync(path).mtimeMs > FORGOTTEN_MS : !isAlive;
    return isDead ? text : undefined;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Takes a dead lock away, and gives it back when it is no longer the one that was read. */
function takeAway(folder: string, path: string, dead: string): void {
  const away = besidePath(folder, "store-lock", "part");
  try {
    renameSync(path, away);
    if (readFileSync(away, "utf8") !== dead) copyFileSync(away, path, constants.COPYFILE_EXCL);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    rmSync(away, { force: true });
  }
}

/**
 * Runs work while no other process changes a record of the store.
 *
 * @throws InputFault "store.locked" when another process holds the store for half a minute
 */
export function withRecordLock<T>(folder: string, work: () => T): T {
  const path = join(folder, RECORD_LOCK);
  for (let waited = 0; !isTakenNow(folder, path); waited += LOOK_MS) {
    const dead = deadLock(path);
    if (dead !== undefined) takeAway(folder, path, dead);
    else if (waited < LONGEST_WAIT_MS) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
    else {
      const message = "another process has been writing into the store for half a minute";
      throw fault("store.locked", { file: folder }, message, `If no ratebook is running, delete ${path}`);
    }
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}
