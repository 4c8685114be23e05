import type { AddendumBRow } from "../../../schemas/row/addendum-b.ts";
import { type Check, compareWithCms } from "../../rules/check.ts";
import { paysRate } from "../../rules/rate-state.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import { indicatorsOf } from "../../sources/sources.ts";
import type { OppsBook } from "./addendum-b.ts";

function ratedIndicators(): ReadonlySet<string> {
  const { indicators } = indicatorsOf("opps-status");
  return new Set(indicators.filter((each) => paysRate(each.state)).map((each) => each.code));
}

type PaidRow = Pick<AddendumBRow, "statusIndicator" | "oppsRate" | "relativeWeight">;

function faultOf({ statusIndicator, oppsRate, relativeWeight }: PaidRow, rated: boolean): RowFault | null {
  const rate = oppsRate === null ? "no rate" : "a rate";
  if (rated !== (oppsRate !== null)) {
    const paid = rated ? "is paid a rate" : "is paid no rate";
    return {
      fields: ["statusIndicator", "oppsRate"],
      message: `status ${statusIndicator} ${paid}, the row prints ${rate}`,
    };
  }
  if (relativeWeight === null || oppsRate !== null) return null;
  return { fields: ["relativeWeight", "oppsRate"], message: "the row prints a weight without a rate" };
}

/** A row has a rate exactly when its status indicator says that OPPS pays one. */
export const rateByStatus: Check<{ readonly opps: OppsBook | undefined }> = {
  id: "opps.rate-by-status",
  title: "A row has a rate exactly when its status indicator pays one, and no row has a weight without a rate",
  invariants: ["O5"],
  scope: "row",
  severity: "review",
  cites: [{ title: "OPPS Addendum D1: payment status indicators" }],
  cure: compareWithCms("the row"),
  run: ({ opps }) => {
    const rated = ratedIndicators();
    if (opps === undefined) return undefined;
    return checkRows(opps.file, ({ statusIndicator: status, oppsRate: rate, relativeWeight: weight }) => (row) => {
      const cells = { statusIndicator: status.at(row), oppsRate: rate.at(row), relativeWeight: weight.at(row) };
      return faultOf(cells, rated.has(cells.statusIndicator));
    });
  },
};
