import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { rvuText } from "../../schemas/unit-text.ts";
import { equal, scaledInteger, sum } from "../../schemas/units.ts";
import { type Check, compareWithCms } from "../shared/check.ts";
import { checkRows, type RowTest } from "../shared/row-check.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { keyOfRow } from "./amounts.ts";
import type { PfsBooks } from "./books.ts";
import { hasUnits } from "./unit-columns.ts";

/** Statuses whose rows never carry units: contractors, other schedules or nobody pays them. */
const WITHOUT_UNITS = new Set(["C", "E", "J", "M", "P", "Q"]);
/** Statuses under which CMS shows units that Medicare does not pay by, and marks them "+". */
const UNITS_NOT_USED = new Set(["N", "I", "B", "X"]);
/** Global days of surgery with a package that is split into three parts. */
const PACKAGED_SURGERY = new Set(["010", "090"]);
const ENDOSCOPY = "3";
const IMAGING = "4";
/** Diagnostic imaging family of services whose technical component is reduced when it is not the first of a session. */
const REDUCED_IMAGING = "88";

const unitsOfStatus: RowTest<PfsRvuRow> = (row) => {
  const units = hasUnits(row);
  if (row.status === "A" && !units) return { fields: ["status"], message: "status A without any units" };
  if (!WITHOUT_UNITS.has(row.status)) return row.status === "A" ? null : undefined;
  return units ? { fields: ["status"], message: `status ${row.status} has no units, the row has some` } : null;
};

const notUsedMark: RowTest<PfsRvuRow> = (row) => {
  if (row.notUsedForMedicare === undefined) return undefined;
  const expected = UNITS_NOT_USED.has(row.status) && hasUnits(row);
  if (expected === row.notUsedForMedicare) return null;
  const message = `status ${row.status} ${hasUnits(row) ? "with" : "without"} units is ${expected ? "" : "not "}to be marked "+"`;
  return { fields: ["notUsedForMedicare", "status"], message };
};

const equalWhereNa: RowTest<PfsRvuRow> = ({ nonFacilityNa, nonFacilityPeRvu, facilityPeRvu }) => {
  if (!nonFacilityNa) return undefined;
  if (equal(nonFacilityPeRvu, facilityPeRvu)) return null;
  const message = `non-facility PE ${rvuText(nonFacilityPeRvu)} is marked NA and is not the facility PE ${rvuText(facilityPeRvu)}`;
  return { fields: ["nonFacilityPeRvu", "facilityPeRvu"], message };
};

/** Parts are fractions of one, in hundredths like the units they share a column type with. */
const WHOLE = 100;

const partsOfPackage: RowTest<PfsRvuRow> = ({ globalDays, preOp, intraOp, postOp }) => {
  const parts = scaledInteger(sum(preOp, intraOp, postOp));
  if (parts === (PACKAGED_SURGERY.has(globalDays) ? WHOLE : 0)) return null;
  const message = `pre ${rvuText(preOp)} + intra ${rvuText(intraOp)} + post ${rvuText(postOp)} do not fit global days ${globalDays}`;
  return { fields: ["globalDays", "preOp", "postOp"], message };
};

const baseOfEndoscopy: RowTest<PfsRvuRow> = ({ multipleProcedure, endoscopicBase }) => {
  if ((multipleProcedure === ENDOSCOPY) === (endoscopicBase !== "")) return null;
  const base = endoscopicBase === "" ? "no base code" : `base code ${endoscopicBase}`;
  return { fields: ["multipleProcedure", "endoscopicBase"], message: `indicator ${multipleProcedure} with ${base}` };
};

const imagingOfFamily: RowTest<PfsRvuRow> = ({ imagingFamily, multipleProcedure }) => {
  if (imagingFamily !== REDUCED_IMAGING) return undefined;
  if (multipleProcedure === IMAGING) return null;
  const message = `imaging family ${imagingFamily} with multiple procedure indicator ${multipleProcedure}, expected ${IMAGING}`;
  return { fields: ["multipleProcedure", "imagingFamily"], message };
};

/** Values of Attachment A of the record layout, and the few more that CMS's files since 2009 print. */
const VALUES = {
  pctcIndicator: /^[0-9]$/,
  globalDays: /^(000|010|090|MMM|XXX|YYY|ZZZ)$/,
  multipleProcedure: /^[0-79]$/,
  bilateralSurgery: /^[0-39]$/,
  assistantAtSurgery: /^[0129]$/,
  coSurgeons: /^[0129]$/,
  teamSurgery: /^[0129]$/,
  physicianSupervision: /^(0[0-69]|2[12]|66|6A|77|7A)$/,
  calculationFlag: /^[023]$/,
  imagingFamily: /^(0[1-9]|1[01]|88|99)$/,
} as const satisfies { readonly [Field in keyof PfsRvuRow]?: RegExp };
const VALUE_FIELDS = Object.keys(VALUES) as (keyof typeof VALUES)[];

const definedValues: RowTest<PfsRvuRow> = (row) => {
  const field = VALUE_FIELDS.find((name) => !VALUES[name].test(row[name]));
  return field === undefined
    ? null
    : { fields: [field], message: `"${row[field]}" is none of CMS's values for this indicator` };
};

/** What one check says and looks at. */
interface IndicatorCheck extends Pick<Check<PfsBooks>, "id" | "invariants" | "title" | "severity"> {
  readonly test: RowTest<PfsRvuRow>;
  /** A column without which the check does not run. */
  readonly needs?: keyof PfsRvuRow;
}

function indicatorCheck({ test, needs, ...about }: IndicatorCheck): Check<PfsBooks> {
  return {
    ...about,
    scope: "row",
    cites: [{ title: "CMS record layout of the relative value file (RVU26B.pdf), Attachment A" }],
    cure: compareWithCms("the row"),
    run: ({ pfs }) => pfs && has(pfs.file, needs) && checkRows(pfs.file, keyOfRow, test),
  };
}

/** Undefined for a format that leaves the column out: CMS's txt has no mark for what Medicare does not use. */
function has({ table }: SourceFile<PfsRvuRow>, field: keyof PfsRvuRow | undefined): true | undefined {
  return field === undefined || table.columns.byField.has(field) ? true : undefined;
}

/** What the letters of a row say about its figures: each check catches a wrong letter as well as a wrong figure. */
export const PFS_INDICATOR_CHECKS: readonly Check<PfsBooks>[] = [
  indicatorCheck({
    id: "pfs.indicator-values",
    invariants: [],
    title: "Every indicator has one of the values that CMS uses for it",
    severity: "review",
    test: definedValues,
  }),
  indicatorCheck({
    id: "pfs.units-by-status",
    invariants: ["P5"],
    title: "Status A has units; C, E, J, M, P and Q have none",
    severity: "error",
    test: unitsOfStatus,
  }),
  indicatorCheck({
    id: "pfs.not-used-mark",
    invariants: ["P7"],
    title: 'Units that Medicare does not pay by (status N, I, B or X) are marked "+", and nothing else is',
    severity: "review",
    test: notUsedMark,
    needs: "notUsedForMedicare",
  }),
  indicatorCheck({
    id: "pfs.na-equals-facility",
    invariants: ["P8"],
    title: "Where the office price is NA, its practice expense repeats the facility's",
    severity: "review",
    test: equalWhereNa,
  }),
  indicatorCheck({
    id: "pfs.package-parts",
    invariants: ["P12"],
    title: "Pre-, intra- and postoperative parts make 1.00 for 10 and 90 global days, else 0.00",
    severity: "review",
    test: partsOfPackage,
  }),
  indicatorCheck({
    id: "pfs.endoscopic-base",
    invariants: ["P13"],
    title: "An endoscopic base code stands exactly where the multiple procedure indicator is 3",
    severity: "review",
    test: baseOfEndoscopy,
  }),
  indicatorCheck({
    id: "pfs.imaging-family",
    invariants: ["P13"],
    title: "Imaging family 88 stands only where the multiple procedure indicator is 4",
    severity: "review",
    test: imagingOfFamily,
  }),
];
