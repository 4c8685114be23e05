import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import { SETTING_FIELDS, type Setting } from "../../../schemas/setting.ts";
import { fault } from "../../problems/problems.ts";
import type { AmountInputs } from "./effects.ts";
import type { Side } from "./side.ts";

/** Indices of one place, in thousandths. */
export type Indices = Pick<AmountInputs, "workGpci" | "peGpci" | "mpGpci">;

/** GPCIs of one locality on both sides, where it may have two numbers. */
export interface LocalityPair {
  readonly before: LocalityRow;
  readonly after: LocalityRow;
}

function scaled(text: string, scale: number): number {
  const value = parseScaled(text, scale);
  if (value !== undefined) return value;
  throw fault("diff.shape", { file: "national.json" }, `"${text}" is not a number`, "Build the release again");
}

/** What a row's amount at a setting is made from, nationally or with the indices of a place. */
export function inputsOf(row: NationalRow, setting: Setting, indices: Indices, factor: number): AmountInputs {
  const { work, pe, mp } = rvusOf(row, setting);
  const { workGpci, peGpci, mpGpci } = indices;
  return { work, pe, mp, workGpci, peGpci, mpGpci, factor };
}

/** Work, practice expense (at the setting) and malpractice RVUs of a row, in hundredths. */
export function rvusOf(
  row: Pick<NationalRow, "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu">,
  setting: Setting,
): Pick<AmountInputs, "work" | "pe" | "mp"> {
  return { work: scaled(row.workRvu, 2), pe: scaled(row[SETTING_FIELDS[setting].pe], 2), mp: scaled(row.mpRvu, 2) };
}

/** GPCIs of a locality. */
export function indicesOf({ workGpci, peGpci, mpGpci }: LocalityRow): Indices {
  return { workGpci: scaled(workGpci, 3), peGpci: scaled(peGpci, 3), mpGpci: scaled(mpGpci, 3) };
}

/** A side's conversion factor in ten-thousandths; 0 where it was built without a relative value file. */
export function factorOf({ conversionFactor }: Pick<Side, "conversionFactor">): number {
  return conversionFactor === null ? 0 : scaled(conversionFactor.value, 4);
}
