import * as z from "zod";
import { ADDENDUM_J_EVALUATION, ADDENDUM_J_EXCLUSIONS, ADDENDUM_J_PAIRS, ADDENDUM_J_RANKS } from "../row/addendum-j.ts";
import { publishedShape } from "../row/catalogue.ts";
import { ADDENDUM_A, ADDENDUM_D1, ADDENDUM_D2, ADDENDUM_E, ADDENDUM_M, ADDENDUM_P } from "../row/opps-rule.ts";
import { DollarText } from "../text.ts";
import { RowNumber, tableDocument } from "./common.ts";

/** `opps-pairs.json`: OPPS Addendum J, complexity adjustments, with what CMS pays for each. */
export const OppsPairsDocument = tableDocument(
  "opps-pairs",
  z.strictObject({
    ...publishedShape(ADDENDUM_J_PAIRS),
    oppsRate: DollarText.nullable().describe(
      "Rate of the adjusted APC: of the first J1 code of Addendum B with the APC, else of Addendum A; null where neither has it",
    ),
    oppsRateFile: z.enum(["addendum-b", "addendum-a"]).nullable(),
    oppsRateRow: RowNumber.nullable().describe("Row of that file with the rate"),
    row: RowNumber,
  }),
);

/** `opps-pair-evaluation.json`: OPPS Addendum J, every pair that CMS evaluated. */
export const OppsPairEvaluationDocument = tableDocument(
  "opps-pair-evaluation",
  z.strictObject({ ...publishedShape(ADDENDUM_J_EVALUATION), row: RowNumber }),
);

/** `opps-ranks.json`: OPPS Addendum J, which J1 code of a claim is the primary one. */
export const OppsRanksDocument = tableDocument(
  "opps-ranks",
  z.strictObject({ ...publishedShape(ADDENDUM_J_RANKS), row: RowNumber }),
);

/** `opps-exclusions.json`: OPPS Addendum J, what is paid beside a comprehensive APC. */
export const OppsExclusionsDocument = tableDocument(
  "opps-exclusions",
  z.strictObject({ ...publishedShape(ADDENDUM_J_EXCLUSIONS), row: RowNumber }),
);

/** `opps-apcs.json`: OPPS Addendum A, the weight and the rate of each APC. */
export const OppsApcsDocument = tableDocument(
  "opps-apcs",
  z.strictObject({ ...publishedShape(ADDENDUM_A), row: RowNumber }),
);

/** `opps-status-indicators.json`: OPPS Addendum D1, status indicators in CMS's own words. */
export const OppsStatusIndicatorsDocument = tableDocument(
  "opps-status-indicators",
  z.strictObject({ ...publishedShape(ADDENDUM_D1), row: RowNumber }),
);

/** `opps-comment-indicators.json`: OPPS Addendum D2, comment indicators in CMS's own words. */
export const OppsCommentIndicatorsDocument = tableDocument(
  "opps-comment-indicators",
  z.strictObject({ ...publishedShape(ADDENDUM_D2), row: RowNumber }),
);

/** `opps-inpatient-only.json`: OPPS Addendum E, codes that are paid only as inpatient procedures. */
export const OppsInpatientOnlyDocument = tableDocument(
  "opps-inpatient-only",
  z.strictObject({ ...publishedShape(ADDENDUM_E), row: RowNumber }),
);

/** `opps-composites.json`: OPPS Addendum M, codes that a composite APC can pay. */
export const OppsCompositesDocument = tableDocument(
  "opps-composites",
  z.strictObject({ ...publishedShape(ADDENDUM_M), row: RowNumber }),
);

/** `opps-device-offsets.json`: OPPS Addendum P, the device offset of each code. */
export const OppsDeviceOffsetsDocument = tableDocument(
  "opps-device-offsets",
  z.strictObject({ ...publishedShape(ADDENDUM_P), row: RowNumber }),
);
