import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Python of a virtual environment with pandas, polars and pyspark; an empty text where it cannot be made. */
    python: string;
  }
}

const REQUIREMENTS = fileURLToPath(new URL("../../engines/requirements.txt", import.meta.url));
const MINUTES = 60_000;

function succeeds(command: string, args: readonly string[], minutes: number): boolean {
  return spawnSync(command, args, { stdio: "ignore", timeout: minutes * MINUTES }).status === 0;
}

/** Makes the environment once for these versions, in the user's cache, and keeps it there for the next run. */
function environment(): string {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const name = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 12);
  const folder = join(cache, "ratebook-engines", name);
  const [python, ready] = [join(folder, "bin", "python"), join(folder, "ready")];
  if (existsSync(ready) && succeeds(python, ["-c", "import pandas, polars, pyspark"], 5)) return python;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!succeeds("python3", ["-m", "venv", folder], 2)) return "";
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", REQUIREMENTS];
  if (!succeeds(python, install, 5)) return "";
  writeFileSync(ready, "");
  return python;
}

/** Finds or makes the environment before the first test; vitest calls it. */
export default function setup({ provide }: TestProject): void {
  provide("python", environment());
}

/** Runs a script of `test/engines/` and returns the JSON that it prints. */
export function pythonJson<T>(python: string, script: string, args: readonly string[], input: object = {}): T {
  const path = fileURLToPath(new URL(`../../engines/${script}`, import.meta.url));
  const options = { input: JSON.stringify(input), encoding: "utf8", maxBuffer: 1 << 26, cwd: tmpdir() } as const;
  const { status, stdout, stderr } = spawnSync(python, [path, ...args], options);
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr.slice(-4000)}`);
  return JSON.parse(stdout) as T;
}
