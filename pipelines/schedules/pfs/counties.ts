import type { Problem } from "../../../schemas/place.ts";
import type { CountiesRow } from "../../../schemas/row/places.ts";
import type { Problems } from "../../problems/problems.ts";
import { originalRowOf, type SourceFile } from "../../tables/source-file.ts";
import { cellPlace, rowsOf } from "../../tables/table.ts";
import { type CountyList, countyList } from "./county-list.ts";
import { localityKey, withoutStars } from "./locality-key.ts";

/** One row of the crosswalk from counties to localities (LOCCO). */
export interface CountiesOfLocality extends CountyList {
  /** MAC and locality number, seven digits. */
  readonly locality: string;
  /** CMS's name of the state; null when its text format leaves it out. */
  readonly state: string | null;
  /** Fee schedule area, without the star that marks two carriers. */
  readonly area: string;
  /** "Payment locality is serviced by two carriers." */
  readonly twoCarriers: boolean;
  /** The list reaches the edge of CMS's text format, which cuts it there. */
  readonly cutShort: boolean;
  readonly rowNumber: number;
}

function areaOf(row: CountiesRow): Pick<CountiesOfLocality, "area" | "twoCarriers"> {
  const printed = row.area.trim();
  return { area: withoutStars(printed), twoCarriers: printed.endsWith("*") };
}

/** Row of CMS's whole file, which separates the blocks. */
function originalRow(file: SourceFile<unknown>, index: number): number {
  return originalRowOf(file, index) ?? file.table.rowNumbers[index] ?? 0;
}

/**
 * The state of each row: its own, or that of the row above. Blank rows separate the blocks of states.
 *
 * @returns undefined for the first row of a block that names no state
 */
function statesOf(file: SourceFile<CountiesRow>): (string | undefined)[] {
  const states: (string | undefined)[] = [];
  rowsOf(file.table).forEach(({ state }, index) => {
    const own = state.trim();
    const below = originalRow(file, index) === originalRow(file, index - 1) + 1;
    states.push(own === "" ? (below ? states[index - 1] : undefined) : own);
  });
  return states;
}

function withoutState({ table }: SourceFile<CountiesRow>, row: number): Problem {
  return {
    code: "counties.no-state",
    place: cellPlace(table, row, "state", table.key(row)),
    message: "expected the state in the first row of its block, saw a blank cell",
    cure: "Download the file again; a county without its state cannot be looked up",
  };
}

function notUnderstood({ table }: SourceFile<CountiesRow>, row: number): Problem {
  return {
    code: "counties.not-understood",
    place: cellPlace(table, row, "counties", table.key(row)),
    message: `expected names of counties, all counties or all other counties, saw "${table.columns.counties.printed(row)}"`,
    cure: "Add CMS's wording to pipelines/schedules/pfs/county-list.ts",
  };
}

/** Length from which a list may be cut: CMS's text format prints this many characters, a trailing blank included. */
function edgeOf(file: SourceFile<CountiesRow>): number {
  if (file.format !== "txt") return Number.POSITIVE_INFINITY;
  return Math.max(...file.table.columns.counties.values.map(({ length }) => length)) - 1;
}

/**
 * Localities with their counties, in the file's order. A locality may have two rows: Missouri's rest of state
 * belonged to two carriers, and its two rows have had one number since the carriers merged.
 *
 * @param problems receives blocks without a state, except in CMS's text format, which has omitted California's since
 *   2024
 */
export function readCounties(file: SourceFile<CountiesRow>, problems: Problems): CountiesOfLocality[] {
  const states = statesOf(file);
  const edge = edgeOf(file);
  return rowsOf(file.table).flatMap((row, index) => {
    const rowNumber = file.table.rowNumbers[index] ?? 0;
    const locality = localityKey(row);
    const state = states[index] ?? null;
    const list = countyList(row.counties);
    if (state === null && file.format !== "txt") problems.add(withoutState(file, index));
    if (list === undefined) problems.add(notUnderstood(file, index));
    const cutShort = row.counties.trim().length >= edge;
    return list === undefined ? [] : [{ locality, state, ...areaOf(row), ...list, cutShort, rowNumber }];
  });
}
