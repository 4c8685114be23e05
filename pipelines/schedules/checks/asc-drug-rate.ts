import { centsText } from "../../../schemas/unit-text.ts";
import { type Cents, fineDollars, ofUnit, scaledInteger } from "../../../schemas/units.ts";
import { type Check, compareWithCms } from "../../rules/check.ts";
import { divideHalfUp } from "../../rules/rounding.ts";
import { checkRows } from "../../rules/row-check.ts";
import type { ReleaseBook } from "../book.ts";

/** One rate is printed to the cent, the other to the mill. */
const CENT = scaledInteger(fineDollars(ofUnit<Cents>(1)));
/** A rate of half a cent may have been rounded either way. */
const TOLERANCE = 1;
/** Drugs and skin substitutes: an ASC is paid the same rate as a hospital. */
const SAME_RATE = new Set(["K2", "S2"]);

/** A drug costs the same wherever it is given. */
export const ascDrugRate: Check<ReleaseBook> = {
  id: "cross.asc-drug-rate",
  title: "A drug or skin substitute (K2, S2) of Addendum BB has the rate of Addendum B, within a cent",
  invariants: [],
  scope: "release",
  severity: "error",
  acceptable: true,
  cites: [
    { title: "42 CFR 416.171(b)(1): drugs and biologicals are paid the OPPS rate" },
    { title: "Every such row of 2020Q1 to 2026Q2 but 12 radiopharmaceuticals of 2025Q1" },
  ],
  cure: compareWithCms("the row"),
  run: ({ asc, opps }) => {
    if (asc?.ancillary === undefined || opps === undefined) return undefined;
    const { oppsRate: hospital } = opps.file.table.columns;
    return checkRows(asc.ancillary, ({ hcpcs, paymentIndicator, ascRate }) => (row) => {
      const listed = opps.byCode.get(hcpcs.at(row));
      const [rate, fine] = [ascRate.at(row), listed === undefined ? null : hospital.at(listed)];
      if (!SAME_RATE.has(paymentIndicator.at(row)) || rate === null || fine === null) return undefined;
      const expected = divideHalfUp(scaledInteger(fine), CENT);
      if (Math.abs(scaledInteger(rate) - expected) <= TOLERANCE) return null;
      const message = `the rate is ${centsText(scaledInteger(rate))}, Addendum B has ${centsText(expected)}`;
      return { fields: ["ascRate"], message };
    });
  },
};
