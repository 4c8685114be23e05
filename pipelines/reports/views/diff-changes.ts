import { type DiffDocument, DiffTable, type FieldChange } from "../../../schemas/out/diff.ts";
import { TABLE_FIELDS } from "../../answers/diff/fields.ts";
import { nameOfRow } from "../../answers/diff/row-name.ts";
import { valueText } from "../../words/fields.ts";
import type { IndicatorList } from "../../words/indicators.ts";
import { counted } from "../../words/money-text.ts";
import { NA_MARK } from "../../words/na.ts";

/** A row that changed, with the fields that indicators need. */
interface Changed {
  readonly hcpcs: string;
  readonly modifier?: string;
  readonly fields: Readonly<Record<string, FieldChange>>;
}

/** Codes whose indicator changed from one value to another. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly codes: readonly string[];
}

/** A value in words. */
type Words = (value: FieldChange["from"]) => string;

const naMark: Words = (value) => (value === true ? NA_MARK : `not ${NA_MARK}`);

/** Changes of one field, by what it was and what it is; the most frequent first. */
export function ways(changed: readonly Changed[], field: string, words: Words = valueText): Way[] {
  const found = new Map<string, Way & { codes: string[] }>();
  for (const { hcpcs, modifier = "", fields } of changed) {
    const change = fields[field];
    if (change === undefined) continue;
    const [from, to] = [words(change.from), words(change.to)];
    const way = found.get(`${from} ${to}`) ?? { from, to, codes: [] };
    way.codes.push(nameOfRow({ hcpcs, modifier }));
    found.set(`${from} ${to}`, way);
  }
  for (const { codes } of found.values()) codes.sort();
  return [...found.values()].sort((left, right) => right.codes.length - left.codes.length);
}

/** CMS's NA marks that were added or removed, office and facility separately. */
export function naWays({ pfs }: Pick<DiffDocument, "pfs">): readonly (Way & { readonly setting: string })[] {
  const of = (setting: string, field: "nonFacilityNa" | "facilityNa") =>
    ways(pfs?.changed ?? [], field, naMark).map((way) => ({ setting, ...way }));
  return [...of("office", "nonFacilityNa"), ...of("facility", "facilityNa")];
}

/** An indicator that has a list of its own in every report. */
export interface Indicator {
  readonly title: string;
  readonly table: "pfs" | "opps" | "asc";
  readonly field: string;
  /** The list with the meanings of its values. */
  readonly meanings?: IndicatorList;
}

/** The indicators of the tables, without CMS's NA marks. */
export const INDICATORS = {
  status: { title: "PFS status", table: "pfs", field: "status", meanings: "pfs-status" },
  opps: { title: "OPPS status indicator", table: "opps", field: "statusIndicator", meanings: "opps-status" },
  apc: { title: "APC", table: "opps", field: "apc" },
  asc: { title: "ASC payment indicator", table: "asc", field: "paymentIndicator", meanings: "asc-payment" },
} as const satisfies Record<string, Indicator>;

/** The ways in which an indicator changed; none where a side lacks its table. */
export function waysOf(diff: DiffDocument, { table, field }: Indicator): Way[] {
  return ways(diff[table]?.changed ?? [], field);
}

/** Fields with a list of their own in a report: indicators, NA marks, and the amounts that changed. */
const LISTED: Readonly<Record<DiffTable, ReadonlySet<string>>> = {
  pfs: new Set(["status", "nonFacilityNa", "facilityNa", "nonFacility", "facility"]),
  localities: new Set(),
  opps: new Set(["statusIndicator", "apc", "oppsRate"]),
  asc: new Set(["paymentIndicator", "ascRate"]),
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

/** The position of a field in its table; parts of a nested field have its position. */
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
 * Fields that changed and are in no list of indicators or amounts, table by table, so that a report counts every change
 * of every row.
 */
export function otherFields(diff: DiffDocument): OtherField[] {
  return DiffTable.options.flatMap((table) => fieldsOf(diff, table));
}

/** Rows of a field that are shown. */
const FIRST = 5;

/** The first rows of a field: "75894 TC 09 -> 02, ...". */
export function firstText(rows: readonly CellChange[], most = FIRST): string {
  const first = rows.slice(0, most).map(({ name, from, to }) => `${name} ${valueText(from)} -> ${valueText(to)}`);
  return [...first, ...(rows.length > most ? ["..."] : [])].join(", ");
}

/** "1 row", "103 rows": what a field changed in. */
export function rowsText({ table, rows }: OtherField): string {
  if (table !== "localities") return counted(rows.length, "row");
  return rows.length === 1 ? "1 locality" : `${rows.length} localities`;
}
