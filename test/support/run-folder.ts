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
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-run-"));
  mkdirSync(join(folder, "turn"));
  provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
