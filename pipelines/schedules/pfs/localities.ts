import type { Problem } from "../../../schemas/place.ts";
import type { GpciRow } from "../../../schemas/row/gpci.ts";
import { type Gpci, scaledInteger } from "../../../schemas/units.ts";
import type { Problems } from "../../problems/problems.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { cellPlace, rowsOf } from "../../tables/table.ts";
import type { GpciColumns } from "./kernel.ts";
import { localityKey, withoutStars } from "./locality-key.ts";

/** One locality of the GPCI file, with the work index that is in force. */
export interface Locality {
  /** MAC and locality number, seven digits. */
  readonly key: string;
  /** Its row in the GPCI file, and that row's index. */
  readonly row: GpciRow;
  readonly at: number;
  /** Name without CMS's footnote stars. */
  readonly name: string;
  /** The work index used: with the 1.0 floor where CMS prints both. */
  readonly workGpci: Gpci;
  /** Field of the GPCI row that `workGpci` was read from. */
  readonly workField: "workGpciWithFloor" | "workGpciUnstated";
}

/** The GPCI file read. */
export interface GpciBook {
  readonly file: SourceFile<GpciRow>;
  readonly localities: readonly Locality[];
}

/** Whether a cell has an index. A zero counts as one, so that the checks can report it. */
export function isPrinted(index: Gpci | null | undefined): index is Gpci {
  return index !== null && index !== undefined;
}

/**
 * The floor of 42 USC 1395w-4(e)(1)(E) is law for all of 2026 and was for 2009 to 2025, except for lapses that Congress
 * closed from their first day. So the column with the floor is in force wherever CMS prints two.
 */
function workIndex(row: GpciRow): Pick<Locality, "workGpci" | "workField"> | undefined {
  const { workGpciWithFloor, workGpciUnstated } = row;
  if (isPrinted(workGpciWithFloor)) return { workGpci: workGpciWithFloor, workField: "workGpciWithFloor" };
  if (isPrinted(workGpciUnstated)) return { workGpci: workGpciUnstated, workField: "workGpciUnstated" };
  return undefined;
}

function withoutWorkIndex({ table }: SourceFile<GpciRow>, row: number): Problem {
  const field = table.columns.workGpciWithFloor.ref === undefined ? "workGpciUnstated" : "workGpciWithFloor";
  return {
    code: "gpci.no-work-index",
    place: cellPlace(table, row, field, table.key(row)),
    message: "expected a work GPCI, saw a blank cell",
    cure: "Download the file again; a locality without its work GPCI cannot be priced",
  };
}

/**
 * Localities in the file's own order.
 *
 * @param problems receives rows with a blank work GPCI
 */
export function readLocalities(file: SourceFile<GpciRow>, problems: Problems): GpciBook {
  const localities = rowsOf(file.table).flatMap((row, at) => {
    const work = workIndex(row);
    if (work === undefined) {
      problems.add(withoutWorkIndex(file, at));
      return [];
    }
    return [{ key: localityKey(row), row, at, name: withoutStars(row.localityName), ...work }];
  });
  return { file, localities };
}

/** Digits of a MAC number that the contracts of one state share: California's are 01112 and 01182. */
const STATE_OF_MAC = 3;

/**
 * Finds localities as CMS's other files name them. OPPSCAP prints six southern localities of California under both of
 * the state's contracts, the GPCI file under one, so a number that is missing under its own MAC is looked up under the
 * state's others, and used when exactly one has it.
 *
 * @returns index of the locality, -1 when none or several match
 */
export function localityFinder(localities: readonly Locality[]): (mac: string, locality: string) => number {
  const byKey = new Map(localities.map(({ key }, index) => [key, index]));
  const inState = new Map<string, number[]>();
  localities.forEach(({ row }, index) => {
    const name = row.mac.slice(0, STATE_OF_MAC) + row.locality;
    inState.set(name, [...(inState.get(name) ?? []), index]);
  });
  return (mac, locality) => {
    const own = byKey.get(localityKey({ mac, locality }));
    if (own !== undefined) return own;
    const [only = -1, another] = inState.get(mac.slice(0, STATE_OF_MAC) + locality) ?? [];
    return another === undefined ? only : -1;
  };
}

/** The GPCIs as arrays for the kernel, in thousandths. */
export function gpciColumns(localities: readonly Locality[]): GpciColumns {
  return {
    work: Int32Array.from(localities, (each) => scaledInteger(each.workGpci)),
    pe: Int32Array.from(localities, (each) => scaledInteger(each.row.peGpci)),
    mp: Int32Array.from(localities, (each) => scaledInteger(each.row.mpGpci)),
  };
}
