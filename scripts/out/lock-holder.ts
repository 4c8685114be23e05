import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import * as z from "zod";
import { OWNER } from "./leftovers.ts";

/** The process that holds a lock, and where its process id is valid. */
const LockHolder = z.object({
  owner: z.string(),
  host: z.string(),
  /** Each container counts its processes from 1. */
  namespace: z.string(),
  pid: z.int().positive(),
  /** When the process started, in the system's own count: tells apart processes with the same id. */
  started: z.string(),
});
export type LockHolder = z.infer<typeof LockHolder>;

/** Empty where the system does not have the file. */
function systemText(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

/** 22nd field of a process's status on Linux. Counted from the end of the command, which may contain blanks. */
function startOf(pid: number): string {
  const status = systemText(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

const namespace = (): string => systemText(() => readlinkSync("/proc/self/ns/pid"));

/** This process. */
export function ourselves(): LockHolder {
  const { pid } = process;
  return { owner: OWNER, host: hostname(), namespace: namespace(), pid, started: startOf(pid) };
}

/** The holder that a lock names; undefined when the text is not a lock. */
export function holderIn(text: string): LockHolder | undefined {
  try {
    return LockHolder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A running process of another user answers EPERM. */
function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether the holder is running; undefined when it is on another machine or in another container. */
export function isRunning(holder: LockHolder): boolean | undefined {
  if (holder.host !== hostname() || holder.namespace !== namespace()) return undefined;
  return runs(holder.pid) && (holder.started === "" || holder.started === startOf(holder.pid));
}
