import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LAUNCHER = fileURLToPath(new URL("../../scripts/ratebook.mjs", import.meta.url));

/** The surroundings of a run: environment, folder, modules that Node loads first. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly imports?: readonly string[];
}

function start(args: readonly string[], { env = {}, cwd = ROOT, imports = [] }: Surroundings) {
  const first = imports.flatMap((module) => ["--import", module]);
  return { argv: [...first, LAUNCHER, ...args], options: { cwd, env: { ...process.env, ...env } } };
}

/** Runs the command line as a user does, in its own process and off a terminal. */
export function ratebook(args: readonly string[], surroundings: Surroundings = {}) {
  const { argv, options } = start(args, surroundings);
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { ...options, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** Starts the command line; the caller waits for it or kills it. */
export function startRatebook(args: readonly string[], surroundings: Surroundings = {}) {
  const { argv, options } = start(args, surroundings);
  const child = spawn(process.execPath, argv, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdout.resume();
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return { child, ended, said: () => stderr };
}
