import type { NotInCopy } from "../../../schemas/out/diff.ts";
import type { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import type { Role } from "../../../schemas/source/release.ts";
import { isAboutRate } from "../../rules/rate-state.ts";
import { isRated, mayLackCells } from "./copy-blanks.ts";
import { sideFiles } from "./document-parts.ts";
import type { ChangedRow, TableDiff } from "./rows.ts";
import type { Side } from "./side.ts";

/** Whether a side's copy leaves out what CMS prints in a row's field; only for fields in which the two sides differ. */
export type Lacks<Row> = (row: Row, field: string) => boolean;

/** The files of a side that may lack cells. */
function incompleteFiles({ manifest }: Side): ReadonlySet<Role> {
  const files = sideFiles(manifest).filter(({ origin }) => mayLackCells(origin));
  return new Set(files.map(({ id }) => id));
}

/** Devices at cost have an APC and no rate: 6 to 22 rows of each Addendum B since 2020, and no other rows. */
function hasApc(state: string): boolean {
  return isRated(state) || state === "paid-at-reasonable-cost";
}

function rateOf(row: OppsRow | AscRow): string | null {
  return "addendum" in row ? row.ascRate : row.oppsRate;
}

/** A state that follows from a blank rate only is not compared either. */
function isBlank(row: OppsRow | AscRow, field: string): boolean {
  if (field === "state") return rateOf(row) === null && isAboutRate(row.state);
  const value = (row as unknown as Readonly<Record<string, unknown>>)[field];
  return value === null || value === "";
}

/** Addendum B: under an indicator that pays nothing CMS prints a blank, and so does a copy. */
export function oppsLacks(side: Side): Lacks<OppsRow> {
  if (!incompleteFiles(side).has("addendum-b")) return () => false;
  return (row, field) => isBlank(row, field) && (field === "apc" ? hasApc(row.state) : isRated(row.state));
}

/** Addenda AA and BB, each a file of its own; BB has no column for the discount. */
export function ascLacks(side: Side): Lacks<AscRow> {
  const incomplete = incompleteFiles(side);
  const roles = { AA: "asc-aa", BB: "asc-bb" } as const;
  return (row, field) => {
    if (!incomplete.has(roles[row.addendum]) || !isBlank(row, field)) return false;
    return field === "multipleProcedureDiscount" ? row.addendum === "AA" : isRated(row.state);
  };
}

/** Fields of a row that were not compared, each once. */
export function lackedFields({ notInCopy }: ChangedRow<unknown>): { notInCopy?: string[] } {
  return notInCopy.length === 0 ? {} : { notInCopy: [...new Set(notInCopy.map(({ field }) => field))] };
}

/** Counts what a table did not compare. */
export function notInCopyOf({ changed, lacking, incomplete }: TableDiff<unknown>): NotInCopy {
  const fields: NotInCopy["fields"] = {};
  for (const { field, side } of lacking) {
    const cells = fields[field] ?? { from: 0, to: 0 };
    fields[field] = { ...cells, [side]: cells[side] + 1 };
  }
  const rows = { changed: changed.filter(({ notInCopy }) => notInCopy.length > 0).length, unchanged: incomplete };
  return { fields, rows };
}
