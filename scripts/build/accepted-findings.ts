import { CHECKS } from "../../pipelines/schedules/checks/all-checks.ts";
import type { AcceptedFinding } from "../../pipelines/schedules/checks/run-checks.ts";
import { UsageError } from "../program/usage-error.ts";

const FORM = /^(?<check>[a-z]+\.[a-z-]+):(?<key>[^=*]+)=(?<reason>.*\S.*)$/;

function acceptableChecks(): string[] {
  return CHECKS.filter((check) => check.acceptable === true).map((check) => check.id);
}

function acceptedFinding(text: string): AcceptedFinding {
  const { check = "", key = "", reason = "" } = FORM.exec(text)?.groups ?? {};
  if (check === "")
    throw new UsageError(
      `--accept-finding: "${text}" is not CHECK:KEY=reason, such as "cross.continuity:rvu.rows=why CMS's file is correct"; accept each finding by its key`,
    );
  const checks = acceptableChecks();
  if (checks.includes(check)) return { check, key, reason };
  throw new UsageError(
    `--accept-finding: findings of "${check}" cannot be accepted; only findings of ${checks.join(", ")} can`,
  );
}

/**
 * Findings that a person accepts, by check and key, each with a reason.
 *
 * @throws UsageError for a text of another form, and for a check whose findings cannot be accepted
 */
export function acceptedFindings(texts: readonly string[] = []): AcceptedFinding[] {
  return texts.map(acceptedFinding);
}
