import type { CodeDocument } from "../../schemas/out/code.ts";
import type { CellFigure } from "../../schemas/out/common.ts";
import type { Setting } from "../../schemas/setting.ts";
import { rvuText } from "../../schemas/unit-text.ts";
import type { ALL_RVU_FIELDS } from "../schedules/pfs/rvu-columns.ts";
import type { RvuFile } from "../schedules/pfs/rvu-file.ts";
import { fromCell } from "./figures.ts";

/** One row of the fee schedule in a code document. */
export type PfsEntry = CodeDocument["pfs"][number];
/** A figure of such a row for each setting. */
export type BothSettings = NonNullable<PfsEntry["oppsCap"]>["payable"];

/** The RVUs of one field with their cell. */
export function rvuFigure({ file, columns }: RvuFile, row: number, field: (typeof ALL_RVU_FIELDS)[number]): CellFigure {
  return fromCell(file, row, field, rvuText(columns[field].at(row)));
}

/** The six relative value columns of a row, each with its cell. */
export function rvus(rvu: RvuFile, row: number): PfsEntry["rvus"] {
  return {
    work: rvuFigure(rvu, row, "workRvu"),
    nonFacilityPe: rvuFigure(rvu, row, "nonFacilityPeRvu"),
    facilityPe: rvuFigure(rvu, row, "facilityPeRvu"),
    mp: rvuFigure(rvu, row, "mpRvu"),
    nonFacilityTotal: rvuFigure(rvu, row, "nonFacilityTotal"),
    facilityTotal: rvuFigure(rvu, row, "facilityTotal"),
  };
}

/** Pointers to the RVUs of one setting's amount, from the `rvus` at `at`. */
export function rvuInputs(at: string, setting: Setting): Record<string, string> {
  return { work: `${at}/work`, pe: `${at}/${setting}Pe`, mp: `${at}/mp` };
}

/** Pointers to the RVUs and the factor of one setting's amount, by the position of the row. */
export function amountInputs(position: number, setting: Setting): Record<string, string> {
  const row = `/pfs/${position}`;
  return { ...rvuInputs(`${row}/rvus`, setting), conversionFactor: `${row}/conversionFactor` };
}
