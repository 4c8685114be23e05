import type { Damage } from "../damage.ts";
import { exchanged, inTurn, overwritten, renamed, shifted, times } from "../edits.ts";
import { C, inJuly, type OfJuly, RVUS, TOTALS } from "./relative-values.ts";

/** "1.37" is "1.40". */
const oneDecimal = (cell: string): string => (cell === "" ? cell : `${Number(cell).toFixed(1)}0`);

/** Damages to columns of the file. */
const COLUMNS: readonly OfJuly[] = [
  {
    name: "The practice expenses are exchanged, and the totals",
    edit: inTurn(exchanged(C.officePe, C.facilityPe), exchanged(C.officeTotal, C.facilityTotal)),
    stops: ["pfs.office-pe-higher:facilityPeRvu", "cross.continuity:rvu.nonFacilityPeRvu"],
  },
  {
    name: "The NA marks are exchanged",
    edit: exchanged(C.officeNa, C.facilityNa),
    stops: ["cross.continuity:rvu.nonFacilityNa", "cross.continuity:rvu.facilityNa"],
  },
  {
    name: "Work RVU and malpractice RVU are exchanged",
    edit: exchanged(C.work, C.mp),
    stops: ["cross.continuity:rvu.workRvu", "cross.continuity:rvu.mpRvu"],
  },
  {
    name: "The modifiers 26 and TC are exchanged",
    edit: renamed(C.modifier, "26", "TC"),
    stops: ["cross.continuity:rvu.workRvu"],
  },
  { name: "The codes are moved by a row", edit: shifted(C.code), stops: ["cross.continuity:rvu.workRvu"] },
  { name: "The status is moved by a row", edit: shifted(C.status), stops: ["cross.continuity:rvu.status"] },
  { name: "PC/TC is moved by a row", edit: shifted(C.pctc), stops: ["cross.continuity:rvu.pctcIndicator"] },
  { name: "The global days are moved by a row", edit: shifted(C.global), stops: ["cross.continuity:rvu.globalDays"] },
  {
    name: "Pre, intra and post are moved by a row",
    edit: shifted(C.pre, C.intra, C.post),
    stops: ["cross.continuity:rvu.preOp"],
  },
  {
    name: "The multiple procedure indicator is moved by a row",
    edit: shifted(C.multiple),
    stops: ["cross.continuity:rvu.multipleProcedure"],
  },
  {
    name: "The bilateral indicator is moved by a row",
    edit: shifted(C.bilateral),
    stops: ["cross.continuity:rvu.bilateralSurgery"],
  },
  {
    name: "The indicators of assistant, co-surgeons and team are moved by a row",
    edit: shifted(C.assistant, C.coSurgeons, C.team),
    stops: ["cross.continuity:rvu.assistantAtSurgery"],
  },
  {
    name: "The endoscopic base is moved by a row",
    edit: shifted(C.endoscopicBase),
    stops: ["cross.continuity:rvu.endoscopicBase"],
  },
  {
    name: "The supervision level is moved by a row",
    edit: shifted(C.supervision),
    stops: ["cross.continuity:rvu.physicianSupervision"],
  },
  {
    name: "The diagnostic imaging family is moved by a row",
    edit: shifted(C.family),
    stops: ["cross.continuity:rvu.imagingFamily"],
  },
  {
    name: "Every work RVU is a tenth higher, and the totals",
    edit: inTurn(overwritten(C.work, times(1.1)), TOTALS),
    stops: ["cross.continuity:rvu.workRvu.drift"],
  },
  {
    name: "Every work RVU is doubled, and the totals",
    edit: inTurn(overwritten(C.work, times(2)), TOTALS),
    stops: ["cross.continuity:rvu.workRvu.drift"],
  },
  {
    name: "Every malpractice RVU is 0, and the totals are lower",
    edit: inTurn(
      overwritten(C.mp, () => "0.00"),
      TOTALS,
    ),
    stops: ["pfs.opps-cap-of-global", "cross.continuity:rvu.mpRvu"],
  },
  {
    name: "The RVUs are rounded to one decimal, and the totals",
    edit: inTurn(overwritten(RVUS, oneDecimal), TOTALS),
    stops: ["pfs.opps-cap-of-global"],
  },
  {
    name: "500 rows in sequence have no work RVU, and the totals are lower",
    edit: inTurn(
      overwritten(
        C.work,
        () => "0.00",
        (_, at) => at >= 4000 && at < 4500,
      ),
      TOTALS,
    ),
    stops: ["cross.continuity:rvu.workRvu"],
  },
  {
    name: "300 paid rows in sequence have status I",
    edit: overwritten(
      C.status,
      () => "I",
      (cells, at) => cells[C.status] === "A" && at >= 4000 && at < 4300,
    ),
    stops: ["cross.continuity:rvu.status"],
  },
  {
    name: "Two codes are exchanged: 99213 and 99214",
    edit: renamed(C.code, "99213", "99214"),
    stops: ["pfs.visit-levels:99214"],
  },
  {
    name: "Two codes are exchanged: 27130 and 27447",
    edit: renamed(C.code, "27130", "27447"),
    why: "The profile of April has the sizes of figures, in steps of a fifth, and those of the two operations are the same. A difference between the two releases shows it",
  },
  {
    name: "The non-facility NA mark is nowhere",
    edit: overwritten(C.officeNa, () => ""),
    stops: ["cross.continuity:rvu.nonFacilityNa"],
  },
  {
    name: "The conversion factor of 2025 in every row",
    edit: overwritten(C.factor, () => "32.3465"),
    stops: ["pfs.conversion-factor"],
  },
  {
    name: "The conversion factor of qualifying participants in every row",
    edit: overwritten(C.factor, () => "33.5675"),
    stops: ["pfs.conversion-factor"],
  },
];

/** Damages to columns of the relative value file. */
export const RELATIVE_VALUE_COLUMNS: readonly Damage[] = inJuly(COLUMNS);
