import { CHECKS } from "../../pipelines/schedules/checks/all-checks.ts";
import { type AcceptedFinding, canBeAccepted } from "../../pipelines/schedules/checks/run-checks.ts";
import { UsageError } from "../program/usage-error.ts";

const FORM = /^(?<check>[a-z]+\.[a-z0-9-]+):(?<keys>[^=*]+)=(?<reason>.*\S.*)$/;

/** Checks whose findings a person may accept. */
export function acceptableChecks(): string[] {
  return CHECKS.filter(canBeAccepted).map(({ id }) => id);
}

function acceptedFinding(text: string): AcceptedFinding[] {
  const { check = "", keys = "", reason = "" } = FORM.exec(text)?.groups ?? {};
  if (check === "")
    throw new UsageError(
      `--accept: "${text}" is not CHECK:KEY=reason, such as "cross.continuity:rvu.rows=why CMS's file is correct"; accept each finding by its key`,
    );
  const checks = acceptableChecks();
  if (checks.includes(check)) return keys.split(",").map((key) => ({ check, key: key.trim(), reason }));
  throw new UsageError(
    `--accept: findings of "${check}" cannot be accepted; only findings of ${checks.join(", ")} can`,
  );
}

/**
 * Findings that a person accepts, by check and keys, each with a reason.
 *
 * @throws UsageError for a text of another form, and for a check whose findings cannot be accepted
 */
export function acceptedFindings(texts: readonly string[] = []): AcceptedFinding[] {
  return texts.flatMap(acceptedFinding);
}
