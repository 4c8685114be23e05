import { parseScaled } from "../../schemas/scaled.ts";
import type { ConversionFactorEntry } from "../../schemas/source/parameters.ts";
import type { Publication } from "../../schemas/source/release.ts";
import { type ConversionFactor, ofUnit, SCALE } from "../../schemas/units.ts";
import { recordedFactors } from "./recorded-factors.ts";

/** An expected factor as an exact number, with its entry. */
export interface ExpectedFactor {
  readonly value: ConversionFactor;
  readonly entry: ConversionFactorEntry;
}

/** The days that a publication is for, and its label. */
type OfPublication = Pick<Publication, "label" | "window">;

/**
 * Factors that `sources/parameters/conversion-factors.json` expects on the first day of a publication's window. Where
 * CMS's file has a factor that was never applied, only that one is expected.
 *
 * @returns one for OPPS and ASC, one per track for the PFS; empty when none is recorded
 */
export function expectedFactors(
  schedule: ConversionFactorEntry["schedule"],
  { label, window }: OfPublication,
): ExpectedFactor[] {
  const ofSchedule = recordedFactors().filter((entry) => entry.schedule === schedule);
  const own = ofSchedule.filter((entry) => entry.publication === label);
  const byLaw = ofSchedule.filter(
    ({ publication, from, to }) => publication === undefined && from <= window.from && window.from <= to,
  );
  return (own.length > 0 ? own : byLaw).map((entry) => ({
    entry,
    value: ofUnit<ConversionFactor>(parseScaled(entry.value, SCALE.factor) ?? Number.NaN),
  }));
}
