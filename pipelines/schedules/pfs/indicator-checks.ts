import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import { rvuText } from "../../../schemas/unit-text.ts";
import { equal, scaledInteger, sum } from "../../../schemas/units.ts";
import { type Check, compareWithCms } from "../../rules/check.ts";
import { checkRows, type RowTest } from "../../rules/row-check.ts";
import type { PfsBooks } from "./books.ts";
import { hasRvus } from "./rvu-columns.ts";
import type { RvuFileColumns } from "./rvu-file.ts";

/** Statuses whose rows never have RVUs: contractors, other schedules or nobody pays them. */
const WITHOUT_RVUS = new Set(["C", "E", "J", "M", "P", "Q"]);
/** Statuses with which CMS prints RVUs that Medicare does not use, and marks them "+". */
const RVUS_NOT_USED = new Set(["N", "I", "B", "X"]);
/** Global days of surgery with a package that is split into three parts. */
const PACKAGED_SURGERY = new Set(["010", "090"]);
const ENDOSCOPY = "3";
const IMAGING = "4";
/** Diagnostic imaging family of services whose technical component is reduced when it is not the first of a session. */
const REDUCED_IMAGING = "88";

/** Makes the test of a row from the columns of the relative value file. */
type Test = (columns: RvuFileColumns) => RowTest;

const rvusOfStatus: Test = (columns) => (row) => {
  const status = columns.status.at(row);
  const rvus = hasRvus(columns, row);
  if (status === "A" && !rvus) return { fields: ["status"], message: "expected RVUs for status A, saw none" };
  if (!WITHOUT_RVUS.has(status)) return status === "A" ? null : undefined;
  return rvus ? { fields: ["status"], message: `expected no RVUs for status ${status}, saw some` } : null;
};

const notUsedMark: Test = (columns) => (row) => {
  const marked = columns.notUsedForMedicare.at(row);
  if (marked === undefined) return undefined;
  const status = columns.status.at(row);
  const rvus = hasRvus(columns, row);
  const expected = RVUS_NOT_USED.has(status) && rvus;
  if (expected === marked) return null;
  const message = `expected ${expected ? "the" : "no"} mark "+" for status ${status} ${rvus ? "with" : "without"} RVUs`;
  return { fields: ["notUsedForMedicare", "status"], message };
};

const equalWhereNa: Test =
  ({ nonFacilityNa, nonFacilityPeRvu, facilityPeRvu }) =>
  (row) => {
    if (!nonFacilityNa.at(row)) return undefined;
    const [nonFacility, facility] = [nonFacilityPeRvu.at(row), facilityPeRvu.at(row)];
    if (equal(nonFacility, facility)) return null;
    const message = `non-facility PE ${rvuText(nonFacility)} is marked NA and differs from the facility PE ${rvuText(facility)}`;
    return { fields: ["nonFacilityPeRvu", "facilityPeRvu"], message };
  };

/** Parts are fractions of one, in hundredths like RVUs. */
const WHOLE = 100;

const partsOfPackage: Test =
  ({ globalDays, preOp, intraOp, postOp }) =>
  (row) => {
    const days = globalDays.at(row);
    const [pre, intra, post] = [preOp.at(row), intraOp.at(row), postOp.at(row)];
    if (scaledInteger(sum(pre, intra, post)) === (PACKAGED_SURGERY.has(days) ? WHOLE : 0)) return null;
    const message = `pre ${rvuText(pre)} + intra ${rvuText(intra)} + post ${rvuText(post)} does not fit global days ${days}`;
    return { fields: ["globalDays", "preOp", "postOp"], message };
  };

const baseOfEndoscopy: Test =
  ({ multipleProcedure, endoscopicBase }) =>
  (row) => {
    const [indicator, code] = [multipleProcedure.at(row), endoscopicBase.at(row)];
    if ((indicator === ENDOSCOPY) === (code !== "")) return null;
    const base = code === "" ? "no base code" : `base code ${code}`;
    return {
      fields: ["multipleProcedure", "endoscopicBase"],
      message: `multiple procedure indicator ${indicator} with ${base}`,
    };
  };

const imagingOfFamily: Test =
  ({ imagingFamily, multipleProcedure }) =>
  (row) => {
    const [family, indicator] = [imagingFamily.at(row), multipleProcedure.at(row)];
    if (family !== REDUCED_IMAGING) return undefined;
    if (indicator === IMAGING) return null;
    const message = `imaging family ${family} with multiple procedure indicator ${indicator}, expected ${IMAGING}`;
    return { fields: ["multipleProcedure", "imagingFamily"], message };
  };

/** Values of Attachment A of the record layout, and a few more that CMS's files since 2009 print. */
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

const definedValues: Test = (columns) => {
  const defined = VALUE_FIELDS.map((field) => [field, columns[field].map((text) => VALUES[field].test(text))] as const);
  const faulty = defined.filter(([, isDefined]) => isDefined.values.includes(false));
  return (row) => {
    const [field] = faulty.find(([, isDefined]) => !isDefined.at(row)) ?? [];
    if (field === undefined) return null;
    const message = `"${columns[field].at(row)}" is not one of CMS's values for this indicator`;
    return { fields: [field], message };
  };
};

/** One check of indicators. */
interface IndicatorCheck extends Pick<Check<PfsBooks>, "id" | "invariants" | "title" | "severity"> {
  readonly test: Test;
  /** A column without which the check does not run. */
  readonly needs?: keyof PfsRvuRow;
}

function indicatorCheck({ test, needs, ...about }: IndicatorCheck): Check<PfsBooks> {
  return {
    ...about,
    scope: "row",
    cites: [{ title: "CMS record layout of the relative value file (RVU26B.pdf), Attachment A" }],
    cure: compareWithCms("the row"),
    run: ({ pfs }) => {
      // CMS's txt has no column for the "+" mark.
      if (pfs === undefined || (needs !== undefined && pfs.rvu.columns[needs].ref === undefined)) return undefined;
      return checkRows(pfs.rvu.file, test);
    },
  };
}

/** Checks of a row's indicators against its figures: each finds a wrong indicator and also a wrong figure. */
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
    title: "Status A has RVUs; C, E, J, M, P and Q have none",
    severity: "error",
    test: rvusOfStatus,
  }),
  indicatorCheck({
    id: "pfs.not-used-mark",
    invariants: ["P7"],
    title: 'RVUs that Medicare does not use for payment (status N, I, B or X) are marked "+", and no others are',
    severity: "review",
    test: notUsedMark,
    needs: "notUsedForMedicare",
  }),
  indicatorCheck({
    id: "pfs.na-equals-facility",
    invariants: ["P8"],
    title: "Where the non-facility amount is marked NA, its practice expense equals the facility's",
    severity: "review",
    test: equalWhereNa,
  }),
  indicatorCheck({
    id: "pfs.package-parts",
    invariants: ["P12"],
    title: "Pre-, intra- and postoperative parts add up to 1.00 for 10 and 90 global days, else to 0.00",
    severity: "review",
    test: partsOfPackage,
  }),
  indicatorCheck({
    id: "pfs.endoscopic-base",
    invariants: ["P13"],
    title: "A row has an endoscopic base code exactly when its multiple procedure indicator is 3",
    severity: "review",
    test: baseOfEndoscopy,
  }),
  indicatorCheck({
    id: "pfs.imaging-family",
    invariants: ["P13"],
    title: "A row has imaging family 88 only when its multiple procedure indicator is 4",
    severity: "review",
    test: imagingOfFamily,
  }),
];
