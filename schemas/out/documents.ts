import type { z } from "zod";
import { AscDeviceOffsetsDocument, AscExcludedDocument, AscIndicatorsDocument } from "./asc-addenda.ts";
import { Attestation, SignedAttestation } from "./attestation.ts";
import { AuditDocument } from "./audit.ts";
import { ClaimsDocument, ClaimsSlice } from "./claims.ts";
import { CodeDocument } from "./code.ts";
import { ConformanceDocument } from "./conformance.ts";
import { DataPackage } from "./data-package.ts";
import { DiffDocument } from "./diff.ts";
import { AscDocument, OppsDocument, SiteOfServiceDocument } from "./facility.ts";
import { LocalitiesDocument } from "./localities.ts";
import { LocalityChangesHead, LocalityChangesLine } from "./locality-changes.ts";
import { Manifest } from "./manifest.ts";
import { NationalDocument } from "./national.ts";
import {
  NcciAddOnDocument,
  NcciMueDmeDocument,
  NcciMueHospitalDocument,
  NcciMuePractitionerDocument,
  NcciPtpDocument,
  NcciPtpIndex,
} from "./ncci.ts";
import {
  OppsApcsDocument,
  OppsCommentIndicatorsDocument,
  OppsCompositesDocument,
  OppsDeviceOffsetsDocument,
  OppsExclusionsDocument,
  OppsInpatientOnlyDocument,
  OppsPairEvaluationDocument,
  OppsPairsDocument,
  OppsRanksDocument,
  OppsStatusIndicatorsDocument,
} from "./opps-rule.ts";
import { AnesthesiaDocument, CountiesDocument, WageIndexDocument, ZipsDocument } from "./places.ts";
import { PortfolioDocument } from "./portfolio.ts";
import { PriceDocument } from "./price.ts";
import { RateDocument } from "./rate.ts";
import { ReaderCellsDocument, ReaderCountiesDocument, ReaderDocument, ReaderZipsDocument } from "./reader.ts";
import { RefreshDocument } from "./refresh.ts";
import { ReleaseIndex } from "./release-index.ts";
import { TimelineDocument } from "./timeline.ts";
import { TogetherDocument } from "./together.ts";

/** Every published kind of document, by the name of its JSON Schema in `schemas/json`. */
export const DOCUMENTS: Readonly<Record<string, z.ZodType>> = {
  index: ReleaseIndex,
  manifest: Manifest,
  national: NationalDocument,
  localities: LocalitiesDocument,
  opps: OppsDocument,
  asc: AscDocument,
  "site-of-service": SiteOfServiceDocument,
  counties: CountiesDocument,
  zips: ZipsDocument,
  anesthesia: AnesthesiaDocument,
  "wage-index": WageIndexDocument,
  reader: ReaderDocument,
  "reader-zips": ReaderZipsDocument,
  "reader-counties": ReaderCountiesDocument,
  "reader-cells": ReaderCellsDocument,
  claims: ClaimsDocument,
  "claims-slice": ClaimsSlice,
  "asc-device-offsets": AscDeviceOffsetsDocument,
  "asc-excluded": AscExcludedDocument,
  "asc-indicators": AscIndicatorsDocument,
  "opps-apcs": OppsApcsDocument,
  "opps-status-indicators": OppsStatusIndicatorsDocument,
  "opps-comment-indicators": OppsCommentIndicatorsDocument,
  "opps-inpatient-only": OppsInpatientOnlyDocument,
  "opps-composites": OppsCompositesDocument,
  "opps-device-offsets": OppsDeviceOffsetsDocument,
  "opps-pairs": OppsPairsDocument,
  "opps-pair-evaluation": OppsPairEvaluationDocument,
  "opps-ranks": OppsRanksDocument,
  "opps-exclusions": OppsExclusionsDocument,
  "ncci-addon": NcciAddOnDocument,
  "ncci-mue-practitioner": NcciMuePractitionerDocument,
  "ncci-mue-hospital": NcciMueHospitalDocument,
  "ncci-mue-dme": NcciMueDmeDocument,
  "ncci-ptp": NcciPtpDocument,
  "ncci-ptp-index": NcciPtpIndex,
  code: CodeDocument,
  rate: RateDocument,
  diff: DiffDocument,
  refresh: RefreshDocument,
  portfolio: PortfolioDocument,
  price: PriceDocument,
  together: TogetherDocument,
  timeline: TimelineDocument,
  audit: AuditDocument,
  "locality-changes-head": LocalityChangesHead,
  "locality-changes-line": LocalityChangesLine,
  "data-package": DataPackage,
  attestation: Attestation,
  "attestation-signed": SignedAttestation,
  conformance: ConformanceDocument,
};
