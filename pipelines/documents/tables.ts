import type { z } from "zod";
import type { AscDeviceOffsetsDocument, AscExcludedDocument } from "../../schemas/out/asc-addenda.ts";
import type { AscDocument, OppsDocument, SiteOfServiceDocument } from "../../schemas/out/facility.ts";
import type { LocalitiesDocument } from "../../schemas/out/localities.ts";
import type { NationalDocument } from "../../schemas/out/national.ts";
import type {
  NcciAddOnDocument,
  NcciMueDmeDocument,
  NcciMueHospitalDocument,
  NcciMuePractitionerDocument,
  NcciPtpIndex,
} from "../../schemas/out/ncci.ts";
import type {
  OppsCompositesDocument,
  OppsExclusionsDocument,
  OppsPairEvaluationDocument,
  OppsPairsDocument,
  OppsRanksDocument,
  OppsStatusIndicatorsDocument,
} from "../../schemas/out/opps-rule.ts";
import type {
  AnesthesiaDocument,
  CountiesDocument,
  WageIndexDocument,
  ZipsDocument,
} from "../../schemas/out/places.ts";

/** The published tables, each in a document of its name: `national.json`. */
export interface Tables {
  readonly national: z.infer<typeof NationalDocument>;
  readonly localities: z.infer<typeof LocalitiesDocument>;
  readonly counties: z.infer<typeof CountiesDocument>;
  readonly zips: z.infer<typeof ZipsDocument>;
  readonly anesthesia: AnesthesiaDocument;
  readonly opps: z.infer<typeof OppsDocument>;
  readonly asc: z.infer<typeof AscDocument>;
  readonly "wage-index": z.infer<typeof WageIndexDocument>;
  readonly "site-of-service": z.infer<typeof SiteOfServiceDocument>;
  readonly "asc-device-offsets": z.infer<typeof AscDeviceOffsetsDocument>;
  readonly "opps-composites": z.infer<typeof OppsCompositesDocument>;
  readonly "opps-exclusions": z.infer<typeof OppsExclusionsDocument>;
  readonly "opps-pairs": z.infer<typeof OppsPairsDocument>;
  readonly "opps-ranks": z.infer<typeof OppsRanksDocument>;
  readonly "opps-pair-evaluation": z.infer<typeof OppsPairEvaluationDocument>;
  readonly "opps-status-indicators": z.infer<typeof OppsStatusIndicatorsDocument>;
  readonly "asc-excluded": z.infer<typeof AscExcludedDocument>;
  readonly "ncci-addon": z.infer<typeof NcciAddOnDocument>;
  readonly "ncci-mue-practitioner": z.infer<typeof NcciMuePractitionerDocument>;
  readonly "ncci-mue-hospital": z.infer<typeof NcciMueHospitalDocument>;
  readonly "ncci-mue-dme": z.infer<typeof NcciMueDmeDocument>;
  readonly "ncci-ptp-practitioner/index": z.infer<typeof NcciPtpIndex>;
  readonly "ncci-ptp-hospital/index": z.infer<typeof NcciPtpIndex>;
}
