import type { Origin } from "../../../schemas/source/release.ts";
import { isAboutRate, paysRate } from "../../rules/rate-state.ts";

const MAY_LACK_CELLS: ReadonlySet<string> = new Set<Origin>(["reconstructed", "transcribed", "unverified"]);

/** Whether the blanks of a copy may not be CMS's: of reconstructed, transcribed and unverified files. */
export function mayLackCells(origin: string): boolean {
  return MAY_LACK_CELLS.has(origin);
}

/** A row whose indicator pays a rate: CMS prints rate, weight and copayments of no other. */
export function isRated(state: string): boolean {
  return paysRate(state) || isAboutRate(state);
}
