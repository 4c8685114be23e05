import { type Check, compareWithCms } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import type { PfsBooks } from "./books.ts";
import { type RvuFile, rowWith } from "./rvu-file.ts";

/** PC/TC indicators: a service with two components, and a laboratory test that a physician interprets. */
const TWO_COMPONENTS = "1";
const INTERPRETED_TEST = "6";

function fault(message: string): RowFault {
  return { fields: ["modifier", "pctcIndicator"], message };
}

/** A global row with PC/TC 1 has both components; other rows are not checked. */
function globalFault(rvu: RvuFile, row: number): RowFault | null | undefined {
  const { hcpcs, pctcIndicator } = rvu.columns;
  if (pctcIndicator.at(row) !== TWO_COMPONENTS) return undefined;
  const missing = ["26", "TC"].filter((component) => rowWith(rvu, hcpcs.at(row), component) === undefined);
  return missing.length === 0 ? null : fault(`PC/TC 1, but no row with modifier ${missing.join(" and ")}`);
}

/** A component belongs to a global row with PC/TC 1, except for the interpretation of a laboratory test. */
function componentFault(rvu: RvuFile, row: number): RowFault | null {
  const { hcpcs, modifier, pctcIndicator } = rvu.columns;
  const [component, indicator] = [modifier.at(row), pctcIndicator.at(row)];
  const allowed = component === "26" ? [TWO_COMPONENTS, INTERPRETED_TEST] : [TWO_COMPONENTS];
  if (!allowed.includes(indicator))
    return fault(`PC/TC ${indicator} with modifier ${component}, expected ${allowed.join(" or ")}`);
  if (indicator === INTERPRETED_TEST) return null;
  const whole = rowWith(rvu, hcpcs.at(row), "");
  if (whole === undefined) return fault("PC/TC 1, but no global row");
  const ofWhole = pctcIndicator.at(whole);
  return ofWhole === TWO_COMPONENTS ? null : fault(`PC/TC 1, but the global row has ${ofWhole}`);
}

function pctcFault(rvu: RvuFile, row: number): RowFault | null | undefined {
  const modifier = rvu.columns.modifier.at(row);
  if (modifier === "") return globalFault(rvu, row);
  return modifier === "26" || modifier === "TC" ? componentFault(rvu, row) : undefined;
}

/** A service with two components has a row for each and one for both. */
export const componentsByPctc: Check<PfsBooks> = {
  id: "pfs.components-by-pctc",
  invariants: [],
  title: "A code has PC/TC 1 exactly when it has rows for both components; modifier 26 has PC/TC 1 or 6, TC has 1",
  scope: "row",
  severity: "review",
  acceptable: true,
  cites: [
    { title: "CMS record layout of the relative value file (RVU26B.pdf), PC/TC indicator 1 and 6" },
    { title: "Every row of 11 releases from RVU09A to RVU26C but those of three codes, see sources/exceptions.json" },
  ],
  cure: compareWithCms("the three rows"),
  run: ({ pfs }) => pfs && checkRows(pfs.rvu.file, () => (row) => pctcFault(pfs.rvu, row)),
};
