import type { GpciRow } from "../../../schemas/row/gpci.ts";
import { gpciText } from "../../../schemas/unit-text.ts";
import { type Gpci, ofUnit, scaledInteger } from "../../../schemas/units.ts";
import type { Check } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import { rowOf } from "../../tables/table.ts";
import type { PfsBooks } from "./books.ts";
import { isPrinted } from "./localities.ts";
import { withoutStars } from "./locality-key.ts";

type WorkField = "workGpciWithFloor" | "workGpciUnstated";
type FloorField = WorkField | "peGpci";

/** The work floor of every locality, in thousandths. */
const FLOOR = 1000;

/** The column with the floor when CMS prints two; from 2009 to 2020 it printed one, without saying which. */
function workField(row: GpciRow): WorkField {
  return isPrinted(row.workGpciWithFloor) ? "workGpciWithFloor" : "workGpciUnstated";
}

function belowFloor(index: Gpci | null | undefined, floor: number, field: FloorField): RowFault | null | undefined {
  if (!isPrinted(index)) return undefined;
  if (scaledInteger(index) >= floor) return null;
  return {
    fields: [field],
    message: `the GPCI ${gpciText(index)} is below the floor of ${gpciText(ofUnit<Gpci>(floor))}`,
  };
}

const workFloor: Check<PfsBooks> = {
  id: "gpci.work-floor",
  invariants: ["P18"],
  title: "No work GPCI in force is below 1.000",
  scope: "row",
  severity: "review",
  staleFilesKnown: true,
  cites: [
    { title: "42 USC 1395w-4(e)(1)(E): floor at 1.0 on the work geographic index, in force for every year since 2009" },
  ],
  cure: "If the column moved, see sources/layouts/gpci.json; if the floor had lapsed when CMS posted the file, list the file in sources/exceptions.json and note it in sources/caveats.json",
  run: ({ gpci }) =>
    gpci &&
    checkRows(gpci.file, () => (at) => {
      const row = rowOf(gpci.file.table, at);
      return belowFloor(row[workField(row)], FLOOR, workField(row));
    }),
};

/** A permanent floor that the law sets for some states. */
interface StateFloor {
  readonly states: ReadonlySet<string>;
  readonly from: string;
  readonly floor: number;
  readonly fieldOf: (row: GpciRow) => FloorField;
}

const STATE_FLOORS: readonly StateFloor[] = [
  { states: new Set(["ALASKA"]), from: "2009-01-01", floor: 1500, fieldOf: workField },
  {
    states: new Set(["MONTANA", "NEVADA", "NORTH DAKOTA", "SOUTH DAKOTA", "WYOMING"]),
    from: "2011-01-01",
    floor: FLOOR,
    fieldOf: () => "peGpci",
  },
];

function stateFloor(row: GpciRow, day: string): StateFloor | undefined {
  const name = withoutStars(row.localityName).toUpperCase();
  return STATE_FLOORS.find(({ states, from }) => states.has(name) && from <= day);
}

const stateFloors: Check<PfsBooks> = {
  id: "gpci.state-floors",
  invariants: ["P18"],
  title:
    "Alaska's work GPCI is at least 1.500 (since 2009); the PE GPCI of Montana, Nevada, North and South Dakota and Wyoming at least 1.000 (since 2011)",
  scope: "row",
  // CMS has never broken it, but two swapped columns break it.
  severity: "error",
  cites: [{ title: "42 USC 1395w-4(e)(1)(G): Alaska" }, { title: "42 USC 1395w-4(e)(1)(I): frontier States" }],
  cure: "Compare the row in CMS's file: either a column moved, or the law has changed",
  run: ({ gpci }) => {
    if (gpci === undefined) return undefined;
    const day = gpci.file.publication.window.from;
    return checkRows(gpci.file, () => (at) => {
      const row = rowOf(gpci.file.table, at);
      const rule = stateFloor(row, day);
      return rule && belowFloor(row[rule.fieldOf(row)], rule.floor, rule.fieldOf(row));
    });
  },
};

/** Floors that the law sets for the GPCIs, in the order they are reported. */
export const FLOOR_CHECKS: readonly Check<PfsBooks>[] = [workFloor, stateFloors];
