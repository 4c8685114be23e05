import { type DiffDocument, DiffTable, type FieldChange } from "../../schemas/out/diff.ts";
import { nameOfRow } from "../diff/amount-inputs.ts";
import { TABLE_FIELDS } from "../diff/fields.ts";
import { counted } from "../shared/money-text.ts";
import { cellText } from "../words/fields.ts";

/** Fields that a report has lists of their own for: letters, NA marks, and the amounts that moved. */
const LISTED: Readonly<Record<DiffTable, ReadonlySet<string>>> = {
  pfs: new Set(["status", "nonFacilityNa", "facilityNa", "nonFacilityAmount", "facilityAmount"]),
  localities: new Set(),
  opps: new Set(["statusIndicator", "apc", "paymentRate"]),
  asc: new Set(["paymentIndicator", "paymentRate"]),
};

/** One row's cell on both sides, by the name of the row. */
interface CellChange extends FieldChange {
  readonly name: string;
}

/** A field that has no list of its own, and the rows in which it changed. */
export interface OtherField {
  readonly table: DiffTable;
  readonly field: string;
  readonly rows: readonly CellChange[];
}

/** Rows of a table that changed, by name. */
function changedOf(
  diff: DiffDocument,
  table: DiffTable,
): readonly { name: string; fields: Readonly<Record<string, FieldChange>> }[] {
  if (table === "pfs") return (diff.pfs?.changed ?? []).map((row) => ({ name: nameOfRow(row), fields: row.fields }));
  if (table === "localities")
    return (diff.localities?.changed ?? []).map(({ locality, fields }) => ({ name: locality, fields }));
  return (diff[table]?.changed ?? []).map(({ hcpcs, fields }) => ({ name: hcpcs, fields }));
}

/** Where a field stands among those of its table; parts of a nested one stand where it does. */
function place(table: DiffTable, field: string): number {
  return Object.keys(TABLE_FIELDS[table]).indexOf(field.split(".")[0] ?? field);
}

function fieldsOf(diff: DiffDocument, table: DiffTable): OtherField[] {
  const found = new Map<string, CellChange[]>();
  for (const { name, fields } of changedOf(diff, table)) {
    for (const [field, { from, to }] of Object.entries(fields)) {
      if (LISTED[table].has(field)) continue;
      const rows = found.get(field) ?? [];
      rows.push({ name, from, to });
      found.set(field, rows);
    }
  }
  for (const rows of found.values()) rows.sort((left, right) => (left.name < right.name ? -1 : 1));
  const fields = [...found].map(([field, rows]) => ({ table, field, rows }));
  return fields.sort((left, right) => place(table, left.field) - place(table, right.field));
}

/**
 * Fields that changed and stand in no list of letters and of amounts, table by table: with those, every change of every
 * row is counted somewhere.
 */
export function otherFields(diff: DiffDocument): OtherField[] {
  return DiffTable.options.flatMap((table) => fieldsOf(diff, table));
}

/** Rows of a field that are shown. */
const FIRST = 5;

/** The first rows of a field: "75894 TC 09 -> 02, ...". */
export function firstText(rows: readonly CellChange[], most = FIRST): string {
  const told = rows.slice(0, most).map(({ name, from, to }) => `${name} ${cellText(from)} -> ${cellText(to)}`);
  return [...told, ...(rows.length > most ? ["..."] : [])].join(", ");
}

/** "1 row", "103 rows": what a field changed in. */
export function rowsText({ table, rows }: OtherField): string {
  if (table !== "localities") return counted(rows.length, "row");
  return rows.length === 1 ? "1 locality" : `${rows.length} localities`;
}
