import type { AscSurgicalRow } from "../../../schemas/row/asc.ts";
import { fineDollars, isZero, type RelativeWeight } from "../../../schemas/units.ts";
import { type Check, compareWithCms, type Findings, together, type Violation } from "../../rules/check.ts";
import { factorRecorded } from "../../rules/factor-recorded.ts";
import { checkKnown, indicatorKnown } from "../../rules/indicator-states.ts";
import { checkRows, type RowTest, violationAt } from "../../rules/row-check.ts";
import { weightedRateFault } from "../../rules/weighted-rate.ts";
import { type ExpectedFactor, expectedFactors } from "../../sources/factors.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { type ColumnsOf, rowCount } from "../../tables/table.ts";
import type { AscAddendumRow, AscBook } from "./addenda.ts";
import { ASC_RATE_FROM_WEIGHT } from "./rules.ts";

/** The book that the ASC checks use. */
export interface AscBooks {
  readonly asc: AscBook | undefined;
}

/** A weight of zero means none: 17 devices and sources of January 2024 (payment indicator H2) print it. */
function hasWeight(weight: RelativeWeight | null): weight is RelativeWeight {
  return weight !== null && !isZero(weight);
}

function rateTest({ paymentWeight, ascRate }: ColumnsOf<AscAddendumRow>, factor: ExpectedFactor): RowTest {
  return (row) => {
    const [weight, rate] = [paymentWeight.at(row), ascRate.at(row)];
    if (!hasWeight(weight) || rate === null) return undefined;
    const message = weightedRateFault(weight, factor, fineDollars(rate));
    return message === null ? null : { fields: ["paymentWeight", "ascRate"], message };
  };
}

function checkRates(file: SourceFile<AscAddendumRow>): Findings | undefined {
  const [expected] = expectedFactors("asc", file.publication);
  if (expected === undefined) return undefined;
  return checkRows(file, (columns) => rateTest(columns, expected));
}

const rateIsWeightTimesFactor: Check<AscBooks> = {
  id: "asc.rate-is-weight-times-factor",
  title: "Where the ASC addenda print a weight, the rate is weight x conversion factor, half up to the cent",
  invariants: ["A1"],
  scope: "row",
  severity: "review",
  cites: ASC_RATE_FROM_WEIGHT.cites,
  cure: "If a column moved, see sources/layouts/asc-aa.json and asc-bb.json; if the factor changed, sources/parameters; if CMS is wrong, list the code in sources/exceptions.json with its source",
  run: ({ asc }) => {
    const files = filesOf(asc);
    const findings = together(files.map((file) => file && checkRates(file)));
    return findings && { ...findings, unread: files.includes(undefined) };
  },
};

const factorIsRecorded = factorRecorded<AscBooks>("asc", ASC_RATE_FROM_WEIGHT.cites, ({ asc }) => {
  const file = asc?.surgical;
  if (file === undefined) return undefined;
  const { paymentWeight, ascRate } = file.table.columns;
  const isWeighted = (row: number): boolean => hasWeight(paymentWeight.at(row)) && ascRate.at(row) !== null;
  return { file, weighted: file.table.rowNumbers.filter((_, row) => isWeighted(row)).length };
});

function filesOf(asc: AscBook | undefined): (SourceFile<AscAddendumRow> | undefined)[] {
  return [asc?.surgical, asc?.ancillary];
}

function repeatViolations(asc: AscBook): Violation[] {
  return asc.unequalRepeats.map(({ first, again }) => {
    const where = `row ${first.file.table.rowNumbers[first.row]} of Addendum ${first.addendum}`;
    const message = `${where} has the same code with other cells`;
    return violationAt(again.file, again.row, { fields: ["hcpcs"], message });
  });
}

const repeatsEqual: Check<AscBooks> = {
  id: "asc.repeats-equal",
  invariants: ["A6"],
  title: "A code has one row in Addenda AA and BB, or several rows of one addendum that are equal cell for cell",
  scope: "table",
  severity: "error",
  cites: [{ title: "ASC Addenda AA and BB: one payment rate a code; CMS repeats a few device rows word for word" }],
  cure: "Compare both rows with CMS's file; if CMS prints both, no release can be built until CMS corrects the addendum",
  run: ({ asc }) => {
    if (asc === undefined) return undefined;
    const files = filesOf(asc).filter((file) => file !== undefined);
    return {
      checked: files.reduce((total, file) => total + rowCount(file.table), 0),
      violations: repeatViolations(asc),
      publications: [...new Set(files.map((file) => file.publication.label))],
      compared: (key) => asc.byCode.has(key),
      unread: files.length < 2,
    };
  },
};

function discountTest({ paymentIndicator, ascRate, multipleProcedureDiscount }: ColumnsOf<AscSurgicalRow>): RowTest {
  return (row) => {
    if (multipleProcedureDiscount.at(row) !== null) return null;
    if (ascRate.at(row) === null) return undefined;
    const message = `payment indicator ${paymentIndicator.at(row)} is paid a rate: expected Y or N, saw a blank cell`;
    return { fields: ["multipleProcedureDiscount"], message };
  };
}

const discountStated: Check<AscBooks> = {
  id: "asc.discount-stated",
  invariants: [],
  title: "Addendum AA says for every row with a rate whether the multiple procedure discount applies",
  scope: "row",
  severity: "review",
  cites: [
    { title: "ASC Addendum AA, column Subject to Multiple Procedure Discounting; 42 CFR 416.172(e)" },
    {
      title:
        "Addendum AA of July and October 2022 leaves the cell of one code blank, indicator K5, which is paid no rate",
    },
  ],
  cure: compareWithCms("the row"),
  run: ({ asc }) => asc?.surgical && checkRows(asc.surgical, discountTest),
};

const paymentIndicatorKnown = indicatorKnown<AscBooks>("asc-payment", {
  id: "asc.indicator-known",
  invariants: [],
  run: ({ asc }) => together(filesOf(asc).map((file) => file && checkKnown("asc-payment", file, "paymentIndicator"))),
});

/** Checks of the ASC addenda, in the order they are reported. */
export const ASC_CHECKS: readonly Check<AscBooks>[] = [
  paymentIndicatorKnown,
  repeatsEqual,
  factorIsRecorded,
  rateIsWeightTimesFactor,
  discountStated,
];
