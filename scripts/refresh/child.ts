import { execFile } from "node:child_process";
import { join } from "node:path";
import { fault } from "../../pipelines/problems/problems.ts";

/** Largest output of a command: a diff of two quarters is some megabytes. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A ratebook that runs with the registry of a refresh. */
export interface StepProgram {
  /** What node runs: a file, and options of every command, such as the registry. */
  readonly command: readonly string[];
  readonly folder?: string;
}

interface Ended {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ended({ command, folder }: StepProgram, args: readonly string[]): Promise<Ended> {
  const options = { ...(folder === undefined ? {} : { cwd: folder }), maxBuffer: MOST_BYTES };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...command, ...args], options, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : child.exitCode, stdout, stderr }),
    );
  });
}

/**
 * Runs a command to its end.
 *
 * @returns what it prints
 * @throws InputFault "refresh.step" when it fails, with what it says
 */
export async function runStep(program: StepProgram, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await ended(program, args);
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
