import { dollarText, factorText, rvuText } from "../../../schemas/unit-text.ts";
import {
  type ConversionFactor,
  type FineDollars,
  ofUnit,
  type Rvu,
  scaledInteger,
  sum,
} from "../../../schemas/units.ts";
import { type Check, compareWithCms } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import type { ReleaseBook } from "../book.ts";
import { hasCapRvus } from "../pfs/opps-cap.ts";
import type { RvuFileColumns } from "../pfs/rvu-file.ts";

/** One hundredth of an RVU: PE and MP are each rounded, and their sum is compared. */
const TOLERANCE = 1;

/** Rate / factor, half up to a hundredth of an RVU: both are in ten-thousandths of a dollar. */
function rvuOfRate(rate: FineDollars, factor: ConversionFactor): Rvu {
  const divisor = scaledInteger(factor);
  return ofUnit<Rvu>(Math.floor((scaledInteger(rate) * 200 + divisor) / (divisor * 2)));
}

function capFault(columns: RvuFileColumns, row: number, rate: FineDollars, factor: ConversionFactor): RowFault | null {
  const [pe, mp] = [columns.oppsNonFacilityPeRvu.at(row), columns.oppsMpRvu.at(row)];
  const printed = sum(pe, mp);
  const expected = rvuOfRate(rate, factor);
  if (Math.abs(scaledInteger(printed) - scaledInteger(expected)) <= TOLERANCE) return null;
  const parts = `PE ${rvuText(pe)} + MP ${rvuText(mp)} = ${rvuText(printed)}`;
  const cap = `the OPPS rate ${dollarText(rate)} / ${factorText(factor)} is ${rvuText(expected)}`;
  return { fields: ["oppsNonFacilityPeRvu", "oppsMpRvu"], message: `${parts}, ${cap}` };
}

/** The cap on imaging is the hospital's rate, in RVUs of the physician fee schedule. */
export const oppsCapIsOppsRate: Check<ReleaseBook> = {
  id: "cross.opps-cap-is-opps-rate",
  invariants: ["P17"],
  title:
    "The RVUs for the OPPS cap of a technical component (PE + MP) are its Addendum B rate / PFS factor, within 0.01 RVU",
  scope: "release",
  severity: "review",
  // CMS has posted OPPSCAP files with an older factor, and the RVUs for the cap can be as old.
  staleFilesKnown: true,
  cites: [{ title: "Deficit Reduction Act of 2005, section 5102(b): imaging is paid at most the OPPS rate" }],
  cure: compareWithCms("the row"),
  run: ({ pfs, opps }) => {
    if (pfs === undefined || opps === undefined) return undefined;
    const { oppsRate } = opps.file.table.columns;
    return checkRows(pfs.rvu.file, (columns) => (row) => {
      if (columns.modifier.at(row) !== "TC" || !hasCapRvus(columns, row)) return undefined;
      const listed = opps.byCode.get(columns.hcpcs.at(row));
      const rate = listed === undefined ? null : oppsRate.at(listed);
      return rate === null ? undefined : capFault(columns, row, rate, pfs.factor);
    });
  },
};
