import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { registryInUse, useRegistry } from "../../pipelines/sources/read-source.ts";

/** What belongs to the registry: not the repository that keeps it. */
function isPart(path: string): boolean {
  return basename(path) !== ".git";
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!isPart(path)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** One hash for everything in a registry, by default the one in use; "" where there is none. */
export function registryState(folder = registryInUse()): string {
  if (folder === undefined || !existsSync(folder)) return "";
  const texts = filesBelow(folder)
    .sort()
    .map((path) => `${path} ${sha256(readFileSync(path))}`);
  return sha256(Buffer.from(texts.join("\n")));
}

/** Does work at once with another registry than the one in use. */
export function withRegistry<T>(registry: string, act: () => T): T {
  const before = registryInUse();
  useRegistry(registry);
  try {
    return act();
  } finally {
    useRegistry(before);
  }
}

/** The registry of a trial, in the folder of its work. */
export const TRIAL_REGISTRY = "registry";

/**
 * Does work with a registry that is a copy of the one in use: what the work writes reaches neither `sources/` nor the
 * user's registry.
 *
 * @param work folder for the copy, `registry/`
 * @returns what the work returns, and the folder with what it wrote
 */
export async function withTrialRegistry<T>(
  work: string,
  act: () => Promise<T>,
): Promise<{ done: T; registry: string }> {
  const before = registryInUse();
  const registry = join(work, TRIAL_REGISTRY);
  mkdirSync(registry, { recursive: true });
  if (before !== undefined && existsSync(before)) cpSync(before, registry, { recursive: true, filter: isPart });
  useRegistry(registry);
  try {
    return { done: await act(), registry };
  } finally {
    useRegistry(before);
  }
}
