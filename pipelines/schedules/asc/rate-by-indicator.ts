import { isZero } from "../../../schemas/units.ts";
import { type Check, compareWithCms, type Findings, together } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import { indicatorsOf } from "../../sources/sources.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { AscAddendumRow, AscBook } from "./addenda.ts";

type RatedRow = Pick<AscAddendumRow, "paymentIndicator" | "paymentWeight" | "ascRate">;

/** A weight of zero means none: 17 brachytherapy sources of January 2024 print it. */
function printedBy({ paymentWeight, ascRate }: RatedRow): string {
  const weight = paymentWeight !== null && !isZero(paymentWeight);
  if (ascRate === null) return weight ? "weight alone" : "nothing";
  return weight ? "weight and rate" : "rate";
}

/** `expected` is undefined for indicators with which CMS prints different things; a weight alone is never right. */
function faultOf(row: RatedRow, expected: string | undefined): RowFault | null {
  const printed = printedBy(row);
  if (printed === expected || (expected === undefined && printed !== "weight alone")) return null;
  const wanted = expected === undefined ? "expected no weight without a rate" : `expected ${expected}`;
  const message = `payment indicator ${row.paymentIndicator} with ${printed}, ${wanted}`;
  return { fields: ["paymentIndicator", "paymentWeight", "ascRate"], message };
}

/** A row has a weight and a rate exactly when its payment indicator says that ASCs are paid by them. */
export const rateByIndicator: Check<{ readonly asc: AscBook | undefined }> = {
  id: "asc.rate-by-indicator",
  title: "A row has a weight and a rate exactly when its payment indicator says that an ASC is paid by them",
  invariants: ["A6"],
  scope: "row",
  severity: "review",
  cites: [{ title: "ASC Addendum DD1: payment indicators" }],
  cure: compareWithCms("the row"),
  run: ({ asc }) => {
    const prints = new Map(indicatorsOf("asc-payment").indicators.map((each) => [each.code, each.prints]));
    const files: (SourceFile<AscAddendumRow> | undefined)[] = [asc?.surgical, asc?.ancillary];
    const findings = (file: SourceFile<AscAddendumRow>): Findings =>
      checkRows(file, ({ paymentIndicator: indicator, paymentWeight: weight, ascRate: rate }) => (row) => {
        const cells = { paymentIndicator: indicator.at(row), paymentWeight: weight.at(row), ascRate: rate.at(row) };
        return faultOf(cells, prints.get(cells.paymentIndicator));
      });
    return together(files.map((file) => file && findings(file)));
  },
};
