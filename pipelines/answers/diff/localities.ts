import type { DiffDocument } from "../../../schemas/out/diff.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import { fault } from "../../problems/problems.ts";
import type { LocalityPair } from "./amount-inputs.ts";
import { missingColumns } from "./columns-read.ts";
import { TABLE_FIELDS } from "./fields.ts";
import type { LocalityHistory } from "./locality-history.ts";
import { type ChangedRow, diffRows } from "./rows.ts";
import type { Side } from "./side.ts";

/**
 * Localities to compare when amounts by locality are requested: then there must be some.
 *
 * @throws InputFault naming the side that was built without RVUs or GPCIs
 */
export function neededPairs(before: Side, after: Side, history: LocalityHistory): LocalityPair[] {
  const lacking = [before, after].find(({ pfs, localities }) => pfs === undefined || localities === undefined);
  const pairs = history.pairs();
  if (lacking === undefined && pairs.length > 0) return pairs;
  const what =
    lacking === undefined
      ? "no locality is in both releases"
      : `${lacking.manifest.release} was built without its relative values or GPCIs`;
  const cure = "Build it with CMS's relative value archive, or leave out --localities and --localities-to";
  throw fault("diff.no-localities", { file: "--localities" }, `there are no amounts by locality: ${what}`, cure);
}

/** The GPCI table on both sides; null when a side was built without it. */
export function localityTable(before: Side, after: Side): DiffDocument["localities"] {
  if (before.localities === undefined || after.localities === undefined) return null;
  const missing = missingColumns([before, after], "localities");
  const reader = { keyOf: ({ locality }: LocalityRow) => locality, uses: TABLE_FIELDS.localities, missing };
  const { tally, added, removed, changed } = diffRows(before.localities, after.localities, reader);
  const numbered = (row: ChangedRow<LocalityRow>) => ({
    locality: row.key,
    fromRow: row.before.row,
    toRow: row.after.row,
    fields: row.fields,
  });
  return { tally, missingColumns: missing, added: [...added], removed: [...removed], changed: changed.map(numbered) };
}
