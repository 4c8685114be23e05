import { spawnSync } from "node:child_process";
import { fault } from "../../pipelines/problems/problems.ts";

/** Largest output of a command: a diff of two quarters is some megabytes. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A ratebook that runs with the registry of a refresh. */
export interface StepProgram {
  /** What node runs: a file, and options of every command, such as the registry. */
  readonly command: readonly string[];
  readonly folder?: string;
}

/**
 * Runs a command to its end.
 *
 * @returns what it prints
 * @throws InputFault "refresh.step" when it fails, with what it says
 */
export function runStep({ command, folder }: StepProgram, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    ...(folder === undefined ? {} : { cwd: folder }),
    encoding: "utf8",
    maxBuffer: MOST_BYTES,
  });
  if (status === 0) return stdout;
  const said = `${stderr}\n${stdout}`.trim();
  const message = `ratebook ${args[0]} ended with ${status === null ? "a signal" : `exit code ${status}`}: ${said}`;
  throw fault(
    "refresh.step",
    { file: args.join(" ") },
    message,
    "Nothing was applied. Correct this, then run the command again",
  );
}
