import type { z } from "zod";
import { AscDeviceOffsetsDocument, AscExcludedDocument, AscIndicatorsDocument } from "./asc-addenda.ts";
import { CodeDocument } from "./code.ts";
import { ConformanceDocument } from "./conformance.ts";
import { AscDocument, OppsDocument, SiteOfServiceDocument } from "./facility.ts";
import { LocalitiesDocument, LocalityAmountsIndex, LocalityAmountsLine } from "./localities.ts";
import { Manifest, ReleaseIndex } from "./manifest.ts";
import { NationalDocument } from "./national.ts";
import { AnesthesiaDocument, CountiesDocument, WageIndexDocument, ZipsDocument } from "./places.ts";
import { RateDocument } from "./rate.ts";

/** Every kind of document that is published, by the name its JSON Schema has under `schemas/json`. */
export const DOCUMENTS: Readonly<Record<string, z.ZodType>> = {
  index: ReleaseIndex,
  manifest: Manifest,
  national: NationalDocument,
  localities: LocalitiesDocument,
  "locality-amounts-line": LocalityAmountsLine,
  "locality-amounts-index": LocalityAmountsIndex,
  opps: OppsDocument,
  asc: AscDocument,
  "site-of-service": SiteOfServiceDocument,
  counties: CountiesDocument,
  zips: ZipsDocument,
  anesthesia: AnesthesiaDocument,
  "wage-index": WageIndexDocument,
  "asc-device-offsets": AscDeviceOffsetsDocument,
  "asc-excluded": AscExcludedDocument,
  "asc-indicators": AscIndicatorsDocument,
  code: CodeDocument,
  rate: RateDocument,
  conformance: ConformanceDocument,
};
