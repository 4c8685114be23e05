import { fault } from "../problems/problems.ts";
import type { CareSite, OpenedRelease } from "../read/index.ts";
import type { Batch, ColumnType, ExportShape, Value } from "./column-types.ts";
import {
  REASON_COLUMN,
  SHEET_AMOUNTS,
  SHEET_NAMES,
  type SheetAmount,
  type SheetAsked,
  type SheetRow,
} from "./sheet-columns.ts";

/** A column of a sheet: one of `SHEET_COLUMNS`, under the heading that the user's program wants. */
export interface SheetColumn {
  readonly name: string;
  readonly heading: string;
  /** Of the column's amount, where it is another one than the sheet's. */
  readonly setting?: CareSite;
}

type Figures = Readonly<Record<string, Value>>;

/** What is printed of a row beside its amounts. */
export interface SheetFigures {
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly of: (row: SheetRow) => Figures | undefined;
}

/** What a sheet is made from. */
export interface SheetSource {
  readonly release: OpenedRelease;
  readonly asked: SheetAsked;
  readonly rows: Iterable<SheetRow>;
  readonly columns: readonly SheetColumn[];
  /** For a sheet whose columns may be figures. */
  readonly figures?: SheetFigures;
  /** Rows without an amount stay in any case. */
  readonly keepsAll?: true;
}

/** Amounts of one release at one place, a row of the fee schedule a line. */
export interface RateSheet {
  readonly shape: ExportShape;
  readonly batch: Batch<readonly Value[]>;
  readonly rows: number;
  /** How many rows have no amount, by the reason. */
  readonly withoutAmount: ReadonlyMap<string, number>;
  /** Whether those rows are in the sheet. */
  readonly keepsAll: boolean;
}

function typeOf(name: string, figures: SheetFigures | undefined): ColumnType {
  return (SHEET_NAMES[name] ?? SHEET_AMOUNTS[name])?.type ?? figures?.types[name] ?? "text";
}

/** Every row of some codes; a code without one is a row too. */
export function* sheetRows(release: OpenedRelease, codes: readonly string[]): Generator<SheetRow> {
  for (const code of codes) {
    const rows = [...release.rows(code)];
    if (rows.length === 0) yield { code, modifier: undefined, isFirst: true };
    for (const [at, { modifier }] of rows.entries()) yield { code, modifier, isFirst: at === 0 };
  }
}

function askedOf({ asked }: SheetSource, { setting = asked.setting }: SheetColumn, row: SheetRow): SheetAsked {
  return { ...asked, setting, locality: row.locality ?? asked.locality };
}

/** The amounts of a row by heading; undefined where no amount of the sheet belongs to the row. */
function amountsOf(source: SheetSource, row: SheetRow): Map<string, SheetAmount> | undefined {
  const wanted = source.columns.filter(({ name }) => name in SHEET_AMOUNTS);
  const amounts = new Map<string, SheetAmount>();
  for (const column of wanted) {
    const amount = SHEET_AMOUNTS[column.name]?.of(source.release, askedOf(source, column, row), row);
    if (amount !== undefined) amounts.set(column.heading, amount);
  }
  return wanted.length > 0 && amounts.size === 0 ? undefined : amounts;
}

function reasonIn(amounts: ReadonlyMap<string, SheetAmount>): string | null {
  const [first] = amounts.values();
  return first?.value === null ? first.reason : null;
}

/** The values of a row, one a column. */
function valuesOf(source: SheetSource, row: SheetRow, amounts: ReadonlyMap<string, SheetAmount>): Value[] {
  return source.columns.map((column) => {
    const { name, heading } = column;
    if (name === REASON_COLUMN) return reasonIn(amounts);
    const known = SHEET_NAMES[name];
    if (known !== undefined) return known.of(source.release, askedOf(source, column, row), row);
    return name in SHEET_AMOUNTS ? (amounts.get(heading)?.value ?? null) : (source.figures?.of(row)?.[name] ?? null);
  });
}

function isWithoutAmount(amounts: ReadonlyMap<string, SheetAmount>): boolean {
  return amounts.size > 0 && [...amounts.values()].every(({ value }) => value === null);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function keepsEmptyRows({ keepsAll, columns }: SheetSource): boolean {
  return keepsAll ?? columns.some(({ name }) => name === REASON_COLUMN);
}

/**
 * A rate sheet: every amount is the reader's. A row without any amount is left out, unless the sheet has the column
 * `reason`, which says why.
 *
 * @throws InputFault when no row is left
 */
export function rateSheet(source: SheetSource): RateSheet {
  const { release, columns, figures } = source;
  const keepsAll = keepsEmptyRows(source);
  const withoutAmount = new Map<string, number>();
  const lines: Value[][] = [];
  for (const row of source.rows) {
    const amounts = amountsOf(source, row);
    if (amounts === undefined) continue;
    const isEmpty = isWithoutAmount(amounts);
    if (isEmpty) count(withoutAmount, reasonIn(amounts) ?? "");
    if (keepsAll || !isEmpty) lines.push(valuesOf(source, row, amounts));
  }
  if (lines.length === 0) throw noRow(release.release, withoutAmount);
  const shape = { name: "sheet", columns: byHeading(columns, ({ name }) => typeOf(name, figures)) };
  const batch = byHeading(columns, (_, at) => lines.map((values) => values[at] ?? null));
  return { shape, batch, rows: lines.length, withoutAmount, keepsAll };
}

function byHeading<T>(columns: readonly SheetColumn[], of: (column: SheetColumn, at: number) => T): Record<string, T> {
  return Object.fromEntries(columns.map((column, at) => [column.heading, of(column, at)]));
}

/** "9 contractor-priced, 5 bundled": the most frequent reason first. */
export function reasonCounts(withoutAmount: ReadonlyMap<string, number>): string {
  const sorted = [...withoutAmount].sort(([, one], [, two]) => two - one);
  return sorted.map(([reason, count]) => `${count} ${reason}`).join(", ");
}

function noRow(release: string, withoutAmount: ReadonlyMap<string, number>): Error {
  const why = withoutAmount.size === 0 ? "no code is chosen" : `none has an amount: ${reasonCounts(withoutAmount)}`;
  const cure = "Choose other codes, or add the column reason to --shape, which keeps rows without an amount";
  return fault("sheet.empty", { file: release }, `the sheet would have no row: ${why}`, cure);
}
