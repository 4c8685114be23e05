import type { AmountChange, DiffDocument, RateChange } from "../../../schemas/out/diff.ts";
import type { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import { amountChange, type Scale } from "./amount-change.ts";
import { missingColumns } from "./columns-read.ts";
import type { Explanations } from "./explain-change.ts";
import { type FieldUses, TABLE_FIELDS } from "./fields.ts";
import { largestFirst } from "./largest-first.ts";
import { ascLacks, type Lacks, lackedFields, notInCopyOf, oppsLacks } from "./not-in-copy.ts";
import { facilityFactor, type RateInputs, rateEffects, type Schedule } from "./rate-effects.ts";
import { diffRows } from "./rows.ts";
import type { Side } from "./side.ts";
import { magnitude } from "./signed.ts";

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
