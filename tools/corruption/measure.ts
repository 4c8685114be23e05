import { rowsOf, type Table } from "../../pipelines/tables/table.ts";
import { UsageError } from "../../scripts/program/usage-error.ts";
import { type Corruption, corrupt, targetsOf } from "./corruption.ts";
import { type Dice, pick } from "./dice.ts";
import { neighbourhoodOf } from "./neighbourhood.ts";
import { examine, type WholeRelease } from "./whole-tables.ts";

/** Result of a corruption: `equal` when the value of the cell did not change, so there was nothing to catch. */
type Outcome = "caught" | "missed" | "equal";

/** One corruption tried. */
export interface Trial {
  readonly corruption: Corruption;
  readonly outcome: Outcome;
  /** Kind of the first problem, when caught. */
  readonly by: string | undefined;
}

/** Whether any row of the table has other values than before. */
function saysTheSame({ table, position }: Corruption, rows: readonly unknown[]): boolean {
  const before = JSON.stringify(table.records[position]);
  return rows.some((row) => JSON.stringify(row) === before);
}

async function tryOne(whole: WholeRelease, corruption: Corruption): Promise<Trial> {
  const { book, problems } = await examine(whole, neighbourhoodOf(corruption, whole), "excerpt");
  const [first] = problems.list;
  if (first !== undefined) return { corruption, outcome: "caught", by: first.code };
  const file = book.tables[corruption.table.role];
  const rows = file === undefined ? [] : rowsOf(file.table as Table<unknown>);
  return { corruption, outcome: saysTheSame(corruption, rows) ? "equal" : "missed", by: undefined };
}

/**
 * Corrupts one random cell at a time, every column with the same probability, and checks whether a build stops.
 *
 * @param runs number of corruptions that change the value of a cell
 */
export async function measure(
  whole: WholeRelease,
  runs: number,
  dice: Dice,
  onTrial: (done: number) => void = () => undefined,
): Promise<Trial[]> {
  const targets = targetsOf(whole);
  if (targets.length === 0) throw new UsageError("none of the tables that can be corrupted is there as csv");
  const trials: Trial[] = [];
  for (let counted = 0; counted < runs; ) {
    const target = pick(targets, dice);
    const corruption = target && corrupt(target, dice);
    if (corruption === undefined) continue;
    const trial = await tryOne(whole, corruption);
    trials.push(trial);
    if (trial.outcome !== "equal") counted += 1;
    onTrial(counted);
  }
  return trials;
}
