import { SETTING_FIELDS, SETTINGS, type Setting } from "../../../schemas/setting.ts";
import { rvuText } from "../../../schemas/unit-text.ts";
import { equal, isZero, sum } from "../../../schemas/units.ts";
import { type Check, together } from "../../rules/check.ts";
import { checkRepeats, checkRows, checkUnique, type RowTest } from "../../rules/row-check.ts";
import type { PfsBooks } from "./books.ts";
import { globalIsSum, oppsCapOfGlobal } from "./component-checks.ts";
import { oppsCapPrice } from "./opps-cap-checks.ts";
import { conversionFactor, pricingIndicator, qppUnitsEqual } from "./qualifying-checks.ts";
import type { RvuFileColumns } from "./rvu-file.ts";

const LAYOUT = [{ title: "CMS record layout of the relative value file (RVU26B.pdf)" }] as const;

/** Names of the checks of each setting's totals. */
const TOTAL_CHECKS = {
  nonFacility: { id: "pfs.non-facility-total", invariants: ["P1"], words: "non-facility" },
  facility: { id: "pfs.facility-total", invariants: ["P2"], words: "facility" },
} as const satisfies Record<Setting, object>;

function totalTest(columns: RvuFileColumns, setting: Setting): RowTest {
  const fields = SETTING_FIELDS[setting];
  const { workRvu, mpRvu, [fields.pe]: peRvu, [fields.total]: total } = columns;
  return (row) => {
    const [work, pe, mp, printed] = [workRvu.at(row), peRvu.at(row), mpRvu.at(row), total.at(row)];
    const expected = sum(work, pe, mp);
    if (equal(expected, printed)) return null;
    const parts = `work ${rvuText(work)} + PE ${rvuText(pe)} + MP ${rvuText(mp)}`;
    const message = `${parts} = ${rvuText(expected)}, CMS printed ${rvuText(printed)}`;
    return { fields: ["workRvu", fields.total], message };
  };
}

function printedTotal(setting: Setting): Check<PfsBooks> {
  const { id, invariants, words } = TOTAL_CHECKS[setting];
  return {
    id,
    invariants,
    title: `The printed ${words} total is exactly work + ${words} PE + MP`,
    scope: "row",
    severity: "error",
    cites: LAYOUT,
    cure: "If a column moved, see sources/layouts/pfs-rvu.json; otherwise the cell is damaged: download again",
    run: ({ pfs }) => pfs && checkRows(pfs.rvu.file, (columns) => totalTest(columns, setting)),
  };
}

const keyUnique: Check<PfsBooks> = {
  id: "pfs.key-unique",
  title: "Every pair of HCPCS code and modifier has one row",
  invariants: ["P3"],
  scope: "table",
  severity: "error",
  cites: LAYOUT,
  cure: "Find out which of the two rows CMS means; a file with both cannot be built",
  run: ({ pfs, tables }) =>
    together([pfs?.rvu.file, tables["rvu-qpp"]].map((file) => file && checkUnique(file, "hcpcs"))),
};

const rowOnce: Check<PfsBooks> = {
  id: "pfs.row-once",
  title: "No row of the relative value file repeats another cell for cell",
  invariants: ["P3"],
  scope: "table",
  severity: "review",
  cites: LAYOUT,
  cure: "The row is kept once; if CMS's file has it twice, list it in sources/exceptions.json with its source",
  run: ({ pfs, tables }) =>
    together([pfs?.rvu.file, tables["rvu-qpp"]].map((file) => file && checkRepeats(file, "hcpcs"))),
};

const technicalWork: Check<PfsBooks> = {
  id: "pfs.technical-work-zero",
  title: "A technical component has no work RVU",
  invariants: ["P10"],
  scope: "row",
  severity: "error",
  cites: [{ title: "CMS record layout, PC/TC indicator 1: the technical component is staff, equipment and supplies" }],
  cure: "A column moved: compare the headings of the file with sources/layouts/pfs-rvu.json",
  run: ({ pfs }) =>
    pfs &&
    checkRows(pfs.rvu.file, ({ modifier, workRvu }) => (row) => {
      if (modifier.at(row) !== "TC") return undefined;
      const work = workRvu.at(row);
      if (isZero(work)) return null;
      return { fields: ["workRvu"], message: `the work RVU of a technical component is ${rvuText(work)}` };
    }),
};

const localityUnique: Check<PfsBooks> = {
  id: "gpci.locality-unique",
  title: "Every MAC and locality number has one row in the GPCI file",
  invariants: [],
  scope: "table",
  severity: "error",
  cites: [{ title: "CMS Addendum E: one row for each payment locality" }],
  cure: "Find out which of the two rows CMS means; a file with both cannot be built",
  run: ({ gpci }) => gpci && checkUnique(gpci.file, "locality"),
};

/** Checks of the relative value and GPCI files, in the order they are reported. */
export const PFS_CHECKS: readonly Check<PfsBooks>[] = [
  ...SETTINGS.map(printedTotal),
  keyUnique,
  rowOnce,
  technicalWork,
  conversionFactor,
  globalIsSum,
  oppsCapOfGlobal,
  qppUnitsEqual,
  pricingIndicator,
  localityUnique,
  oppsCapPrice,
];
