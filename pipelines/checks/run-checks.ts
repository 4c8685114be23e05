import type { Problem } from "../../schemas/place.ts";
import type { Exception } from "../../schemas/source/parameters.ts";
import type { Citation } from "../../schemas/text.ts";
import { ASC_CHECKS } from "../asc/checks.ts";
import type { ReleaseBook } from "../book.ts";
import { OPPS_CHECKS } from "../opps/checks.ts";
import { PFS_CHECKS } from "../pfs/checks.ts";
import type { Check, Findings, Violation } from "../shared/check.ts";
import { exceptions } from "../shared/sources.ts";
import { ascAtMostOpps } from "./asc-at-most-opps.ts";
import { missionFigures } from "./mission-figures.ts";

/** Every check there is, in the order they are run and reported. */
export const CHECKS: readonly Check<ReleaseBook>[] = [
  ...PFS_CHECKS,
  ...OPPS_CHECKS,
  ...ASC_CHECKS,
  ascAtMostOpps,
  missionFigures,
];

/** What became of one check in one release. */
interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly scope: string;
  readonly cites: readonly Citation[];
  /** False when a source that the check needs is missing, or no expectation is recorded. */
  readonly ran: boolean;
  readonly checked: number;
  readonly held: number;
  readonly excepted: number;
}

/** The results, with the exceptions that were needed. */
export interface CheckReport {
  readonly results: readonly CheckResult[];
  readonly exceptionsUsed: readonly Exception[];
}

/** The listed exceptions, and those that a violation has needed. */
interface Ledger {
  readonly known: readonly Exception[];
  readonly used: Set<Exception>;
}

/** What a run of the checks uses; tests hand in their own. */
export interface CheckOptions {
  readonly checks?: readonly Check<ReleaseBook>[];
  readonly exceptions?: readonly Exception[];
}

function excepts(exception: Exception, checkId: string, violation: Violation): boolean {
  return (
    exception.check === checkId && exception.publication === violation.publication && exception.key === violation.key
  );
}

/** An exception is stale when its row was compared and held, or is not in a whole table at all. */
function staleProblems(check: Check<ReleaseBook>, findings: Findings, whole: boolean, ledger: Ledger): Problem[] {
  const stale = ledger.known.filter(
    (each) =>
      each.check === check.id &&
      findings.publications.includes(each.publication) &&
      !ledger.used.has(each) &&
      (whole || findings.compared(each.key)),
  );
  return stale.map((each) => ({
    code: "exception.unneeded",
    place: { file: "sources/exceptions.json", key: each.key },
    message: `${each.check} holds for ${each.key} in ${each.publication}, the exception is not needed`,
    cure: "Delete the entry",
  }));
}

function settle(check: Check<ReleaseBook>, findings: Findings, ledger: Ledger, problems: Problem[]): CheckResult {
  let excepted = 0;
  for (const violation of findings.violations) {
    const exception = ledger.known.find((each) => excepts(each, check.id, violation));
    if (exception === undefined) {
      problems.push({ code: check.id, place: violation.place, message: violation.message, cure: check.cure });
      continue;
    }
    ledger.used.add(exception);
    excepted += 1;
  }
  const { id, title, scope, cites } = check;
  const held = findings.checked - findings.violations.length;
  return { id, title, scope, cites, ran: true, checked: findings.checked, held, excepted };
}

/**
 * Runs every check on a release.
 *
 * @param problems receives each violation that is no listed exception, and each exception that is not needed
 */
export function runChecks(book: ReleaseBook, problems: Problem[], options: CheckOptions = {}): CheckReport {
  const ledger: Ledger = { known: options.exceptions ?? exceptions().exceptions, used: new Set() };
  const whole = book.release.coverage === "whole";
  const results = (options.checks ?? CHECKS).map((check) => {
    const findings = check.run(book);
    if (findings === undefined) {
      const { id, title, scope, cites } = check;
      return { id, title, scope, cites, ran: false, checked: 0, held: 0, excepted: 0 };
    }
    const result = settle(check, findings, ledger, problems);
    problems.push(...staleProblems(check, findings, whole, ledger));
    return result;
  });
  return { results, exceptionsUsed: [...ledger.used] };
}
