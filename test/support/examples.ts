import { spawnSync } from "node:child_process";
import { ROOT } from "./documents.ts";

/** What every example prints or shows: 22511 of January 2026 in an office, at a hospital, at a surgical center. */
export const SHOWN = "1773.92 3342.87 1644.87";

/** What a program prints in the folder of the repository; its error text when it fails. */
export function printed(program: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: ROOT, encoding: "utf8" });
  return status === 0 ? stdout : `${status}: ${stderr}`;
}
