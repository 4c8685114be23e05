import { LAYOUT_OF } from "../../pipelines/inputs/roles.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { CATALOGUES } from "../../schemas/row/tables.ts";
import type { Role } from "../../schemas/source/release.ts";
import { DAMAGES } from "./damage.ts";
import { type Dice, pick } from "./dice.ts";
import { printedCells, type WholeRelease, type WholeTable } from "./whole-tables.ts";

/** Tables whose cells are corrupted: those with a catalogue of columns. */
export const CORRUPTED_ROLES = Object.keys(CATALOGUES) as (keyof typeof CATALOGUES)[];

/** One column of one table that is read. */
export interface Target {
  readonly table: WholeTable;
  readonly field: string;
}

/** One corrupted cell. */
export interface Corruption extends Target {
  /** Position among the table's data rows. */
  readonly position: number;
  readonly damage: string;
  readonly printed: string;
  readonly text: string;
  /** The cells of the row, including the damaged one. */
  readonly cells: readonly string[];
}

/** Every column of the corrupted tables that is read, so without descriptors. */
export function targetsOf({ tables }: WholeRelease): Target[] {
  return tables
    .filter(({ role }) => (CORRUPTED_ROLES as readonly Role[]).includes(role))
    .flatMap((table) => {
      const read = layoutOf(LAYOUT_OF[table.role]).columns.filter((column) => column.descriptor !== true);
      const fields = read.map(({ field }) => field).filter((field) => table.file.table.found.byField.has(field));
      return fields.map((field) => ({ table, field }));
    });
}

const filled = new WeakMap<WholeTable, Map<string, number[]>>();

/** Positions of the rows in which a column is not blank. */
function filledIn(table: WholeTable, field: string, column: number): readonly number[] {
  const ofTable = filled.get(table) ?? new Map<string, number[]>();
  filled.set(table, ofTable);
  const known = ofTable.get(field);
  if (known !== undefined) return known;
  const fresh = [...table.lines.keys()].filter((at) => (printedCells(table, at)[column] ?? "").trim() !== "");
  ofTable.set(field, fresh);
  return fresh;
}

/**
 * Corrupts a random cell of a column; undefined when the chosen damage is not possible or changes nothing. Every second
 * cell is chosen among filled ones, because some columns are mostly blank.
 */
export function corrupt({ table, field }: Target, dice: Dice): Corruption | undefined {
  const column = table.file.table.found.byField.get(field)?.index ?? 0;
  const anywhere = dice(table.lines.length);
  const position = dice(2) === 0 ? anywhere : (pick(filledIn(table, field, column), dice) ?? anywhere);
  const cells = [...printedCells(table, position)];
  const printed = cells[column] ?? "";
  const below = printedCells(table, position + 1)[column] ?? "";
  const damage = pick(Object.keys(DAMAGES), dice) ?? "";
  const text = DAMAGES[damage]?.(printed, below, dice);
  if (text === undefined || text === printed) return undefined;
  cells[column] = text;
  return { table, field, position, damage, printed, text, cells };
}
