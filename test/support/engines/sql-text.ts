import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Path of a file below `sql/`. */
export function sqlPath(name: string): string {
  return fileURLToPath(new URL(`../../../sql/${name}`, import.meta.url));
}

/** Text of a file below `sql/`. */
export function sqlText(name: string): string {
  return readFileSync(sqlPath(name), "utf8");
}

/** The statements of a text, without its comments. */
export function statementsOf(text: string): string[] {
  const code = text.replaceAll(/^\s*--.*$/gm, "");
  return code
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

/**
 * Counts amounts: those exported, those that the view computes, and those that are the same in both. Keys are unique in
 * both, so three equal numbers mean that no amount differs and none is missing.
 *
 * @param exported table with the exported amounts and their release
 */
export const sameAmounts = (exported: string): string => `
SELECT (SELECT count(*) FROM ${exported}) AS exported, (SELECT count(*) FROM locality_amounts) AS computed,
  (SELECT count(*) FROM ${exported} e
    JOIN locality_amounts c ON c.release = e.release AND c.hcpcs = e.hcpcs AND c.modifier = e.modifier
      AND c.locality = e.locality AND c.track = e.track
    WHERE c.non_facility = e.non_facility AND c.facility = e.facility) AS same`;

/** Lines, units and dollars of priced claim lines, by release, setting, row and reason. */
export const CLAIM_SUMS = `
SELECT release, setting, row_modifier, reason, count(*) AS lines, sum(amount) AS amount
FROM priced_lines GROUP BY release, setting, row_modifier, reason`;
