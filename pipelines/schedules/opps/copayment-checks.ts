import type { AddendumBRow } from "../../../schemas/row/addendum-b.ts";
import type { Publication } from "../../../schemas/source/release.ts";
import { centsText, dollarText } from "../../../schemas/unit-text.ts";
import { type ConversionFactor, isZero, scaledInteger } from "../../../schemas/units.ts";
import type { Check } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import { expectedFactors } from "../../sources/factors.ts";
import type { OppsBooks } from "./checks.ts";

/** A fifth of 500 ten-thousandths of a dollar is a cent. */
const FIFTH_OF_FINE = 500;
/** The same for weight x factor, both in ten-thousandths: 10^-8 dollars. */
const FIFTH_OF_PRODUCT = 5_000_000;
/** A cent in ten-thousandths of a dollar. */
const CENT = 100;

/** In 2021 CMS took the share of weight x factor before rounding that to the cent; in every other year, after. */
const YEAR_OF_UNROUNDED = "2021";

function roundedUp(value: number, divisor: number): number {
  return Math.floor((value + divisor - 1) / divisor);
}

/**
 * 20 percent of a row's rate, rounded up to the cent, in cents; undefined for a row without a rate.
 *
 * @param ofProduct the conversion factor, when CMS took the share of weight x factor instead of the printed rate
 */
export function minimumOf(
  { relativeWeight, oppsRate }: Pick<AddendumBRow, "relativeWeight" | "oppsRate">,
  ofProduct?: ConversionFactor,
): number | undefined {
  if (oppsRate === null) return undefined;
  if (relativeWeight === null || ofProduct === undefined) return roundedUp(scaledInteger(oppsRate), FIFTH_OF_FINE);
  return roundedUp(scaledInteger(relativeWeight) * scaledInteger(ofProduct), FIFTH_OF_PRODUCT);
}

type RatedRow = Pick<AddendumBRow, "relativeWeight" | "oppsRate" | "minimumCopayment">;

/** Drugs and other rows with a rate but no weight: within a cent, as the title of the check says. */
function minimumFault(
  { minimumCopayment: printed, relativeWeight, oppsRate }: RatedRow,
  ofProduct: ConversionFactor | undefined,
): RowFault | null | undefined {
  const expected = minimumOf({ relativeWeight, oppsRate }, ofProduct);
  if (expected === undefined || oppsRate === null || printed === null) return undefined;
  const off = Math.abs(scaledInteger(printed) - expected * CENT);
  if (isZero(printed) || off <= (relativeWeight === null ? CENT : 0)) return null;
  const message = `20 percent of ${dollarText(oppsRate)} is ${centsText(expected)} rounded up, CMS printed ${dollarText(printed)}`;
  return { fields: ["oppsRate", "minimumCopayment"], message };
}

function productFactor(publication: Publication): ConversionFactor | undefined {
  if (!publication.window.from.startsWith(YEAR_OF_UNROUNDED)) return undefined;
  return expectedFactors("opps", publication)[0]?.value;
}

const minimumCopayment: Check<OppsBooks> = {
  id: "opps.minimum-copayment",
  invariants: ["O3"],
  title:
    "The minimum copayment is 20 percent of the rate, rounded up to the cent, or 0; for rates without a weight within a cent, since CMS takes the share of the price before it rounds that, and until 2020 printed it unrounded",
  scope: "row",
  severity: "review",
  cites: [
    { title: "42 CFR 419.40(b): a copayment is at least 20 percent of the rate" },
    { title: "Addenda B of 2020 to 2025: every weighted row but those in sources/exceptions.json" },
  ],
  cure: "If a column moved, see sources/layouts/addendum-b.json; if CMS is wrong, list the code in sources/exceptions.json",
  run: ({ opps }) => {
    if (opps === undefined) return undefined;
    const ofProduct = productFactor(opps.file.publication);
    return checkRows(opps.file, ({ relativeWeight: weight, oppsRate: rate, minimumCopayment: minimum }) => (row) => {
      const cells = { relativeWeight: weight.at(row), oppsRate: rate.at(row), minimumCopayment: minimum.at(row) };
      return minimumFault(cells, ofProduct);
    });
  },
};

const nationalCopayment: Check<OppsBooks> = {
  id: "opps.national-copayment-at-least-minimum",
  title: "A national copayment, where Addendum B prints one, is at least the minimum copayment",
  invariants: ["O4"],
  scope: "row",
  severity: "error",
  cites: [{ title: "42 CFR 419.40-419.41: a copayment is at least 20 percent of the rate" }],
  cure: "The two columns may have changed places: compare the headings with sources/layouts/addendum-b.json",
  run: ({ opps }) =>
    opps &&
    checkRows(opps.file, (columns) => (row) => {
      const [national, minimum] = [columns.nationalCopayment.at(row), columns.minimumCopayment.at(row)];
      if (national === null || minimum === null || isZero(national)) return undefined;
      if (scaledInteger(national) >= scaledInteger(minimum)) return null;
      const message = `the national copayment ${dollarText(national)} is below the minimum ${dollarText(minimum)}`;
      return { fields: ["nationalCopayment", "minimumCopayment"], message };
    }),
};

/** Checks of the copayments of Addendum B, in the order they are reported. */
export const COPAYMENT_CHECKS: readonly Check<OppsBooks>[] = [minimumCopayment, nationalCopayment];
