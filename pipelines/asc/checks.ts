import { formatScaled, formatTrimmed } from "../../schemas/scaled.ts";
import { type Cents, isZero, type RelativeWeight, SCALE, scaledInteger } from "../../schemas/units.ts";
import type { Check, Findings, Violation } from "../shared/check.ts";
import { expectedFactors } from "../shared/factors.ts";
import { divideHalfUp } from "../shared/rounding.ts";
import { checkRows, type RowFault } from "../shared/row-check.ts";
import type { SourceFile } from "../shared/source-file.ts";
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

/** Weight and factor are both in ten-thousandths, so their product is in 10^-8 dollars; a cent is 10^6 of those. */
const CENT = 1_000_000;

/** A weight of zero stands for none: 17 devices and sources of January 2024 (payment indicator H2) print it. */
function hasWeight(weight: RelativeWeight | null): weight is RelativeWeight {
  return weight !== null && !isZero(weight);
}

function rateFault(row: RatedRow, factor: number, factorText: string): RowFault | null | undefined {
  if (!hasWeight(row.paymentWeight) || row.paymentRate === null) return undefined;
  const cents = divideHalfUp(scaledInteger(row.paymentWeight) * factor, CENT);
  if (cents === scaledInteger(row.paymentRate)) return null;
  const weight = formatTrimmed(scaledInteger(row.paymentWeight), SCALE.weight, 0);
  const printed = formatScaled(scaledInteger(row.paymentRate), SCALE.cents);
  const sum = `weight ${weight} x ${factorText} = ${formatScaled(cents, SCALE.cents)}`;
  return { fields: ["paymentWeight", "paymentRate"], message: `${sum}, CMS printed ${printed}` };
}

function checkRates(file: SourceFile<RatedRow>): Findings | undefined {
  const [expected] = expectedFactors("asc", file.publication);
  if (expected === undefined) return undefined;
  const factor = scaledInteger(expected.value);
  return checkRows(
    file,
    (row) => row.hcpcs,
    (row) => rateFault(row, factor, expected.entry.value),
  );
}

/** Findings of several files as those of one check; undefined when there are none. */
export function joinFindings(findings: readonly Findings[]): Findings | undefined {
  if (findings.length === 0) return undefined;
  const violations: Violation[] = findings.flatMap((each) => each.violations);
  const checked = findings.reduce((total, each) => total + each.checked, 0);
  const publications = findings.flatMap((each) => each.publications);
  return { checked, violations, publications, compared: (key) => findings.some((each) => each.compared(key)) };
}

const rateIsWeightTimesFactor: Check<AscBooks> = {
  id: "asc.rate-is-weight-times-factor",
  title: "Where the ASC addenda print a weight, the rate is weight x conversion factor, half up to the cent",
  scope: "row",
  severity: "review",
  cites: RATE_FROM_WEIGHT.cites,
  cure: "If a column moved, see sources/layouts/asc-aa.json and asc-bb.json; if the factor changed, sources/parameters",
  run: ({ asc }) => {
    const files: (SourceFile<RatedRow> | undefined)[] = [asc?.surgical, asc?.ancillary];
    const findings = files.flatMap((file) => (file === undefined ? [] : [checkRates(file)]));
    const joined = joinFindings(findings.filter((each) => each !== undefined));
    return joined && { ...joined, unread: files.includes(undefined) };
  },
};

/** Checks of the ASC addenda, in the order they are reported. Repeated codes are settled while reading. */
export const ASC_CHECKS: readonly Check<AscBooks>[] = [rateIsWeightTimesFactor];
