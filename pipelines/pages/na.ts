import type { CodeDocument } from "../../schemas/out/code.ts";
import { atPointer } from "../explain/pointer.ts";

/** Amounts of one row of the relative value file: its position, and the setting. */
const AMOUNT_OF_ROW = /^\/pfs\/(\d+)\/.+\/(nonFacility|facility)$/;

type Setting = "nonFacility" | "facility";

/** Whether CMS marks a setting of one row as rarely or never used. */
export function isNaAt(row: CodeDocument["pfs"][number] | undefined, setting: string): boolean {
  return (setting === ("facility" satisfies Setting) ? row?.facilityNa : row?.nonFacilityNa) === true;
}

/**
 * Whether an amount belongs to a site that CMS marks NA: it comes out of the printed units, and is no payable one.
 *
 * @param pointer JSON pointer to an amount of the document
 */
export function isNa(document: CodeDocument, pointer: string): boolean {
  const [, position, setting = ""] = AMOUNT_OF_ROW.exec(pointer) ?? [];
  if (position !== undefined) return isNaAt(document.pfs[Number(position)], setting);
  const figure = atPointer(document, pointer) as { na?: true } | undefined;
  return figure?.na === true;
}
