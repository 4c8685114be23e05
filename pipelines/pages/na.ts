import type { CodeDocument } from "../../schemas/out/code.ts";
import { atPointer } from "../explain/pointer.ts";
import { NA_LEGEND } from "../shared/na-mark.ts";

/** What an amount marked so is, as every table that has one says it: CMS prints units there, and an amount follows. */
export const NA_AMOUNT = "the amount shown is what those units come to; it is not drawn or summed";
/** The mark, the units below it and the amount; RVU files repeat the other setting's practice expense in every such row. */
export const NA_EXPLAINED = `${NA_LEGEND}. The file repeats the other setting's practice expense there, and ${NA_AMOUNT}.`;

/** Amounts of one row of the relative value file: its position, and the setting. */
const AMOUNT_OF_ROW = /^\/pfs\/(\d+)\/.+\/(nonFacility|facility)$/;

type Setting = "nonFacility" | "facility";

/** Whether CMS marks a setting of one row as rarely or never used. */
export function isNaAt(row: CodeDocument["pfs"][number] | undefined, setting: string): boolean {
  return (setting === ("facility" satisfies Setting) ? row?.facilityNa : row?.nonFacilityNa) === true;
}

/**
 * Whether an amount belongs to a site that CMS marks NA: it comes out of the printed units, and is not drawn or summed.
 *
 * @param pointer JSON pointer to an amount of the document
 */
export function isNa(document: CodeDocument, pointer: string): boolean {
  const [, position, setting = ""] = AMOUNT_OF_ROW.exec(pointer) ?? [];
  if (position !== undefined) return isNaAt(document.pfs[Number(position)], setting);
  const figure = atPointer(document, pointer) as { na?: true } | undefined;
  return figure?.na === true;
}
