import type { CodeDocument } from "../../schemas/out/code.ts";
import type { CellFigure } from "../../schemas/out/common.ts";
import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { rvuText } from "../../schemas/unit-text.ts";
import type { PfsBook } from "../pfs/amounts.ts";
import type { UNIT_FIELDS } from "../pfs/unit-columns.ts";
import { fromCell } from "./figures.ts";

/** One row of the fee schedule in a code document. */
export type PfsEntry = CodeDocument["pfs"][number];
/** A figure of such a row for each setting. */
export type BothSettings = NonNullable<PfsEntry["oppsCap"]>["payable"];

export type Setting = "nonFacility" | "facility";

/** Makes a figure for each setting; `offset` is how far its amount lies behind the row's first. */
export function bothSettings(figure: (setting: Setting, offset: 0 | 1) => BothSettings[Setting]): BothSettings {
  return { nonFacility: figure("nonFacility", 0), facility: figure("facility", 1) };
}

/** Units of one field with their cell. */
export function unitsFigure({ file }: PfsBook, index: number, field: (typeof UNIT_FIELDS)[number]): CellFigure {
  const row = file.table.rows[index] as PfsRvuRow;
  return fromCell(file, file.table.rowNumbers[index] ?? 0, field, rvuText(row[field]));
}

/** The six relative value columns of a row, each with its cell. */
export function rvus(pfs: PfsBook, index: number): PfsEntry["rvus"] {
  return {
    work: unitsFigure(pfs, index, "workRvu"),
    nonFacilityPe: unitsFigure(pfs, index, "nonFacilityPeRvu"),
    facilityPe: unitsFigure(pfs, index, "facilityPeRvu"),
    mp: unitsFigure(pfs, index, "mpRvu"),
    nonFacilityTotal: unitsFigure(pfs, index, "nonFacilityTotal"),
    facilityTotal: unitsFigure(pfs, index, "facilityTotal"),
  };
}

/** Pointers to the units that make one setting's amount, from the `rvus` that stand at `at`. */
export function rvuInputs(at: string, setting: Setting): Record<string, string> {
  return { work: `${at}/work`, pe: `${at}/${setting}Pe`, mp: `${at}/mp` };
}
