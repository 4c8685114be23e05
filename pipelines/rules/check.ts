import type { Place } from "../../schemas/place.ts";
import type { Citation } from "../../schemas/text.ts";

/** One row, pair or file that breaks a check. */
export interface Violation {
  /** What `sources/exceptions.json` names: "22511", "77002 26", "0112205", or "*" for a whole file. */
  readonly key: string;
  /** Label of the publication the row stands in. */
  readonly publication: string;
  readonly place: Place;
  /** The values seen and what was expected. */
  readonly message: string;
}

/** What a check found. */
export interface Findings {
  /** How many rows or pairs were compared. */
  readonly checked: number;
  readonly violations: readonly Violation[];
  /** Publications that were looked at, so that exceptions for them can be called stale. */
  readonly publications: readonly string[];
  /** True when this key was among those compared. */
  readonly compared: (key: string) => boolean;
  /** Set when a file that the check looks at was not read, so that a row may be absent for that reason alone. */
  readonly unread?: boolean;
}

/**
 * How much a violation weighs. `error`: the file is damaged or misread, nothing may be built from it. `review`: CMS has
 * broken the rule before; in a registered release each such row must be a listed exception, in one that nobody has
 * registered it is listed in the manifest for whoever will.
 */
export type Severity = "error" | "review";

/**
 * A promise about every row. It either holds, or the row is a listed exception, or the build fails.
 *
 * `run` answers undefined when a source that it needs is missing from the release.
 */
export interface Check<Book> {
  readonly id: string;
  /** One sentence of what it means when the check holds. */
  readonly title: string;
  /** Numbers of the invariants that it proves, in the list of docs/proof.md; none for a check beyond that list. */
  readonly invariants: readonly string[];
  readonly scope: "row" | "table" | "release";
  readonly severity: Severity;
  /** CMS has shipped whole files that break this check, from an earlier release or with an earlier factor. */
  readonly staleFilesKnown?: true;
  /** A finding is a person's to judge: of files that nobody has registered each can be accepted by its name, with a reason. */
  readonly acceptable?: true;
  readonly cites: readonly Citation[];
  /** What a person should do about a violation. */
  readonly cure: string;
  readonly run: (book: Book) => Findings | undefined;
}

/** What to do about figures of CMS's that contradict each other: the cure of most checks. */
export function compareWithCms(rows: "the row" | "the three rows"): string {
  return `Compare ${rows} in CMS's file; if CMS is wrong, list the code in sources/exceptions.json with its source`;
}

/** What a check found in several files, undefined when it looked at none. `unread` is for the check itself to say. */
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
