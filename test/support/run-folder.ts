import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for files that are made once in a run and shared by its tests. */
    runFolder: string;
  }
}

/** Makes the folder before the first test and removes it after the last; vitest calls it. */
export default function setup({ provide, config }: TestProject): () => void {
  const folder = mkdtempSync(join(config.env?.["TMPDIR"] ?? tmpdir(), "ratebook-run-"));
  mkdirSync(join(folder, "turn"));
  provide("runFolder", folder);
  // What a test leaves there goes with the folder
  if (config.env?.["TMPDIR"] !== undefined) config.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
