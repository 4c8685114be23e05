import type { z } from "zod";
import type { ConversionFactorEntry, ConversionFactors } from "../../schemas/source/parameters.ts";
import { sourceAsItIs } from "./read-source.ts";

/** Conversion factors of all schedules, for a look-up. */
export function recordedFactors(): readonly ConversionFactorEntry[] {
  return sourceAsItIs<z.infer<typeof ConversionFactors>>("parameters/conversion-factors.json").factors;
}
