import type { z } from "zod";
import type { FactorInForce } from "../../../schemas/out/common.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { AmountTotals } from "../../../schemas/out/manifest.ts";
import type { NationalDocument, NationalRow } from "../../../schemas/out/national.ts";
import { SETTING_FIELDS, type Setting } from "../../../schemas/setting.ts";
import { SCALE } from "../../../schemas/units.ts";
import { type Triple, tripleOf } from "./exact-amounts.ts";

/** What an amount is computed from, as the documents of a release have it. */

/** Which amounts of a row: the fee itself, that of the other track, what the OPPS cap allows. */
export type AmountKind = AmountTotals["kind"];
/** Every kind, in the order of a manifest. */
export const AMOUNT_KINDS = ["feeSchedule", "qualifyingApm", "oppsCap"] as const satisfies readonly AmountKind[];

/** All fields of `national.json` but the rows. */
export type NationalHead = Omit<z.infer<typeof NationalDocument>, "rows">;
/** A conversion factor with its track. */
export type PublishedFactor = z.infer<typeof FactorInForce>;

/** Whether a row has amounts of a kind. */
export function hasAmounts(row: NationalRow, kind: AmountKind): boolean {
  if (kind === "feeSchedule") return row.priceState === "priced";
  if (kind === "oppsCap") return row.oppsCap !== undefined;
  return typeof row.qualifyingApm?.nonFacility === "string";
}

/** RVUs of a row's amounts at a setting, in hundredths: those of the cap for the OPPS cap. */
export function publishedRvus(row: NationalRow, kind: AmountKind, setting: Setting): Triple {
  const { workRvu, mpRvu, ...pe } = (kind === "oppsCap" ? row.oppsCap : undefined) ?? row;
  return tripleOf(SCALE.rvu, workRvu, pe[SETTING_FIELDS[setting].pe], mpRvu);
}

/** GPCIs of a locality, in thousandths. */
export function publishedGpcis({ workGpci, peGpci, mpGpci }: LocalityRow): Triple {
  return tripleOf(SCALE.gpci, workGpci, peGpci, mpGpci);
}

/** The factor of a kind of amounts; undefined for years that have one track. */
export function publishedFactor(
  { conversionFactor, qualifyingApm }: NationalHead,
  kind: AmountKind,
): PublishedFactor | undefined {
  return kind === "qualifyingApm" ? qualifyingApm?.conversionFactor : conversionFactor;
}
