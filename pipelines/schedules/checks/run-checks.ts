import type { Problem } from "../../../schemas/place.ts";
import type { Exception } from "../../../schemas/source/parameters.ts";
import type { Citation } from "../../../schemas/text.ts";
import type { Problems } from "../../problems/problems.ts";
import type { Check, Findings, Severity, Violation } from "../../rules/check.ts";
import { completeness, exceptions } from "../../sources/sources.ts";
import { type ReleaseBook, sourceFiles } from "../book.ts";
import { CHECKS } from "./all-checks.ts";

/** The result of one check in one release. */
interface CheckResult {
  readonly id: string;
  readonly invariants: readonly string[];
  readonly title: string;
  readonly scope: string;
  readonly severity: Severity;
  readonly cites: readonly Citation[];
  /** False when a source that the check needs is missing, or no expectation is recorded. */
  readonly ran: boolean;
  /** Labels of the publications whose rows it compared; none where it compares releases. */
  readonly publications: readonly string[];
  readonly checked: number;
  readonly held: number;
  readonly excepted: number;
  /** Violations in an unregistered release that wait for review. */
  readonly unreviewed: number;
}

/** An exception, and how many rows it allows. */
type UsedException = Exception & { readonly rows: number };

/** The results, with the exceptions that were used. */
export interface CheckReport {
  readonly results: readonly CheckResult[];
  readonly exceptionsUsed: readonly UsedException[];
  /** Violations of an unregistered release that wait for review, each with the key that an exception would have. */
  readonly unreviewed: readonly Problem[];
}

/** A finding of an unregistered release that its builder has reviewed and accepted by name. */
export interface AcceptedFinding {
  readonly check: string;
  readonly key: string;
  readonly reason: string;
}

/** The listed exceptions, and those that were used. */
interface Ledger {
  readonly known: readonly Exception[];
  readonly accepted: readonly AcceptedFinding[];
  /** Those used, with how many violations each allows. */
  readonly used: Map<Exception, number>;
  readonly unreviewed: Problem[];
  /** Labels of publications that no registry entry describes. */
  readonly unregistered: ReadonlySet<string>;
  /**
   * Those, and the ones with a file that lacks the registered hash: only for registered files can an exception be
   * unneeded.
   */
  readonly unpinned: ReadonlySet<string>;
  /** Revision number of each publication, by label. */
  readonly revisions: ReadonlyMap<string, number>;
}

/** What a run of the checks uses; tests pass their own. */
export interface CheckOptions {
  readonly checks?: readonly Check<ReleaseBook>[];
  readonly exceptions?: readonly Exception[];
  readonly accepted?: readonly AcceptedFinding[];
}

function excepts(exception: Exception, checkId: string, violation: Violation, ledger: Ledger): boolean {
  const { check, key } = exception;
  return check === checkId && isFor(exception, violation.publication, ledger) && covers(key, violation.key);
}

/** Whether an exception's key is for a row: "22511", or "*" for all, or "* 0920220" for all whose key ends so. */
function covers(key: string, ofRow: string): boolean {
  return key.startsWith("*") ? ofRow.endsWith(key.slice(1)) : key === ofRow;
}

/**
 * Whether an exception is about a publication: "RVU26A", or "RVU*" for all labels that start so; about one revision
 * only when it names one.
 */
function isFor({ publication, revision }: Exception, label: string, { revisions }: Ledger): boolean {
  if (revision !== undefined && revision !== revisions.get(label)) return false;
  return publication.endsWith("*") ? label.startsWith(publication.slice(0, -1)) : publication === label;
}

/**
 * An exception is stale when its row was compared and held, or is not in a whole table at all. That is not known when a
 * file of the publication is unread, or something could not be read.
 */
function staleProblems(check: Check<ReleaseBook>, findings: Findings, whole: boolean, ledger: Ledger): Problem[] {
  const pinned = findings.publications.filter((label) => !ledger.unpinned.has(label));
  const stale = ledger.known.filter(
    (each) =>
      each.check === check.id &&
      pinned.some((label) => isFor(each, label, ledger)) &&
      !ledger.used.has(each) &&
      (findings.compared(each.key) || (whole && findings.unread !== true && !each.publication.endsWith("*"))),
  );
  return stale.map((each) => ({
    code: "exception.unneeded",
    place: { file: "sources/exceptions.json", key: each.key },
    message: `${each.check} holds for ${each.key} in ${each.publication}: the exception is not needed`,
    cure: "Delete the entry",
  }));
}

type About = Pick<CheckResult, "id" | "invariants" | "title" | "scope" | "severity" | "cites">;

function about({ id, invariants, title, scope, severity, cites }: Check<ReleaseBook>): About {
  return { id, invariants, title, scope, severity, cites };
}

function unregisteredLabels({ release }: ReleaseBook): Set<string> {
  return new Set(release.publications.filter((each) => !each.registered).map((each) => each.label));
}

function revisionsByLabel({ release }: ReleaseBook): Map<string, number> {
  return new Map(release.publications.map(({ label, revision }) => [label, revision.number]));
}

function changedLabels(book: ReleaseBook): string[] {
  const read = [...sourceFiles(book), ...book.ptp.flatMap(({ parts }) => parts)];
  return read.flatMap(({ changed, publication }) => (changed ? [publication.label] : []));
}

/** Who an acceptance in the manifest is by. */
const ACCEPTED_BY = "--accept, by whoever built the release";

/** Whether a person may accept what breaks the check: CMS has broken it before, or a whole table can be unusual. */
export function canBeAccepted({ acceptable, severity }: Pick<Check<ReleaseBook>, "acceptable" | "severity">): boolean {
  return acceptable === true || severity === "review";
}

/** A finding accepted by name, as an exception of its publication; in registered files none can be. */
function acceptedFor(
  check: Check<ReleaseBook>,
  { key, publication }: Violation,
  { accepted, unpinned }: Ledger,
): Exception | undefined {
  if (!canBeAccepted(check) || !unpinned.has(publication)) return undefined;
  const { id } = check;
  const found = accepted.find((each) => each.check === id && each.key === key);
  return found && { check: id, publication, key, reason: found.reason, source: ACCEPTED_BY };
}

/** Findings that were accepted by name, as exceptions of the publications that they were found in. */
export function acceptedIn({ exceptionsUsed }: CheckReport): Exception[] {
  return exceptionsUsed.filter(({ source }) => source === ACCEPTED_BY).map(({ rows: _, ...exception }) => exception);
}

/** Whether an exception allows a violation, which counts as a use of it. */
function isExcepted(check: Check<ReleaseBook>, violation: Violation, ledger: Ledger): boolean {
  const listed = ledger.known.find((each) => excepts(each, check.id, violation, ledger));
  const exception = listed ?? acceptedFor(check, violation, ledger);
  if (exception !== undefined) ledger.used.set(exception, (ledger.used.get(exception) ?? 0) + 1);
  return exception !== undefined;
}

/** Whether too many rows of an unregistered file break a check to be exceptions. */
function areTooMany({ id }: Check<ReleaseBook>, open: readonly Violation[]): boolean {
  const reviewed = completeness().reviewed.find(({ check }) => check === id);
  return reviewed !== undefined && open.length > reviewed.most;
}

/** CMS breaks a rule in single rows; when every second row breaks it, a column has moved. */
const FEWEST_ROWS = 20;

function looksMoved({ staleFilesKnown }: Check<ReleaseBook>, { checked, violations }: Findings): boolean {
  return staleFilesKnown !== true && violations.length > FEWEST_ROWS && violations.length * 2 > checked;
}

function settle(check: Check<ReleaseBook>, findings: Findings, ledger: Ledger, problems: Problems): CheckResult {
  const moved = looksMoved(check, findings);
  const problemOf = ({ place, message }: Violation): Problem => ({ code: check.id, place, message, cure: check.cure });
  const open = findings.violations.filter((violation) => !isExcepted(check, violation, ledger));
  const damaged = moved || areTooMany(check, open);
  const isForReview = ({ publication }: Violation): boolean =>
    check.severity === "review" && !damaged && ledger.unregistered.has(publication);
  const forReview = open.filter(isForReview);
  ledger.unreviewed.push(
    ...forReview.map((violation) => ({ ...problemOf(violation), place: { ...violation.place, key: violation.key } })),
  );
  problems.add(...open.filter((violation) => !isForReview(violation)).map(problemOf));
  const { checked, violations, publications } = findings;
  const held = checked - violations.length;
  const excepted = violations.length - open.length;
  return { ...about(check), ran: true, publications, checked, held, excepted, unreviewed: forReview.length };
}

/**
 * Runs every check on a release.
 *
 * @param problems contains the problems of the files; receives each violation that is not a listed exception and, when
 *   there were no problems, each exception that is not needed
 */
export function runChecks(book: ReleaseBook, problems: Problems, options: CheckOptions = {}): CheckReport {
  const known = options.exceptions ?? exceptions().exceptions;
  const unregistered = unregisteredLabels(book);
  const unpinned = new Set([...unregistered, ...changedLabels(book)]);
  const revisions = revisionsByLabel(book);
  const { accepted = [] } = options;
  const ledger: Ledger = { known, accepted, used: new Map(), unreviewed: [], unregistered, unpinned, revisions };
  const whole = book.release.coverage !== "excerpt";
  const legible = !problems.any;
  const results = (options.checks ?? CHECKS).map((check) => {
    const findings = check.run(book);
    if (findings === undefined)
      return { ...about(check), ran: false, publications: [], checked: 0, held: 0, excepted: 0, unreviewed: 0 };
    const result = settle(check, findings, ledger, problems);
    if (legible) problems.add(...staleProblems(check, findings, whole, ledger));
    return result;
  });
  const exceptionsUsed = [...ledger.used].map(([exception, rows]) => ({ ...exception, rows }));
  return { results, exceptionsUsed, unreviewed: ledger.unreviewed };
}
