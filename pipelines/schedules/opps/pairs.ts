import type { AddendumJEvaluationRow } from "../../../schemas/row/addendum-j.ts";
import type { SourceFile } from "../../tables/source-file.ts";

/** The sheet of Addendum J with every pair that CMS evaluated. */
export type PairTable = SourceFile<AddendumJEvaluationRow>;

/** Rows of a table by the pair of their codes, made once for each table. */
const known = new WeakMap<PairTable, ReadonlyMap<string, number>>();

/** The row of a pair in the evaluation, from 0; undefined for a pair that no claim had. */
export function evaluationOf(evaluation: PairTable, primary: string, secondary: string): number | undefined {
  let rows = known.get(evaluation);
  if (rows === undefined) {
    const { table } = evaluation;
    rows = new Map(table.rowNumbers.map((_, row) => [table.key(row), row]));
    known.set(evaluation, rows);
  }
  return rows.get(`${primary} ${secondary}`);
}
