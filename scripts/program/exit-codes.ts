import type { Problem } from "../../schemas/place.ts";

/** What the exit code of every command means. */
export const EXIT = { done: 0, problems: 1, usage: 2, notFound: 3 } as const;

/** The same in words, for every help text. */
export const EXIT_CODES = "Exit codes: 0 done, 1 problems in the data, 2 usage, 3 not built or not found";

/** What was asked for has not been built, or is not there. */
export const NOT_FOUND: ReadonlySet<string> = new Set([
  ...["out.not-built", "place.source-missing", "cbsa.source-missing", "cbsa.no-index", "diff.no-localities"],
  ...["release.not-built", "release.not-at-hand", "release.unknown", "release.name", "release.revision"],
  ...["code.no-document", "code.unknown", "codes.unknown", "modifier.unknown", "figure.unknown"],
  ...["locality.unknown", "zip.unknown", "county.unknown", "cbsa.unknown", "day.outside-calendar", "day.not-covered"],
  ...["file.not-found", "from.not-a-folder", "release.nothing-found", "published.not-found", "opps-cap.not-found"],
  ...["register.nothing-new"],
]);

/** What was asked for is not clear, or not possible. Of all other problems it is the data that has them. */
export const USAGE: ReadonlySet<string> = new Set([
  ...["usage", "day.invalid", "county.invalid", "factor.invalid", "diff.too-many-rows"],
  ...["locality.ambiguous", "zip.ambiguous", "county.ambiguous", "cbsa.ambiguous"],
  ...["published.release", "published.track", "register.note-needed"],
]);

/** The exit code for problems: that of the data where several kinds come together. */
export function exitCodeOf(problems: readonly Problem[]): number {
  const all = (kind: ReadonlySet<string>): boolean => problems.every(({ code }) => kind.has(code));
  if (problems.length === 0) return EXIT.done;
  if (all(NOT_FOUND)) return EXIT.notFound;
  return all(USAGE) ? EXIT.usage : EXIT.problems;
}

/** Ends a command: the process exits with the code when nothing is left to do. */
export function exitWith(code: number): void {
  process.exitCode = code;
}
