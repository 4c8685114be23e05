import { type OPPS_CAP_FIELDS, RVU_FIELDS } from "../../../schemas/row/pfs-rvu.ts";
import { rvuText } from "../../../schemas/unit-text.ts";
import { equal, sum } from "../../../schemas/units.ts";
import { type Check, compareWithCms, type Findings } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import type { PfsBooks } from "./books.ts";
import { hasCapRvus } from "./opps-cap.ts";
import { type RvuFile, type RvuFileColumns, rowWith } from "./rvu-file.ts";

type RvuField = (typeof RVU_FIELDS)[number] | (typeof OPPS_CAP_FIELDS)[number];

/** A column of a global row and of its TC row, and the column of its 26 row with the difference. */
type ComponentSum = readonly [whole: RvuField, professional: RvuField];

const RVU_SUMS = RVU_FIELDS.map((field) => [field, field] as const);
const CAP_SUMS = [
  ["oppsNonFacilityPeRvu", "nonFacilityPeRvu"],
  ["oppsFacilityPeRvu", "facilityPeRvu"],
  ["oppsMpRvu", "mpRvu"],
] as const;

/** Rows of one code: the global service, and the components that it is made of. */
interface Components {
  readonly global: number;
  readonly professional: number;
  readonly technical: number;
}

/** The rows of a global service; undefined for any other row, and where the file lacks a component. */
function componentsOf(rvu: RvuFile, row: number): Components | undefined {
  const { hcpcs, modifier } = rvu.columns;
  if (modifier.at(row) !== "") return undefined;
  const [professional, technical] = [rowWith(rvu, hcpcs.at(row), "26"), rowWith(rvu, hcpcs.at(row), "TC")];
  return professional === undefined || technical === undefined ? undefined : { global: row, professional, technical };
}

/** Compares global rows with the sums of their two components; reports the first column that differs. */
function checkComponents(
  rvu: RvuFile,
  isCompared: (columns: RvuFileColumns, row: number) => boolean,
  sums: readonly ComponentSum[],
  technicalWords: "TC" | "capped TC",
): Findings {
  const faultOf = ([whole, own]: ComponentSum, { global, professional, technical }: Components): RowFault | null => {
    const { [whole]: column, [own]: ownColumn } = rvu.columns;
    const [printed, fee, other] = [column.at(global), ownColumn.at(professional), column.at(technical)];
    const expected = sum(fee, other);
    if (equal(printed, expected)) return null;
    const parts = `26 ${rvuText(fee)} + ${technicalWords} ${rvuText(other)} = ${rvuText(expected)}`;
    return { fields: [whole], message: `${parts}, the global row prints ${rvuText(printed)}` };
  };
  return checkRows(rvu.file, (columns) => (row) => {
    const rows = isCompared(columns, row) ? componentsOf(rvu, row) : undefined;
    if (rows === undefined) return undefined;
    const wrong = sums.find((each) => faultOf(each, rows) !== null);
    return wrong === undefined ? null : faultOf(wrong, rows);
  });
}

/** Compares every RVU of a global service with its components. */
export const globalIsSum: Check<PfsBooks> = {
  id: "pfs.global-is-26-plus-tc",
  title: "A global service is exactly its professional (26) plus its technical (TC) component, in all six RVU columns",
  invariants: ["P9"],
  scope: "row",
  severity: "review",
  cites: [
    {
      title: "CMS record layout, PC/TC indicator 1; globals of status C are priced by contractors and are not compared",
    },
  ],
  cure: compareWithCms("the three rows"),
  run: ({ pfs }) => pfs && checkComponents(pfs.rvu, ({ status }, row) => status.at(row) !== "C", RVU_SUMS, "TC"),
};

/**
 * The cap is on the technical component: a global's RVUs for the cap are its 26 row's own and its TC row's for the cap.
 */
export const oppsCapOfGlobal: Check<PfsBooks> = {
  id: "pfs.opps-cap-of-global",
  title: "The RVUs for the OPPS cap of a global service are its 26 row's PE and MP plus the TC row's RVUs for the cap",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [
    { title: "Deficit Reduction Act of 2005, section 5102(b): the technical portion of a global service is capped" },
  ],
  cure: compareWithCms("the three rows"),
  run: ({ pfs }) => pfs && checkComponents(pfs.rvu, hasCapRvus, CAP_SUMS, "capped TC"),
};
