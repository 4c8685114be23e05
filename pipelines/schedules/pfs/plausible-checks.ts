import { parseScaled } from "../../../schemas/scaled.ts";
import { gpciText } from "../../../schemas/unit-text.ts";
import { type Gpci, SCALE, scaledInteger } from "../../../schemas/units.ts";
import type { Check } from "../../rules/check.ts";
import { checkRows, violationOf } from "../../rules/row-check.ts";
import { completeness } from "../../sources/sources.ts";
import type { PfsBooks } from "./books.ts";
import type { RvuFile } from "./rvu-file.ts";

/** So many rows may differ by chance. */
const BY_CHANCE = 3;

/** The rows with the higher practice expense in a facility, and in an office. */
function higherPe({ columns, file }: RvuFile): { facility: number; office: number } {
  const { nonFacilityPeRvu, facilityPeRvu } = columns;
  let [facility, office] = [0, 0];
  for (let row = 0; row < file.table.rowNumbers.length; row += 1) {
    const difference = scaledInteger(facilityPeRvu.at(row)) - scaledInteger(nonFacilityPeRvu.at(row));
    if (difference > 0) facility += 1;
    if (difference < 0) office += 1;
  }
  return { facility, office };
}

const officePeHigher: Check<PfsBooks> = {
  id: "pfs.office-pe-higher",
  invariants: [],
  title: "Where the two practice expenses differ, the non-facility one is higher in most rows",
  scope: "table",
  severity: "error",
  cites: [
    { title: "42 CFR 414.22(b)(5): a facility bears part of the practice expense" },
    { title: "RVU09A to RVU26C: the facility PE is higher in 1 to 15 rows, the non-facility PE in 1,803 to 2,268" },
  ],
  cure: "The two columns are swapped: compare their headings with CMS's file, and both with sources/layouts/pfs-rvu.json",
  run: ({ pfs }) => {
    if (pfs === undefined) return undefined;
    const { facility, office } = higherPe(pfs.rvu);
    const { file } = pfs.rvu;
    const message = `the facility PE is higher in ${facility} rows, the non-facility PE in ${office}`;
    return {
      checked: facility + office,
      violations: facility > BY_CHANCE && facility > office ? [violationOf(file, "facilityPeRvu", message)] : [],
      publications: [file.publication.label],
      compared: (key) => key === "facilityPeRvu",
    };
  },
};

function thousandths(text: string): number {
  return parseScaled(text, SCALE.gpci) ?? 0;
}

const INDICES = ["workGpciWithoutFloor", "workGpciWithFloor", "workGpciUnstated", "peGpci", "mpGpci"] as const;

const plausibleIndex: Check<PfsBooks> = {
  id: "gpci.plausible-index",
  invariants: [],
  title: "Every GPCI is within the range of CMS's own",
  scope: "row",
  severity: "error",
  cites: [{ title: "sources/parameters/completeness.json: the indices of every GPCI file from RVU09A to RVU26C" }],
  cure: "Compare the cell with CMS's file; if the GPCI is right, widen the bounds in sources/parameters/completeness.json, with the evidence",
  run: ({ gpci }) => {
    const { least, most } = completeness().gpci;
    const isPlausible = (index: Gpci): boolean =>
      scaledInteger(index) >= thousandths(least) && scaledInteger(index) <= thousandths(most);
    return (
      gpci &&
      checkRows(gpci.file, (columns) => (row) => {
        for (const field of INDICES) {
          const index = columns[field].at(row);
          if (index === undefined || index === null || isPlausible(index)) continue;
          return { fields: [field], message: `the GPCI ${gpciText(index)} is not between ${least} and ${most}` };
        }
        return null;
      })
    );
  },
};

/** Checks of figures that no table of CMS's has, even when its rows add up. */
export const PLAUSIBLE_CHECKS: readonly Check<PfsBooks>[] = [officePeHigher, plausibleIndex];
