import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { NationalDocument } from "../../schemas/out/national.ts";
import { DIFF_SIDES } from "./diff.ts";
import { median, timed } from "./run.ts";

/** Rows of the table that is audited. */
const ROWS = 5000;

/** A table of fees as practice management systems import them, from a built release. */
function feeTable(out: string, release: string): string {
  const text = readFileSync(join(out, release, "national.json"), "utf8");
  const { rows } = JSON.parse(text) as z.infer<typeof NationalDocument>;
  const priced = rows.filter(({ nonFacility }) => nonFacility !== null).slice(0, ROWS);
  const lines = priced.map(({ hcpcs, modifier, nonFacility }) => `${hcpcs},${modifier},${nonFacility}\n`);
  return `CPT,Modifier,Fee\n${lines.join("")}`;
}

/**
 * Times the audit of a table that is right and of one that is last year's, against two whole releases.
 *
 * @param out folder with both releases
 * @param targetMs what DuckDB needs for its arithmetic in the same run
 */
export function auditBenchLines(out: string, targetMs: number, runs: number): string[] {
  const [before = "", after = ""] = DIFF_SIDES;
  return [after, before].map((release) => {
    const file = join(out, `fees-${release}.csv`);
    writeFileSync(file, feeTable(out, release));
    const args = ["scripts/ratebook.mjs", "audit", file, "--release", after, "--out", out];
    // The table of another release differs: exit code 1.
    const times = Array.from({ length: runs }, () => timed(args, [0, 1]).wallMs);
    const target = `target ${Math.round(targetMs)} ms, DuckDB's arithmetic`;
    return `audit of ${ROWS} rows of ${release} against ${after}: wall ${Math.round(median(times))} ms (${target})`;
  });
}
