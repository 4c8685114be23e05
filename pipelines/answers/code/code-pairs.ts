import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { codePair, type PairsOf } from "../../publish/code-pairs.ts";

/** The pairs of a code as the tables of a built release have them, in the order of Addendum J's evaluation. */
export function pairsInTables(documents: ReleaseDocuments): PairsOf {
  const evaluation = documents.table("opps-pair-evaluation");
  const pairs = documents.table("opps-pairs");
  if (evaluation === undefined) return () => null;
  return (hcpcs) => {
    const rates = new Map((pairs?.allRows() ?? []).map((row) => [`${row.primary} ${row.secondary}`, row]));
    const others = [...rates.values()].filter(({ secondary, primary }) => secondary === hcpcs && primary !== hcpcs);
    const asSecondary = others.flatMap(({ primary }) =>
      evaluation.rowsOf({ primary }).filter(({ secondary }) => secondary === hcpcs),
    );
    const rows = [...evaluation.rowsOf({ primary: hcpcs }), ...asSecondary].sort((one, other) => one.row - other.row);
    return rows.map((row) => codePair(row, rates.get(`${row.primary} ${row.secondary}`)));
  };
}
