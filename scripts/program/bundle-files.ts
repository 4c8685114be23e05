import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";

/** Where the launcher keeps the program that it made of the sources, in a checkout. */
export const BUNDLE = ".cache/ratebook";

/**
 * Takes the program along that was made of a checkout's sources. Its name proves whether it is that of the copy;
 * otherwise the first command there makes one. Only its own files: others come and go while programs run.
 */
export function copyBundle(checkout: string, copy: string): void {
  const from = join(checkout, BUNDLE);
  const filter = (path: string): boolean => path === from || path.endsWith(".cjs");
  if (existsSync(from)) cpSync(from, join(copy, BUNDLE), { recursive: true, filter });
}
