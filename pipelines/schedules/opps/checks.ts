import type { AddendumBRow } from "../../../schemas/row/addendum-b.ts";
import { dollarText, shortWeightText } from "../../../schemas/unit-text.ts";
import type { RelativeWeight } from "../../../schemas/units.ts";
import type { Check } from "../../rules/check.ts";
import { factorRecorded } from "../../rules/factor-recorded.ts";
import { checkKnown, indicatorKnown } from "../../rules/indicator-states.ts";
import { checkRows, checkUnique, type RowTest } from "../../rules/row-check.ts";
import { weightedRateFault } from "../../rules/weighted-rate.ts";
import { type ExpectedFactor, expectedFactors } from "../../sources/factors.ts";
import type { ColumnsOf } from "../../tables/table.ts";
import type { OppsBook } from "./addendum-b.ts";
import { OPPS_RATE_FROM_WEIGHT } from "./rules.ts";

/** The book that the OPPS checks use. */
export interface OppsBooks {
  readonly opps: OppsBook | undefined;
}

type Columns = ColumnsOf<AddendumBRow>;

function rateTest({ relativeWeight, oppsRate }: Columns, factor: ExpectedFactor): RowTest {
  return (row) => {
    const [weight, rate] = [relativeWeight.at(row), oppsRate.at(row)];
    if (weight === null || rate === null) return undefined;
    const message = weightedRateFault(weight, factor, rate);
    return message === null ? null : { fields: ["relativeWeight", "oppsRate"], message };
  };
}

const codeUnique: Check<OppsBooks> = {
  id: "opps.code-unique",
  title: "Every HCPCS code has one row in Addendum B",
  invariants: ["O6"],
  scope: "table",
  severity: "error",
  cites: [{ title: "OPPS Addendum B: OPPS payment by HCPCS code" }],
  cure: "Find out which of the two rows CMS means; a file with both cannot be built",
  run: ({ opps }) => opps && checkUnique(opps.file, "hcpcs"),
};

const rateIsWeightTimesFactor: Check<OppsBooks> = {
  id: "opps.rate-is-weight-times-factor",
  title: "Where Addendum B prints a weight, the rate is weight x conversion factor, half up to the cent",
  invariants: ["O1"],
  scope: "row",
  severity: "error",
  cites: OPPS_RATE_FROM_WEIGHT.cites,
  cure: "If a column moved, see sources/layouts/addendum-b.json; if the factor changed, sources/parameters",
  run: ({ opps }) => {
    if (opps === undefined) return undefined;
    const [expected] = expectedFactors("opps", opps.file.publication);
    if (expected === undefined) return undefined;
    return checkRows(opps.file, (columns) => rateTest(columns, expected));
  },
};

const factorIsRecorded = factorRecorded<OppsBooks>("opps", OPPS_RATE_FROM_WEIGHT.cites, ({ opps }) => {
  if (opps === undefined) return undefined;
  const { relativeWeight, oppsRate } = opps.file.table.columns;
  const rows = opps.states.filter((_, row) => relativeWeight.at(row) !== null && oppsRate.at(row) !== null);
  return { file: opps.file, weighted: rows.length };
});

function weightWords(weight: RelativeWeight | null): string {
  return weight === null ? "no weight" : `weight ${shortWeightText(weight)}`;
}

/** Compares every row with the first of its APC. */
function oneRateTest({ hcpcs, apc, relativeWeight, oppsRate }: Columns): RowTest {
  const firsts = new Map<string, number>();
  const pairText = (row: number): string => {
    const rate = oppsRate.at(row);
    return `${weightWords(relativeWeight.at(row))}, rate ${rate === null ? "none" : dollarText(rate)}`;
  };
  return (row) => {
    const [group, rate] = [apc.at(row), oppsRate.at(row)];
    if (group === "" || rate === null) return undefined;
    const first = firsts.get(group) ?? row;
    firsts.set(group, first);
    if (rate === oppsRate.at(first) && relativeWeight.at(row) === relativeWeight.at(first)) return null;
    const message = `APC ${group} has ${pairText(row)} here, but ${pairText(first)} at ${hcpcs.at(first)}`;
    return { fields: ["relativeWeight", "oppsRate"], message };
  };
}

const oneRatePerApc: Check<OppsBooks> = {
  id: "opps.one-rate-per-apc",
  title: "All codes of one APC share one weight and one rate",
  invariants: ["O2"],
  scope: "table",
  severity: "error",
  cites: [{ title: "42 CFR 419.31: services of an APC share its relative weight" }],
  cure: "Compare the rows of the APC with CMS's file and Addendum A: one is damaged, or a column moved; download again",
  run: ({ opps }) => opps && checkRows(opps.file, oneRateTest),
};

const statusKnown = indicatorKnown<OppsBooks>("opps-status", {
  id: "opps.status-known",
  invariants: ["O5"],
  run: ({ opps }) => opps && checkKnown("opps-status", opps.file, "statusIndicator"),
});

/** Checks of Addendum B, in the order they are reported. */
export const OPPS_CHECKS: readonly Check<OppsBooks>[] = [
  codeUnique,
  factorIsRecorded,
  statusKnown,
  rateIsWeightTimesFactor,
  oneRatePerApc,
];
