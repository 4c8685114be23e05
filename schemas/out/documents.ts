import type { z } from "zod";
import { AscDeviceOffsetsDocument, AscExcludedDocument, AscIndicatorsDocument } from "./asc-addenda.ts";
import { Attestation, SignedAttestation } from "./attestation.ts";
import { CodeDocument } from "./code.ts";
import { ConformanceDocument } from "./conformance.ts";
import { DataPackage } from "./data-package.ts";
import { DiffDocument } from "./diff.ts";
import { AscDocument, OppsDocument, SiteOfServiceDocument } from "./facility.ts";
import { LocalitiesDocument, LocalityAmountsIndex, LocalityAmountsLine } from "./localities.ts";
import { LocalityChangesHead, LocalityChangesLine } from "./locality-changes.ts";
import { Manifest, ReleaseIndex } from "./manifest.ts";
import { NationalDocument } from "./national.ts";
import { AnesthesiaDocument, CountiesDocument, WageIndexDocument, ZipsDocument } from "./places.ts";
import { PortfolioDocument } from "./portfolio.ts";
import { RateDocument } from "./rate.ts";
import { TimelineDocument } from "./timeline.ts";

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
  diff: DiffDocument,
  portfolio: PortfolioDocument,
  timeline: TimelineDocument,
  "locality-changes-head": LocalityChangesHead,
  "locality-changes-line": LocalityChangesLine,
  "data-package": DataPackage,
  attestation: Attestation,
  "attestation-signed": SignedAttestation,
  conformance: ConformanceDocument,
};

/** Files that a release can have, besides a document a code, and the shape of each. */
const FILES: ReadonlyMap<string, string> = new Map([
  ...["national", "localities", "counties", "zips", "anesthesia", "opps", "asc", "wage-index", "site-of-service"]
    .concat("asc-device-offsets", "asc-excluded", "asc-indicators", "manifest")
    .map((name) => [`${name}.json`, name] as const),
  ...["locality-amounts", "locality-amounts.qualifying-apm", "opps-cap"].flatMap((name) => [
    [`${name}.ndjson`, "locality-amounts-line"] as const,
    [`${name}.index.json`, "locality-amounts-index"] as const,
  ]),
  ["datapackage.json", "data-package"],
  ["attestation.intoto.json", "attestation"],
  ["attestation.dsse.json", "attestation-signed"],
]);

const OF_A_CODE = /^codes\/[0-9A-Z]{5}\.json$/;

/** Name of the shape that a file of a release has, after its path; undefined for what is no file of a release. */
export function shapeOfPath(path: string): string | undefined {
  return OF_A_CODE.test(path) ? "code" : FILES.get(path);
}
