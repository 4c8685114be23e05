import { parseScaled } from "../../schemas/scaled.ts";
import type { ConversionFactorEntry } from "../../schemas/source/parameters.ts";
import type { Window } from "../../schemas/source/release.ts";
import { type ConversionFactor, ofUnit, SCALE } from "../../schemas/units.ts";
import { conversionFactors } from "./sources.ts";

/** An expected factor as an exact number, with the entry it stands in. */
export interface ExpectedFactor {
  readonly value: ConversionFactor;
  readonly entry: ConversionFactorEntry;
}

/**
 * Factors that `sources/parameters/conversion-factors.json` expects on the first day of a window.
 *
 * @returns one for OPPS and ASC, one per track for the PFS; empty when none is recorded
 */
export function expectedFactors(schedule: ConversionFactorEntry["schedule"], window: Window): ExpectedFactor[] {
  return conversionFactors()
    .factors.filter((entry) => entry.schedule === schedule && entry.from <= window.from && window.from <= entry.to)
    .map((entry) => ({ entry, value: ofUnit<ConversionFactor>(parseScaled(entry.value, SCALE.factor) ?? Number.NaN) }));
}
