import { readdirSync } from "node:fs";
import { join } from "node:path";
import { median, timed } from "./run.ts";

/** Target for the pages of the family, with start. */
const TARGET_MS = 2000;

/**
 * Times the pages of every code that has a document in the committed output, and the review of its two releases.
 *
 * @param folder to write to
 */
export function pageLines(folder: string, runs: number): string[] {
  const page = ["scripts/ratebook.mjs", "page", "--release", "2026A", "--pages", folder];
  const review = ["scripts/ratebook.mjs", "review", "2025A", "2026A", "--file", join(folder, "review.html")];
  const timesOf = (args: readonly string[]): string => {
    const times = Array.from({ length: runs }, () => timed(args).wallMs);
    return `wall ${Math.round(median(times))} ms (target ${TARGET_MS} ms)`;
  };
  const pages = timesOf(page);
  const count = readdirSync(join(folder, "2026A")).length;
  return [`pages of ${count} codes: ${pages}`, `review of the embedded releases: ${timesOf(review)}`];
}
