import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UsageError } from "../program/usage-error.ts";
import { besidePath, runsElsewhere } from "./leftovers.ts";

/** Holds the number of the process that builds into the folder. */
const LOCK = ".ratebook-lock";
/** How often a waiting build looks again. */
const LOOK_MS = 100;
/** Longer than any build takes: whoever holds the lock after that hangs, or is another program with its number. */
const LONGEST_WAIT_MS = 10 * 60 * 1000;
/** A lock is written in one go; one that stays empty was made by a process that died in between. */
const EMPTY_MS = 1000;

const held = new Set<string>();

/** A folder that nobody else builds into until it is given back. */
export interface Lock {
  readonly release: () => void;
}

function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** A build that failed takes the folder away again if it had made it, also from under one that waits. */
function claimed(out: string): boolean {
  try {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, LOCK), String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST" || errorCode(error) === "ENOENT") return false;
    // On a full disk the file is there and its content is not.
    rmSync(join(out, LOCK), { force: true });
    throw error;
  }
}

/** Whose lock it is; undefined when it has just gone. */
function holderOf(path: string): { readonly pid: number; readonly lives: boolean } | undefined {
  try {
    const text = readFileSync(path, "utf8");
    const isNew = text === "" && Date.now() - statSync(path).mtimeMs < EMPTY_MS;
    const pid = Number(text);
    return { pid, lives: isNew || (pid > 0 && (runsElsewhere(pid) || held.has(path))) };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Takes away the lock of a dead process. It is renamed first, which one of several can do; should another build have put
 * its own there meanwhile, that one is put back.
 */
function removeStale(out: string, path: string): void {
  const aside = besidePath(out, "lock", "part");
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  if (holderOf(aside)?.lives === true) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function hold(path: string): Lock {
  held.add(path);
  let given = false;
  const release = (): void => {
    if (given) return;
    given = true;
    held.delete(path);
    rmSync(path, { force: true });
    process.off("exit", release);
  };
  process.on("exit", release);
  return { release };
}

/**
 * Waits until no other build writes into a folder, and keeps others out. The lock of a process that was killed is no
 * hindrance.
 *
 * @param onWait told once, when there is somebody to wait for
 * @throws UsageError when the other build does not come to an end
 */
export async function lockFolder(out: string, onWait: (pid: number) => void): Promise<Lock> {
  const path = join(out, LOCK);
  const since = Date.now();
  let told = false;
  while (!claimed(out)) {
    const holder = holderOf(path);
    if (holder === undefined) continue;
    if (!holder.lives) {
      removeStale(out, path);
      continue;
    }
    if (!told) onWait(holder.pid);
    told = true;
    if (Date.now() - since > LONGEST_WAIT_MS)
      throw new UsageError(
        `--out: process ${holder.pid} builds into ${out} and does not end; if it is none of ratebook's, delete ${path}`,
      );
    await sleep(LOOK_MS);
  }
  return hold(path);
}
