import type { AmountChange, DiffDocument, RateChange } from "../../../schemas/out/diff.ts";
import type { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import { amountChange, ROUNDING, type Scale } from "./amount-change.ts";
import { missingColumns } from "./columns-read.ts";
import type { Explanations } from "./explain-change.ts";
import { type FieldUses, TABLE_FIELDS } from "./fields.ts";
import { largestFirst } from "./largest-first.ts";
import { ascLacks, type Lacks, lackedFields, notInCopyOf, oppsLacks } from "./not-in-copy.ts";
import { diffRows } from "./rows.ts";
import type { Side } from "./side.ts";
import { magnitude } from "./signed.ts";

/** The schedules whose rates CMS prints. */
export type Schedule = "opps" | "asc";

/** What a rate was made from: weight and factor, where CMS prints a weight. */
export interface RateInputs {
  readonly weight: string | null;
  readonly factor: string | null;
  readonly rate: string | null;
}

/** Conversion factor that a side's facility rates were checked against; null where none is recorded. */
export function facilityFactor({ manifest }: Pick<Side, "manifest">, schedule: Schedule): string | null {
  return manifest.conversionFactors.find((each) => each.schedule === schedule)?.value ?? null;
}

/** A weight times a factor are in 10^-8 dollars; effects are the mean of two orders, so in halves of that. */
export const HALVES_PER_MILL = 2e5;

function halfAway(halves: number, per: number): number {
  const rounded = Math.floor((Math.abs(halves) + per / 2) / per);
  return halves < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Effects on a product of weight and factor in halves of 10^-8 dollars; undefined where a side prints no weight. */
export function exactRateEffects(
  before: Pick<RateInputs, "weight" | "factor">,
  after: Pick<RateInputs, "weight" | "factor">,
): { weight: number; factor: number } | undefined {
  const [w0, w1, f0, f1] = [before.weight, after.weight, before.factor, after.factor].map((text) =>
    text === null ? undefined : parseScaled(text, 4),
  );
  if (w0 === undefined || w1 === undefined || f0 === undefined || f1 === undefined) return undefined;
  return { weight: (w1 - w0) * (f0 + f1), factor: (f1 - f0) * (w0 + w1) };
}

/**
 * Splits a rate's change into that of its weight and that of the factor, each at the mean of the other; a rate that CMS
 * prints without a weight is its own cause.
 *
 * @returns effects in integers of the scale; with the rounding they are the change
 */
export function rateEffects(before: RateInputs, after: RateInputs, scale: Scale): Record<string, number> | undefined {
  const [old, now] = [before.rate, after.rate].map((text) => (text === null ? undefined : parseScaled(text, scale)));
  if (old === undefined || now === undefined) return undefined;
  const exact = exactRateEffects(before, after);
  if (exact === undefined) return { price: now - old, [ROUNDING]: 0 };
  const per = scale === 3 ? HALVES_PER_MILL : HALVES_PER_MILL * 10;
  const weight = halfAway(exact.weight, per);
  const factor = halfAway(exact.factor, per);
  return { weight, factor, [ROUNDING]: now - old - weight - factor };
}

/** One of the facility schedules, as a diff reads it. */
export interface Facility<Row> {
  readonly schedule: Schedule;
  readonly rowsOf: (side: Side) => readonly Row[] | undefined;
  readonly uses: FieldUses;
  readonly lacks: (side: Side) => Lacks<Row>;
  readonly weightOf: (row: Row) => string | null;
  readonly rateOf: (row: Row) => string | null;
  readonly scale: Scale;
}

/** Drugs in Addendum B have three decimals. */
export const OPPS: Facility<OppsRow> = {
  schedule: "opps",
  rowsOf: ({ opps }) => opps,
  uses: TABLE_FIELDS.opps,
  lacks: oppsLacks,
  weightOf: ({ relativeWeight }) => relativeWeight,
  rateOf: ({ oppsRate }) => oppsRate,
  scale: 3,
};
export const ASC: Facility<AscRow> = {
  schedule: "asc",
  rowsOf: ({ asc }) => asc,
  uses: TABLE_FIELDS.asc,
  lacks: ascLacks,
  weightOf: ({ paymentWeight }) => paymentWeight,
  rateOf: ({ ascRate }) => ascRate,
  scale: 2,
};

type FacilityRow = { readonly hcpcs: string; readonly row: number };

function rateChange<Row extends FacilityRow>(
  before: Row,
  after: Row,
  { weightOf, rateOf, scale }: Facility<Row>,
  factors: readonly [string | null, string | null],
  factorRule: string | undefined,
): AmountChange {
  const inputs = (row: Row, factor: string | null): RateInputs => ({
    weight: weightOf(row),
    factor,
    rate: rateOf(row),
  });
  const effects = rateEffects(inputs(before, factors[0]), inputs(after, factors[1]), scale);
  const explained = factorRule !== undefined && (effects?.["factor"] ?? 0) !== 0 ? { factor: factorRule } : {};
  return amountChange({ from: rateOf(before), to: rateOf(after), effects, explained, scale });
}

function rankOf({ hcpcs, rate }: RateChange) {
  return { unexplained: magnitude(rate.unexplained), change: magnitude(rate.change), name: hcpcs };
}

/**
 * A facility schedule on both sides, what no rule explains first.
 *
 * @returns null when a side was built without it
 */
export function rateTable<Row extends FacilityRow>(
  sides: readonly [Side, Side],
  facility: Facility<Row>,
  wanted: (hcpcs: string) => boolean,
  explanations: Explanations,
): DiffDocument["opps"] {
  const [before, after] = sides.map((side) => facility.rowsOf(side)?.filter(({ hcpcs }) => wanted(hcpcs)));
  if (before === undefined || after === undefined) return null;
  const factors = sides.map((side) => facilityFactor(side, facility.schedule)) as [string | null, string | null];
  const factorRule = factors[0] === factors[1] ? undefined : explanations.aboutFactor(facility.schedule, ...factors);
  const lacks = [facility.lacks(sides[0]), facility.lacks(sides[1])] as const;
  const missing = missingColumns(sides, facility.schedule);
  const keyOf = ({ hcpcs }: Row): string => hcpcs;
  const diff = diffRows(before, after, { keyOf, uses: facility.uses, lacks, missing });
  const changed = diff.changed.map((row): RateChange => {
    const { before: old, after: now, fields } = row;
    const rate = rateChange(old, now, facility, factors, factorRule);
    if (rate.explained["factor"] !== undefined) explanations.useFactor(rate.explained["factor"]);
    return { hcpcs: now.hcpcs, fromRow: old.row, toRow: now.row, fields: { ...fields }, ...lackedFields(row), rate };
  });
  const { tally, added, removed } = diff;
  const notInCopy = notInCopyOf(diff);
  return {
    tally,
    missingColumns: missing,
    added: [...added],
    removed: [...removed],
    changed: largestFirst(changed, rankOf),
    notInCopy,
  };
}
