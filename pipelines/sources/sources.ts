import type { z } from "zod";
import { AnesthesiaTime } from "../../schemas/source/anesthesia.ts";
import { AscCombinations } from "../../schemas/source/asc-combinations.ts";
import { Calendar, Caveats } from "../../schemas/source/calendar.ts";
import { ChangeRules } from "../../schemas/source/change-rules.ts";
import { Completeness } from "../../schemas/source/completeness.ts";
import { ContinuityBounds } from "../../schemas/source/continuity.ts";
import { Counties, CountyNames } from "../../schemas/source/counties.ts";
import { ExplainedDifferences } from "../../schemas/source/explained-differences.ts";
import { FormatDifferences } from "../../schemas/source/format-differences.ts";
import { Layout } from "../../schemas/source/layout.ts";
import { Modifiers } from "../../schemas/source/modifiers.ts";
import { NcciMeanings } from "../../schemas/source/ncci.ts";
import {
  AscOfficeBases,
  AscScalars,
  ConversionFactors,
  Exceptions,
  Indicators,
  KnownFigures,
  Regions,
  TherapyReductions,
  WageAdjustment,
} from "../../schemas/source/parameters.ts";
import { PlacesOfService } from "../../schemas/source/places-of-service.ts";
import { PolicyIndicators } from "../../schemas/source/policy.ts";
import { PostingSchedule } from "../../schemas/source/publication-schedule.ts";
import { ReasonList } from "../../schemas/source/reasons.ts";
import { Successions } from "../../schemas/source/successions.ts";
import { UserHeadings } from "../../schemas/source/user-headings.ts";
import { readSource } from "./read-source.ts";

/** The layout of one kind of CMS table. */
export function layoutOf(id: string): Layout {
  return readSource(`layouts/${id}.json`, Layout);
}

/** Expected conversion factors of all schedules. */
export function conversionFactors(): z.infer<typeof ConversionFactors> {
  return readSource("parameters/conversion-factors.json", ConversionFactors);
}

/** Factors from OPPS to ASC weights. */
export function ascScalars(): z.infer<typeof AscScalars> {
  return readSource("parameters/asc-scalars.json", AscScalars);
}

/** What ASC rates of office-based procedures are computed from. */
export function ascOfficeBases(): z.infer<typeof AscOfficeBases> {
  return readSource("parameters/asc-office-bases.json", AscOfficeBases);
}

/** Labour shares of the facility schedules. */
export function wageAdjustment(): z.infer<typeof WageAdjustment> {
  return readSource("parameters/wage-adjustment.json", WageAdjustment);
}

/** Reductions of the practice expense of therapy services. */
export function therapyReductions(): z.infer<typeof TherapyReductions> {
  return readSource("parameters/therapy-reduction.json", TherapyReductions);
}

/** What a complete table has. */
export function completeness(): Completeness {
  return readSource("parameters/completeness.json", Completeness);
}

/** How much tables of neighbouring publications differ. */
export function continuityBounds(): ContinuityBounds {
  return readSource("parameters/continuity.json", ContinuityBounds);
}

/** Meaning of an indicator's values. */
export function indicatorsOf(name: "pfs-status" | "opps-status" | "asc-payment"): z.infer<typeof Indicators> {
  return readSource(`indicators/${name}.json`, Indicators);
}

/** Body regions of surgical codes. */
export function regions(): z.infer<typeof Regions> {
  return readSource("regions.json", Regions);
}

/** Rows known to break a check. */
export function exceptions(): z.infer<typeof Exceptions> {
  return readSource("exceptions.json", Exceptions);
}

/** Figures that every build must give. */
export function knownFigures(): z.infer<typeof KnownFigures> {
  return readSource("known-figures.json", KnownFigures);
}

/** Cells that CMS's csv, txt and workbooks of one table print differently. */
export function formatDifferences(): z.infer<typeof FormatDifferences> {
  return readSource("format-differences.json", FormatDifferences);
}

/** Indices that CMS's Look-Up Tool and a release print differently, each with the reason. */
export function explainedDifferences(): z.infer<typeof ExplainedDifferences> {
  return readSource("explained-differences.json", ExplainedDifferences);
}

/** Validates the files that look-ups do not validate; throws InputFault for a wrong shape. */
export function validateLookUpSources(): void {
  readSource("anesthesia.json", AnesthesiaTime);
  readSource("asc-combinations.json", AscCombinations);
  readSource("calendar.json", Calendar);
  readSource("caveats.json", Caveats);
  readSource("parameters/change-rules.json", ChangeRules);
  readSource("counties.json", Counties);
  readSource("county-names.json", CountyNames);
  readSource("modifiers.json", Modifiers);
  readSource("places-of-service.json", PlacesOfService);
  readSource("ncci.json", NcciMeanings);
  readSource("policy-indicators.json", PolicyIndicators);
  readSource("publication-schedule.json", PostingSchedule);
  readSource("reasons.json", ReasonList);
  readSource("successions.json", Successions);
  readSource("user-headings.json", UserHeadings);
  conversionFactors();
  wageAdjustment();
}
