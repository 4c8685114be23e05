import { type Cents, fineDollars, isZero, type RelativeWeight } from "../../schemas/units.ts";
import { type Check, type Findings, together } from "../shared/check.ts";
import { type ExpectedFactor, expectedFactors } from "../shared/factors.ts";
import { checkRows, type RowFault } from "../shared/row-check.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { weightedRateFault } from "../shared/weighted-rate.ts";
import type { AscBook } from "./addenda.ts";
import { RATE_FROM_WEIGHT } from "./rules.ts";

/** What the ASC checks look at. */
export interface AscBooks {
  readonly asc: AscBook | undefined;
}

interface RatedRow {
  readonly hcpcs: string;
  readonly paymentWeight: RelativeWeight | null;
  readonly paymentRate: Cents | null;
}

/** A weight of zero stands for none: 17 devices and sources of January 2024 (payment indicator H2) print it. */
function hasWeight(weight: RelativeWeight | null): weight is RelativeWeight {
  return weight !== null && !isZero(weight);
}

function rateFault({ paymentWeight, paymentRate }: RatedRow, factor: ExpectedFactor): RowFault | null | undefined {
  if (!hasWeight(paymentWeight) || paymentRate === null) return undefined;
  const message = weightedRateFault(paymentWeight, factor, fineDollars(paymentRate));
  return message === null ? null : { fields: ["paymentWeight", "paymentRate"], message };
}

function checkRates(file: SourceFile<RatedRow>): Findings | undefined {
  const [expected] = expectedFactors("asc", file.publication);
  if (expected === undefined) return undefined;
  return checkRows(
    file,
    (row) => row.hcpcs,
    (row) => rateFault(row, expected),
  );
}

const rateIsWeightTimesFactor: Check<AscBooks> = {
  id: "asc.rate-is-weight-times-factor",
  title: "Where the ASC addenda print a weight, the rate is weight x conversion factor, half up to the cent",
  scope: "row",
  severity: "review",
  cites: RATE_FROM_WEIGHT.cites,
  cure: "If a column moved, see sources/layouts/asc-aa.json and asc-bb.json; if the factor changed, sources/parameters; if CMS is wrong, list the code in sources/exceptions.json with its source",
  run: ({ asc }) => {
    const files: (SourceFile<RatedRow> | undefined)[] = [asc?.surgical, asc?.ancillary];
    const findings = together(files.map((file) => file && checkRates(file)));
    return findings && { ...findings, unread: files.includes(undefined) };
  },
};

/** Checks of the ASC addenda, in the order they are reported. Repeated codes are settled while reading. */
export const ASC_CHECKS: readonly Check<AscBooks>[] = [rateIsWeightTimesFactor];
