import type { ReleaseDocuments } from "../documents/release-documents.ts";
import { fault } from "../problems/problems.ts";
import type { OpenedRelease } from "../read/index.ts";
import type { Batch, ColumnType, ExportShape, Value } from "./long-tables.ts";
import {
  REASON_COLUMN,
  SHEET_AMOUNTS,
  SHEET_FIGURES,
  SHEET_NAMES,
  type SheetAmount,
  type SheetAsked,
  type SheetRow,
} from "./sheet-columns.ts";

/** A column of a sheet: one of `SHEET_COLUMNS`, under the heading that the user's program wants. */
export interface SheetColumn {
  readonly name: string;
  readonly heading: string;
}

/** What a sheet is made from. */
export interface SheetSource {
  readonly release: OpenedRelease;
  readonly documents: ReleaseDocuments;
  readonly asked: SheetAsked;
  readonly codes: readonly string[];
  readonly columns: readonly SheetColumn[];
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

type Figures = Readonly<Record<string, Value>>;

function typeOf(name: string): ColumnType {
  return (SHEET_NAMES[name] ?? SHEET_AMOUNTS[name])?.type ?? SHEET_FIGURES[name] ?? "text";
}

function* rowsOf(release: OpenedRelease, codes: readonly string[]): Generator<SheetRow> {
  for (const code of codes) {
    const rows = [...release.rows(code)];
    if (rows.length === 0) yield { code, modifier: undefined, isFirst: true };
    for (const [at, { modifier }] of rows.entries()) yield { code, modifier, isFirst: at === 0 };
  }
}

/** The figures of each row, read only for a sheet that has one of them. */
function figuresOf({ documents, columns }: SheetSource): (row: SheetRow) => Figures | undefined {
  if (!columns.some(({ name }) => name in SHEET_FIGURES)) return () => undefined;
  const rows = documents.table("national")?.allRows() ?? [];
  const byKey = new Map(rows.map((row) => [`${row.hcpcs} ${row.modifier}`, row as unknown as Figures]));
  return ({ code, modifier }) => byKey.get(`${code} ${modifier}`);
}

/** The amounts of a row by column; undefined where no amount of the sheet belongs to the row. */
function amountsOf({ release, asked, columns }: SheetSource, row: SheetRow): Map<string, SheetAmount> | undefined {
  const wanted = columns.filter(({ name }) => name in SHEET_AMOUNTS);
  const amounts = new Map<string, SheetAmount>();
  for (const { name } of wanted) {
    const amount = SHEET_AMOUNTS[name]?.of(release, asked, row);
    if (amount !== undefined) amounts.set(name, amount);
  }
  return wanted.length > 0 && amounts.size === 0 ? undefined : amounts;
}

function reasonIn(amounts: ReadonlyMap<string, SheetAmount>): string | null {
  const [first] = amounts.values();
  return first?.value === null ? first.reason : null;
}

/** The values of a row, one a column. */
function valuesOf(
  { release, asked, columns }: SheetSource,
  row: SheetRow,
  amounts: ReadonlyMap<string, SheetAmount>,
  figures: Figures | undefined,
): Value[] {
  return columns.map(({ name }) => {
    if (name === REASON_COLUMN) return reasonIn(amounts);
    const known = SHEET_NAMES[name];
    return known === undefined ? (amounts.get(name)?.value ?? figures?.[name] ?? null) : known.of(release, asked, row);
  });
}

function isWithoutAmount(amounts: ReadonlyMap<string, SheetAmount>): boolean {
  return amounts.size > 0 && [...amounts.values()].every(({ value }) => value === null);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * A rate sheet: every amount is the reader's. A row without any amount is left out, unless the sheet has the column
 * `reason`, which says why.
 *
 * @throws InputFault when no row is left
 */
export function rateSheet(source: SheetSource): RateSheet {
  const { release, codes, columns } = source;
  const keepsAll = columns.some(({ name }) => name === REASON_COLUMN);
  const figures = figuresOf(source);
  const withoutAmount = new Map<string, number>();
  const lines: Value[][] = [];
  for (const row of rowsOf(release, codes)) {
    const amounts = amountsOf(source, row);
    if (amounts === undefined) continue;
    const isEmpty = isWithoutAmount(amounts);
    if (isEmpty) count(withoutAmount, reasonIn(amounts) ?? "");
    if (keepsAll || !isEmpty) lines.push(valuesOf(source, row, amounts, figures(row)));
  }
  if (lines.length === 0) throw noRow(release.release, withoutAmount);
  const shape = { name: "sheet", columns: byHeading(columns, ({ name }) => typeOf(name)) };
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
