import type { Place } from "../../schemas/place.ts";
import { formatScaled } from "../../schemas/scaled.ts";
import type { ConversionFactorEntry } from "../../schemas/source/parameters.ts";
import { type RelativeWeight, SCALE, type Scaled, scaledInteger } from "../../schemas/units.ts";
import { divideHalfUp } from "../rules/rounding.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { readRvuFile } from "../schedules/pfs/rvu-file.ts";
import { expectedFactors } from "../sources/factors.ts";
import type { Column } from "../tables/column.ts";
import type { SourceFile } from "../tables/source-file.ts";
import { cellPlace } from "../tables/table.ts";

/** A conversion factor as CMS's own file has it, and how the registry knows it. */
export interface SeenFactor {
  /** As `ratebook factor` names it. */
  readonly name: "pfs" | "pfs-qualifying" | "opps" | "asc";
  readonly schedule: ConversionFactorEntry["schedule"];
  readonly publication: string;
  /** Dollars, as decimal text. */
  readonly value: string;
  /** A cell that prints it, or the rate of the row that it was computed from. */
  readonly place: Place;
  /** Rows that agree with it, of those that can. */
  readonly agree: number;
  readonly of: number;
  /** Whether the cell prints the factor. Otherwise it is rate / weight, and a guess until CMS's rule is read. */
  readonly printed: boolean;
  /** The factors that the registry has for these days, as decimal text; none when none is recorded. */
  readonly recorded: readonly string[];
}

/** OPPS and ASC factors have three decimals. */
const WEIGHTED_STEP = 10;
/** Rows with the largest weights, whose rates say most about the factor. */
const CANDIDATES = 20;
/** Weight and factor are in ten-thousandths; a cent is 10^6 of their product. */
const CENT = 1_000_000;

function recordedFor(schedule: SeenFactor["schedule"], file: SourceFile<unknown>, track?: string): string[] {
  const all = expectedFactors(schedule, file.publication).map(({ entry }) => entry);
  const ofTrack = all.filter(
    (each) => track === undefined || (each.track === "qualifying-apm") === (track === "qualifying-apm"),
  );
  return ofTrack.map(({ value }) => value);
}

/** The factor that every row of a relative value file prints. */
function printedFactor(role: "rvu" | "rvu-qpp", { tables }: ReleaseBook): SeenFactor[] {
  const file = tables[role];
  const rvu = file && readRvuFile(file);
  if (file === undefined || rvu === undefined) return [];
  const { conversionFactor } = rvu.columns;
  const printed = scaledInteger(rvu.printedFactor);
  const of = file.table.rowNumbers.length;
  const agree = file.table.rowNumbers.filter((_, row) => scaledInteger(conversionFactor.at(row)) === printed).length;
  const track = role === "rvu-qpp" ? "qualifying-apm" : "other";
  return [
    {
      name: role === "rvu-qpp" ? "pfs-qualifying" : "pfs",
      schedule: "pfs",
      publication: file.publication.label,
      value: formatScaled(printed, SCALE.factor),
      place: cellPlace(file.table, 0, "conversionFactor", file.table.key(0)),
      agree,
      of,
      printed: true,
      recorded: recordedFor("pfs", file, track),
    },
  ];
}

/** A row with a weight and a rate in cents. */
interface Weighted {
  readonly row: number;
  readonly weight: number;
  readonly cents: number;
}

type Rate = Scaled<string>;

/** Rows of an addendum that print a weight and a rate of whole cents. */
function weightedRows(
  weights: Column<RelativeWeight | null | undefined>,
  rates: Column<Rate | null | undefined>,
  inCent: number,
): Weighted[] {
  return Array.from(weights.codes, (_, row) => row).flatMap((row) => {
    const [weight, rate] = [weights.at(row), rates.at(row)];
    if (weight == null || rate == null || scaledInteger(weight) === 0 || scaledInteger(rate) % inCent !== 0) return [];
    return [{ row, weight: scaledInteger(weight), cents: scaledInteger(rate) / inCent }];
  });
}

/** The integer that is nearest to a quotient of integers, upwards from a half: exact while twice the dividend is below 2^53. */
function nearest(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

function agreeing(rows: readonly Weighted[], factor: number): number {
  return rows.filter(({ weight, cents }) => divideHalfUp(weight * factor, CENT) === cents).length;
}

/** The factor that the most rows of an addendum agree with, from the rows with the largest weights. */
function weightedFactor(name: "opps" | "asc", file: SourceFile<unknown>, rows: readonly Weighted[]): SeenFactor[] {
  const heaviest = rows.toSorted((one, two) => two.weight - one.weight).slice(0, CANDIDATES);
  const candidates = heaviest.map(({ row, weight, cents }) => {
    const factor = nearest(cents * CENT, weight * WEIGHTED_STEP) * WEIGHTED_STEP;
    return { row, factor, agree: agreeing(rows, factor) };
  });
  const [best] = candidates.toSorted((one, two) => two.agree - one.agree);
  if (best === undefined) return [];
  return [
    {
      name,
      schedule: name,
      publication: file.publication.label,
      value: formatScaled(best.factor / WEIGHTED_STEP, SCALE.factor - 1),
      place: cellPlace(file.table, best.row, `${name}Rate`, file.table.key(best.row)),
      agree: best.agree,
      of: rows.length,
      printed: false,
      recorded: recordedFor(name, file),
    },
  ];
}

function oppsFactor({ tables }: ReleaseBook): SeenFactor[] {
  const file = tables["addendum-b"];
  if (file === undefined) return [];
  const { relativeWeight, oppsRate } = file.table.columns;
  return weightedFactor("opps", file, weightedRows(relativeWeight, oppsRate, 10 ** (SCALE.fine - SCALE.cents)));
}

function ascFactor({ tables }: ReleaseBook): SeenFactor[] {
  const file = tables["asc-aa"];
  if (file === undefined) return [];
  const { paymentWeight, ascRate } = file.table.columns;
  return weightedFactor("asc", file, weightedRows(paymentWeight, ascRate, 1));
}

/**
 * The conversion factors that CMS's files of a release have: the relative value files print theirs in every row;
 * Addendum B and Addendum AA print rates and weights, and the factor is the number with three decimals that gives the
 * most of those rates (42 CFR 419.32, 42 CFR 416.171).
 */
export function factorsSeen(book: ReleaseBook): SeenFactor[] {
  return [...printedFactor("rvu", book), ...printedFactor("rvu-qpp", book), ...oppsFactor(book), ...ascFactor(book)];
}
