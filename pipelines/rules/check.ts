import type { Place } from "../../schemas/place.ts";
import type { Citation } from "../../schemas/text.ts";

/** One row, pair or file that breaks a check. */
export interface Violation {
  /** What `sources/exceptions.json` names: "22511", "77002 26", "0112205", or "*" for a whole file. */
  readonly key: string;
  /** Label of the row's publication. */
  readonly publication: string;
  readonly place: Place;
  /** The values seen, and those expected. */
  readonly message: string;
}

/** What a check found. */
export interface Findings {
  /** How many rows or pairs were compared. */
  readonly checked: number;
  readonly violations: readonly Violation[];
  /** Publications that were checked, so that exceptions for them can be stale. */
  readonly publications: readonly string[];
  /** Whether this key was compared. */
  readonly compared: (key: string) => boolean;
  /** Set when a file of the check was not read, so that a row may be missing only for that reason. */
  readonly unread?: boolean;
}

/**
 * The weight of a violation. `error`: the file is damaged or misread, and nothing may be built from it. `review`: CMS
 * has broken the rule before; in a registered release each such row must be a listed exception, in an unregistered one
 * the manifest lists it for review.
 */
export type Severity = "error" | "review";

/**
 * A rule for every row. It holds, or the row is a listed exception, or the build fails.
 *
 * `run` returns undefined when the release lacks a source that it needs.
 */
export interface Check<Book> {
  readonly id: string;
  /** One sentence: what is true when the check holds. */
  readonly title: string;
  /** Numbers of the invariants that it proves, in the list of docs/proof.md; none for any other check. */
  readonly invariants: readonly string[];
  readonly scope: "row" | "table" | "release";
  readonly severity: Severity;
  /** CMS has posted whole files that break this check, from an earlier release or with an earlier factor. */
  readonly staleFilesKnown?: true;
  /** A person must judge a finding: in unregistered files each can be accepted by name, with a reason. */
  readonly acceptable?: true;
  readonly cites: readonly Citation[];
  /** What to do about a violation. */
  readonly cure: string;
  readonly run: (book: Book) => Findings | undefined;
}

/** What to do when CMS's figures contradict each other: the cure of most checks. */
export function compareWithCms(rows: "the row" | "the three rows"): string {
  return `Compare ${rows} in CMS's file; if CMS is wrong, list the code in sources/exceptions.json with its source`;
}

/** The findings of a check in several files, undefined when it checked none. The check itself sets `unread`. */
export function together(findings: readonly (Findings | undefined)[]): Findings | undefined {
  const present = findings.filter((each) => each !== undefined);
  if (present.length <= 1) return present[0];
  return {
    checked: present.reduce((total, each) => total + each.checked, 0),
    violations: present.flatMap((each) => each.violations),
    publications: [...new Set(present.flatMap((each) => each.publications))],
    compared: (key) => present.some((each) => each.compared(key)),
  };
}
