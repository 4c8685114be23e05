import { countText } from "../../pipelines/words/money-text.ts";
import type { Catalogue } from "../../schemas/row/catalogue.ts";
import { CATALOGUES } from "../../schemas/row/tables.ts";
import { type Align, textTable } from "../../scripts/print/columns.ts";
import { CORRUPTED_ROLES } from "./corruption.ts";
import type { Trial } from "./measure.ts";

/** Result for one column, or for the part of it that a check can prove. */
export interface ColumnReport {
  readonly table: string;
  readonly column: string;
  readonly checked: boolean;
  /** What proves the cell, or why damage may not be detected. */
  readonly note: string;
  tried: number;
  caught: number;
  /** Corruptions that did not change the value; not counted as tried. */
  unchanged: number;
}

function kindOf({
  corruption: { table, field, position },
}: Trial): Omit<ColumnReport, "tried" | "caught" | "unchanged"> {
  const catalogue: Catalogue = CATALOGUES[table.role as keyof typeof CATALOGUES];
  const proof = catalogue[field]?.proof;
  if (proof === undefined) throw new Error(`the catalogue of ${table.role} has no proof for ${field}`);
  const common = { table: table.role, column: field };
  if ("why" in proof) return { ...common, checked: false, note: proof.why };
  const { checked, needs, but } = proof;
  const note = but === undefined ? checked : `${checked}; ${but}`;
  if (needs === undefined) return { ...common, checked: true, note };
  const row = table.records[position] as Readonly<Record<string, unknown>> | undefined;
  if (Number(row?.[needs.field] ?? 0) > 0) return { ...common, checked: true, note };
  return { table: table.role, column: `${field} without a weight`, checked: false, note: needs.why };
}

/** Whether a check proves the cell that a trial corrupted. */
export function isChecked(trial: Trial): boolean {
  return kindOf(trial).checked;
}

/** Counts trials by column, table by table, columns that a check proves first. */
export function reportOf(trials: readonly Trial[]): ColumnReport[] {
  const columns = new Map<string, ColumnReport>();
  for (const trial of trials) {
    const kind = kindOf(trial);
    const id = `${kind.table} ${kind.column}`;
    const column = columns.get(id) ?? { ...kind, tried: 0, caught: 0, unchanged: 0 };
    columns.set(id, column);
    if (trial.outcome === "equal") column.unchanged += 1;
    else column.tried += 1;
    if (trial.outcome === "caught") column.caught += 1;
  }
  const rank = ({ checked, table }: ColumnReport): number =>
    (checked ? 0 : CORRUPTED_ROLES.length) + (CORRUPTED_ROLES as readonly string[]).indexOf(table);
  return [...columns.values()].sort((left, right) => rank(left) - rank(right) || (left.column < right.column ? -1 : 1));
}

/** "99.6%": cut, not rounded, so that 100% means all. */
function rateText(caught: number, tried: number): string {
  if (tried === 0) return "";
  const tenths = Math.floor((caught * 1000) / tried);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

function sumOf(columns: readonly ColumnReport[], table: string): string[] {
  const total = (name: "tried" | "caught" | "unchanged"): number => columns.reduce((all, each) => all + each[name], 0);
  const [tried, caught] = [total("tried"), total("caught")];
  return [table, "", countText(tried), countText(caught), rateText(caught, tried), countText(total("unchanged")), ""];
}

const HEADINGS = ["table", "column", "tried", "caught", "rate", "unchanged", "note"];
const ALIGNS: readonly Align[] = ["left", "left", "right", "right", "right", "right", "right"];

/** The report as text: columns that a check proves, other columns, then the notes. */
export function reportLines(columns: readonly ColumnReport[]): string[] {
  const checked = columns.filter((each) => each.checked);
  const rest = columns.filter((each) => !each.checked);
  const notes = [...new Set([...checked, ...rest].map((each) => each.note))];
  const rowOf = (each: ColumnReport): string[] => {
    const { table, column, tried, caught, unchanged, note } = each;
    const counts = [countText(tried), countText(caught), rateText(caught, tried), countText(unchanged)];
    return [table, column, ...counts, String(notes.indexOf(note) + 1)];
  };
  const sums = [sumOf(checked, "checked columns"), sumOf(rest, "other columns"), sumOf(columns, "all")] as const;
  const lines = textTable([HEADINGS, ...checked.map(rowOf), sums[0], ...rest.map(rowOf), sums[1], sums[2]], ALIGNS);
  const after = checked.length + 2;
  const legend = notes.map((note, index) => `${String(index + 1).padStart(2)}  ${note}`);
  return [...lines.slice(0, after), "", ...lines.slice(after), "", ...legend];
}
