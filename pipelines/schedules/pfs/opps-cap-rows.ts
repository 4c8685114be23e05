import type { OppsCapRow } from "../../../schemas/row/opps-cap.ts";
import { Column } from "../../tables/column.ts";
import { type KeyOf, type Table, withColumns } from "../../tables/table.ts";
import { rowKey } from "./rvu-file.ts";

const CODE_LENGTH = 5;

type Modifier = OppsCapRow["modifier"];

/** "77002 26 0111205": code, modifier and locality of an OPPSCAP row. */
export const keyOfOppsCapRow: KeyOf<OppsCapRow> =
  ({ hcpcs, modifier, mac, locality }) =>
  (row) =>
    `${rowKey(hcpcs.at(row), modifier.at(row) ?? "")} ${mac.at(row)}${locality.at(row)}`;

/** An OPPSCAP table with code and modifier in two columns, when CMS printed them as one. */
export function withModifiers(table: Table<OppsCapRow>): Table<OppsCapRow> {
  const { hcpcs, modifier } = table.columns;
  if (hcpcs.values.every((code) => code.length === CODE_LENGTH)) return table;
  const glued = hcpcs.map((code) => code.slice(CODE_LENGTH));
  const values = table.rowNumbers.map((_, row) => (modifier.at(row) || glued.at(row)) as Modifier);
  const own = new Column(modifier.ref, Int32Array.from(values.keys()), [], values);
  return withColumns(table, { hcpcs: hcpcs.map((code) => code.slice(0, CODE_LENGTH)), modifier: own }, keyOfOppsCapRow);
}
