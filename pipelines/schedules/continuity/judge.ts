import type { Bound, Measure, MeasureBound } from "../../../schemas/source/continuity.ts";
import type { Role } from "../../../schemas/source/release.ts";
import { firstNames } from "../../problems/nearest.ts";
import { type ColumnChange, type TableChange, WHOLE } from "./compare.ts";
import { type Measured, measuresOf } from "./measures.ts";

/** An unregistered table beside its nearest registered one. */
export interface BesideNeighbour {
  readonly role: Role;
  /** Label of the neighbour's publication. */
  readonly neighbour: string;
  /** Years between the two, 0 within one year. */
  readonly years: number;
  /** Whether the neighbour is the earlier one, so that the change is from it to the table. */
  readonly neighbourFirst: boolean;
  readonly change: TableChange;
}

/** A measure beyond its bound: its name for an acceptance, its column, and the sentence. */
export interface Beyond {
  readonly key: string;
  readonly field: string | undefined;
  readonly message: string;
}

/** The most keys that a message names. */
const NAMED = 5;

function span(keys: readonly string[]): string {
  return `${keys[0]} to ${keys.at(-1)}`;
}

function percent(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")} %`;
}

function amount(measure: Measure, value: number): string {
  if (measure === "drift") return `${percent(value)} of a doubling`;
  return measure === "hole" || measure === "block" ? `${value} row${value === 1 ? "" : "s"}` : percent(value);
}

/** How far a measure may go: within a year, or for each of the years between. */
function allowed(
  { sameYear, eachYear }: MeasureBound,
  years: number,
): (Bound & { readonly limit: number }) | undefined {
  const bound = years === 0 ? (sameYear ?? eachYear) : (eachYear ?? sameYear);
  return bound && { ...bound, limit: bound.most * Math.max(1, years) };
}

function columnSentence(
  { field, figures, moved, filled, far }: ColumnChange,
  measure: "moved" | "far",
  neighbour: string,
): string {
  const [how, keys] =
    measure === "far" ? ["changed a lot", far] : [figures ? "was added, removed or changed" : "differs", moved];
  return `${field} ${how} compared to ${neighbour} in ${keys.length} of ${filled} rows (${firstNames(keys, NAMED)})`;
}

function driftSentence({ field, drift }: ColumnChange, { neighbour, neighbourFirst }: BesideNeighbour): string {
  const isHigher = drift > 0 === neighbourFirst;
  return `${field} is ${isHigher ? "higher" : "lower"} than in ${neighbour} on the average of all rows`;
}

type Sentence = (compared: BesideNeighbour) => string;

/** Keys that are only here, or only in the neighbour. */
function keySentence(keys: readonly string[], onlyHere: boolean, beside: BesideNeighbour): string {
  const { neighbour, neighbourFirst, change } = beside;
  if (onlyHere) return `${keys.length} rows are here and not in ${neighbour} (${firstNames(keys, NAMED)})`;
  const of = neighbourFirst ? change.earlierRows : change.laterRows;
  return `${keys.length} of ${of} rows of ${neighbour} are not here (${firstNames(keys, NAMED)})`;
}

function runSentence(keys: readonly string[], onlyHere: boolean, neighbour: string): string {
  const where = onlyHere ? `are here and not in ${neighbour}` : `of ${neighbour} are not here`;
  return `${keys.length} rows in sequence ${where} (${span(keys)})`;
}

const SENTENCES: Readonly<Record<Exclude<Measure, "moved" | "far" | "drift">, Sentence>> = {
  rows: ({ change: { earlierRows, laterRows }, neighbour, neighbourFirst }) =>
    neighbourFirst
      ? `the table has ${laterRows} rows, that of ${neighbour} ${earlierRows}`
      : `the table has ${earlierRows} rows, that of ${neighbour} ${laterRows}`,
  gone: (beside) => keySentence(beside.change.gone, !beside.neighbourFirst, beside),
  fresh: (beside) => keySentence(beside.change.fresh, beside.neighbourFirst, beside),
  hole: ({ change, neighbour, neighbourFirst }) => runSentence(change.hole, !neighbourFirst, neighbour),
  block: ({ change, neighbour, neighbourFirst }) => runSentence(change.block, neighbourFirst, neighbour),
};

function sentenceOf(compared: BesideNeighbour, { measure, field }: Measured): string {
  if (measure !== "moved" && measure !== "far" && measure !== "drift") return SENTENCES[measure](compared);
  const column = compared.change.columns.find((each) => each.field === field);
  if (column === undefined) return "";
  return measure === "drift" ? driftSentence(column, compared) : columnSentence(column, measure, compared.neighbour);
}

function boundFor(bounds: readonly MeasureBound[], role: Role, { measure, field }: Measured): MeasureBound | undefined {
  return bounds.find((each) => each.role === role && each.measure === measure && each.field === field);
}

function beyond(compared: BesideNeighbour, measured: Measured, bounds: readonly MeasureBound[]): Beyond[] {
  const { role, years } = compared;
  const { measure, field, value } = measured;
  const known = boundFor(bounds, role, measured);
  const bound = known && allowed(known, years);
  if (bound === undefined || bound.limit >= WHOLE || value <= bound.limit) return [];
  const key = [role, field, measure === "moved" ? undefined : measure].filter((part) => part !== undefined).join(".");
  const over = years > 1 ? ` over ${years} years` : "";
  const limit = `${amount(measure, value)}; ${amount(measure, bound.limit)} are allowed${over}`;
  const evidence = `CMS's files had at most ${amount(measure, bound.seen)}${years > 0 ? " a year" : ""} (${bound.between})`;
  return [{ key, field, message: `${sentenceOf(compared, measured)}: ${limit}, ${evidence}` }];
}

/**
 * Rows of the neighbour that are not here, where CMS's own files do not say how many it takes away: any of them is for a
 * person to look at.
 */
function missingWithoutBound(compared: BesideNeighbour, bounds: readonly MeasureBound[]): Beyond[] {
  const { role, change, neighbourFirst } = compared;
  const missing = neighbourFirst ? change.gone : change.fresh;
  if (missing.length === 0 || bounds.some((each) => each.role === role)) return [];
  const sentence = keySentence(missing, false, compared);
  const message = `${sentence}. How many rows CMS ${neighbourFirst ? "takes away" : "adds"} from one such file to the next is not known`;
  return [{ key: `${role}.missing`, field: undefined, message }];
}

/** The number of measures, and those beyond their bounds. */
export function judge(
  compared: BesideNeighbour,
  bounds: readonly MeasureBound[],
): { judged: number; beyond: Beyond[] } {
  const measures = measuresOf(compared.change);
  const found = measures.flatMap((each) => beyond(compared, each, bounds));
  return { judged: measures.length, beyond: [...found, ...missingWithoutBound(compared, bounds)] };
}
