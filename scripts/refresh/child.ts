import { execFile } from "node:child_process";
import { join } from "node:path";
import { fault } from "../../pipelines/problems/problems.ts";

/** Largest output of a command: `verify` names every file that is not as built. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A ratebook that runs with the registry of a refresh. */
export interface StepProgram {
  /** What node runs: a file, and options of every command, such as the registry. */
  readonly command: readonly string[];
}

/** How a process ended, and what it printed. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end while other work goes on. It has nothing to read. */
export function runMeanwhile(file: string, args: readonly string[], env = process.env): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(file, args, { env, maxBuffer: MOST_BYTES }, (error, stdout, stderr) =>
      // Output that was cut is no success, whatever the program says of itself
      resolve({
        status: error === null ? 0 : child.exitCode || null,
        stdout,
        stderr: stderr || (error?.message ?? ""),
      }),
    );
    child.stdin?.end();
  });
}

/**
 * Runs a command to its end.
 *
 * @returns what it prints
 * @throws InputFault "refresh.step" when it fails, with what it says
 */
export async function runStep({ command }: StepProgram, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runMeanwhile(process.execPath, [...command, ...args]);
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

/** Builds a whole release from a folder of downloads. */
export async function buildStep(
  program: StepProgram,
  release: string,
  { from, out, without }: { from: string; out: string; without: readonly string[] | undefined },
): Promise<string> {
  const left = without === undefined ? [] : ["--without", without.join(",")];
  await runStep(program, ["build", "--from", from, "--release", release, "--out", out, "--quiet", ...left]);
  return join(out, release);
}

/** What all of them give. Where one fails the others come to their end first: they write into a folder that then goes. */
export async function allToTheEnd<T extends readonly unknown[]>(...all: T) {
  await Promise.allSettled(all);
  return await Promise.all(all);
}
