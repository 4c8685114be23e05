import type { Problem } from "../../schemas/place.ts";

/** Exit codes of every command. Only `refresh` ends with `review`: something waits for a person. */
export const EXIT = { done: 0, problems: 1, usage: 2, notFound: 3, review: 4 } as const;

/** The exit codes in words, for every help text. */
export const EXIT_CODES = "Exit codes: 0 done, 1 problems in the data, 2 usage, 3 not built or not found";

/** Codes of problems that mean: not built, or not found. */
export const NOT_FOUND: ReadonlySet<string> = new Set([
  ...["out.not-built", "place.source-missing", "cbsa.source-missing", "cbsa.no-index", "diff.no-localities"],
  ...["release.not-built", "release.not-available", "release.unknown", "release.name", "release.revision"],
  ...["code.unknown", "codes.unknown", "modifier.unknown", "figure.unknown"],
  ...["locality.unknown", "zip.unknown", "county.unknown", "cbsa.unknown", "day.outside-calendar", "day.not-covered"],
  ...["file.not-found", "from.not-a-folder", "release.nothing-found", "published.not-found", "opps-cap.not-found"],
  ...["register.nothing-new", "fetch.not-found", "store.not-found"],
]);

/** Codes of problems that mean: the command is ambiguous or impossible. All other problems are in the data. */
export const USAGE: ReadonlySet<string> = new Set([
  ...["usage", "day.invalid", "county.invalid", "factor.invalid", "diff.too-many-rows"],
  ...["locality.ambiguous", "zip.ambiguous", "county.ambiguous", "cbsa.ambiguous"],
  ...["published.release", "published.track", "register.note-needed", "fetch.address", "fetch.contact"],
]);

/** The exit code for problems. Problems of several kinds give that of the data. */
export function exitCodeOf(problems: readonly Problem[]): number {
  const all = (kind: ReadonlySet<string>): boolean => problems.every(({ code }) => kind.has(code));
  if (problems.length === 0) return EXIT.done;
  if (all(NOT_FOUND)) return EXIT.notFound;
  return all(USAGE) ? EXIT.usage : EXIT.problems;
}

/** Sets the exit code of the process. */
export function exitWith(code: number): void {
  process.exitCode = code;
}
