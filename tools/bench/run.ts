import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A diff of two whole releases prints twenty megabytes. */
const LARGEST_OUTPUT = 2 ** 28;

/** A finished child process. */
export interface Run {
  readonly wallMs: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs Node with these arguments in the project's root; throws with its output when it fails.
 *
 * @param done exit codes of a process that did its work
 * @param more variables of its environment
 */
export function timed(args: readonly string[], done: readonly number[] = [0], more: NodeJS.ProcessEnv = {}): Run {
  const since = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, ...more },
    maxBuffer: LARGEST_OUTPUT,
  });
  const wallMs = performance.now() - since;
  if (status === null || !done.includes(status)) throw new Error(`node ${args.join(" ")} failed: ${stderr}`);
  return { wallMs, stdout, stderr };
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
