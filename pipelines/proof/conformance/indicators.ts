import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import { cellPlace } from "../../tables/table.ts";
import type { Found, OurAmounts } from "./our-amounts.ts";
import type { PaymentLine } from "./payment-lines.ts";
import type { Scores } from "./scores.ts";

/** Indicators that a payment amount file repeats from the relative value file, and their names there. */
const REPEATED = [
  ["pctcIndicator", "pctcIndicator"],
  ["status", "status"],
  ["multipleSurgery", "multipleProcedure"],
] as const satisfies readonly (readonly [string, keyof PfsRvuRow])[];

/** "PPRRVU25_JAN.csv N14". */
function cellName({ pfs }: OurAmounts, found: Found, field: string): string {
  const { file, row = 0, column = "" } = cellPlace(pfs.rvu.file.table, found.row, field);
  return `${file} ${column}${row}`;
}

/** Compares what a record repeats from its row of the relative value file; older layouts have no surgery indicator. */
export function compareIndicators(line: PaymentLine, found: Found, ours: OurAmounts, scores: Scores): void {
  for (const [column, field] of REPEATED) {
    const published = line.row[column];
    const own = ours.pfs.rvu.columns[field].at(found.row);
    if (published === undefined) continue;
    if (published === own) scores.agree(column);
    else scores.differ(line, { column, published, ours: own, reason: `it is in ${cellName(ours, found, field)}` });
  }
}
