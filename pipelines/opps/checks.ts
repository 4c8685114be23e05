import type { AddendumBRow } from "../../schemas/row/addendum-b.ts";
import { dollarText, shortWeightText } from "../../schemas/unit-text.ts";
import type { Check } from "../shared/check.ts";
import { factorRecorded } from "../shared/factor-recorded.ts";
import { type ExpectedFactor, expectedFactors } from "../shared/factors.ts";
import { checkKnown, indicatorKnown } from "../shared/indicator-states.ts";
import { checkRows, checkUnique, type RowFault } from "../shared/row-check.ts";
import { weightedRateFault } from "../shared/weighted-rate.ts";
import type { OppsBook } from "./addendum-b.ts";
import { RATE_FROM_WEIGHT } from "./rules.ts";

/** What the OPPS checks look at. */
export interface OppsBooks {
  readonly opps: OppsBook | undefined;
}

function rateFault({ relativeWeight, paymentRate }: AddendumBRow, factor: ExpectedFactor): RowFault | null | undefined {
  if (relativeWeight === null || paymentRate === null) return undefined;
  const message = weightedRateFault(relativeWeight, factor, paymentRate);
  return message === null ? null : { fields: ["relativeWeight", "paymentRate"], message };
}

const codeUnique: Check<OppsBooks> = {
  id: "opps.code-unique",
  title: "Every HCPCS code stands in one row of Addendum B",
  invariants: ["O6"],
  scope: "table",
  severity: "error",
  cites: [{ title: "OPPS Addendum B: OPPS payment by HCPCS code" }],
  cure: "Find out which of the two rows CMS means; a file with both cannot be built",
  run: ({ opps }) => opps && checkUnique(opps.file, "hcpcs", (row) => row.hcpcs),
};

const rateIsWeightTimesFactor: Check<OppsBooks> = {
  id: "opps.rate-is-weight-times-factor",
  title: "Where Addendum B prints a weight, the rate is weight x conversion factor, half up to the cent",
  invariants: ["O1"],
  scope: "row",
  severity: "error",
  cites: RATE_FROM_WEIGHT.cites,
  cure: "If a column moved, see sources/layouts/addendum-b.json; if the factor changed, sources/parameters",
  run: ({ opps }) => {
    if (opps === undefined) return undefined;
    const [expected] = expectedFactors("opps", opps.file.publication);
    if (expected === undefined) return undefined;
    return checkRows(
      opps.file,
      (row) => row.hcpcs,
      (row) => rateFault(row, expected),
    );
  },
};

const factorIsRecorded = factorRecorded<OppsBooks>("opps", RATE_FROM_WEIGHT.cites, ({ opps }) => {
  if (opps === undefined) return undefined;
  const rows = opps.file.table.rows.filter((row) => row.relativeWeight !== null && row.paymentRate !== null);
  return { file: opps.file, weighted: rows.length };
});

function pairText(row: AddendumBRow): string {
  const weight = row.relativeWeight === null ? "no weight" : `weight ${shortWeightText(row.relativeWeight)}`;
  const rate = row.paymentRate === null ? "no rate" : `rate ${dollarText(row.paymentRate)}`;
  return `${weight}, ${rate}`;
}

const oneRatePerApc: Check<OppsBooks> = {
  id: "opps.one-rate-per-apc",
  title: "All codes of one APC share one weight and one rate",
  invariants: ["O2"],
  scope: "table",
  severity: "error",
  cites: [{ title: "42 CFR 419.31: services of an APC share its relative weight" }],
  cure: "Compare the rows of the APC with CMS's file and Addendum A: one is damaged, or a column moved; download again",
  run: ({ opps }) => {
    if (opps === undefined) return undefined;
    const first = new Map<string, { pair: string; hcpcs: string }>();
    return checkRows(
      opps.file,
      (row) => row.hcpcs,
      (row) => {
        if (row.apc === "" || row.paymentRate === null) return undefined;
        const pair = pairText(row);
        const earlier = first.get(row.apc);
        if (earlier === undefined) first.set(row.apc, { pair, hcpcs: row.hcpcs });
        if (earlier === undefined || earlier.pair === pair) return null;
        const message = `APC ${row.apc} has ${pair} here, but ${earlier.pair} at ${earlier.hcpcs}`;
        return { fields: ["relativeWeight", "paymentRate"], message };
      },
    );
  },
};

const statusKnown = indicatorKnown<OppsBooks>("opps-status", {
  id: "opps.status-known",
  invariants: ["O5"],
  run: ({ opps }) =>
    opps &&
    checkKnown("opps-status", {
      file: opps.file,
      keyOf: (row) => row.hcpcs,
      indicatorOf: (row) => row.statusIndicator,
      field: "statusIndicator",
    }),
});

/** Checks of Addendum B, in the order they are reported. */
export const OPPS_CHECKS: readonly Check<OppsBooks>[] = [
  codeUnique,
  factorIsRecorded,
  statusKnown,
  rateIsWeightTimesFactor,
  oneRatePerApc,
];
