import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import * as z from "zod";
import { OWNER } from "./leftovers.ts";

/** Who holds a lock: which process, and where numbers of processes mean what they mean here. */
const LockHolder = z.object({
  owner: z.string(),
  host: z.string(),
  /** Containers count their processes from 1 each. */
  namespace: z.string(),
  pid: z.int().positive(),
  /** When the process started, by the system's own count: a number that is used again has another. */
  started: z.string(),
});
export type LockHolder = z.infer<typeof LockHolder>;

/** Empty where the system has no such file. */
function systemText(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

/** 22nd field of a process's status on Linux, after the command in brackets, which may hold blanks. */
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

/** Who wrote this lock; undefined for what is no lock of ours. */
export function holderIn(text: string): LockHolder | undefined {
  try {
    return LockHolder.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A process of another user answers EPERM, and runs. */
function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a holder lives; undefined where its number says nothing here, since it is of another machine or container. */
export function lives(holder: LockHolder): boolean | undefined {
  if (holder.host !== hostname() || holder.namespace !== namespace()) return undefined;
  return runs(holder.pid) && (holder.started === "" || holder.started === startOf(holder.pid));
}
