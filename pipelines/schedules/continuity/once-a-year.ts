import type { Fresh } from "../../../schemas/source/completeness.ts";
import { firstNames } from "../../problems/nearest.ts";
import type { Check, Violation } from "../../rules/check.ts";
import { completeness } from "../../sources/sources.ts";
import { cellPlace } from "../../tables/table.ts";
import type { ReleaseBook } from "../book.ts";
import type { ColumnLooks } from "./looks.ts";
import { neighboursOf, yearsBetween } from "./neighbour.ts";
import { unpackTable } from "./packed.ts";
import { registeredProfiles, type UnknownTable, unknownTables } from "./unknown-tables.ts";

/** The most keys that a message names. */
const NAMED = 5;

/** Rows whose figures differ by a step or more; smaller differences only change the hash. */
function differingRows(keys: readonly string[], own: ColumnLooks, other: ColumnLooks): string {
  const differing = keys.filter((_, row) => own.cells[row] !== other.cells[row]);
  return differing.length === 0 ? "by less than a step" : `in ${firstNames(differing, NAMED)}`;
}

/** Columns of figures that are not those of the other publication of the year with the same rows. */
function changedColumns({ file, looks }: UnknownTable, rules: readonly Fresh[]): Violation[] {
  const { publication, table } = file;
  if (!rules.some(({ role, each }) => role === looks.role && each === "year")) return [];
  const [nearest] = neighboursOf(publication, looks.role, registeredProfiles(publication.family));
  if (nearest === undefined || yearsBetween(publication, nearest.profile) > 0) return [];
  const other = unpackTable(nearest.table);
  if (other.keys.join() !== looks.keys.join()) return [];
  const { label } = nearest.profile;
  return looks.columns.flatMap((column) => {
    const twin = other.columns.find(({ field }) => field === column.field);
    if (twin === undefined || twin.hash === column.hash || column.letters !== undefined) return [];
    const key = `${looks.role}.${column.field}`;
    const { row: _, ...place } = cellPlace(table, 0, column.field, key);
    const message = `${column.field} differs from that of ${label}, of the same year, ${differingRows(looks.keys, column, twin)}`;
    return [{ key, publication: publication.label, place, message }];
  });
}

/** Within a year a difference is a correction of CMS's, a new law, or damage: a person must say which. */
export const onceAYear: Check<ReleaseBook> = {
  id: "cross.once-a-year",
  title: "An unregistered table that CMS prints once a year has the figures of the other releases of its year",
  invariants: [],
  scope: "table",
  severity: "review",
  cites: [{ title: "GPCI, ANES and OPPSCAP of 2025 and 2026: the same figures in every release of the year" }],
  cure: "Compare the cells with CMS's file, and with a notice of CMS's that says what changed",
  run: (book) => {
    const unknown = unknownTables(book, registeredProfiles);
    if (unknown.length === 0) return undefined;
    return {
      checked: unknown.length,
      violations: unknown.flatMap((each) => changedColumns(each, completeness().fresh)),
      // Only tables without a registered hash are compared, and for those no exception can be stale.
      publications: [],
      compared: () => false,
    };
  },
};
