import * as z from "zod";
import { publishedShape } from "../row/catalogue.ts";
import { NCCI_ADDON, NCCI_MUE, NCCI_PTP } from "../row/ncci.ts";
import { HcpcsText, Sha256, Window } from "../text.ts";
import { FileRefs, header, RowNumber } from "./common.ts";

/** A document with the rows of a table that CMS posts anew for each quarter. */
function quarterDocument<Name extends string, Row extends z.ZodType>(schema: Name, row: Row) {
  return z.strictObject({
    ...header(schema),
    files: FileRefs,
    window: Window.describe("Days of service that CMS posted the table for"),
    rows: z.array(row),
  });
}

/** `ncci-addon.json`: CMS's add-on code edits. */
export const NcciAddOnDocument = quarterDocument(
  "ncci-addon",
  z.strictObject({ ...publishedShape(NCCI_ADDON), row: RowNumber }),
);

/** One row of a table of medically unlikely edits; a new one each time, so that JSON Schemas do not share it. */
function mueRow() {
  return z.strictObject({
    ...publishedShape(NCCI_MUE),
    adjudication: z.string().describe("The indicator in CMS's words"),
    row: RowNumber,
  });
}

/** `ncci-mue-practitioner.json`: medically unlikely edits of practitioners and ambulatory surgical centres. */
export const NcciMuePractitionerDocument = quarterDocument("ncci-mue-practitioner", mueRow());
/** `ncci-mue-hospital.json`: medically unlikely edits of outpatient hospital services. */
export const NcciMueHospitalDocument = quarterDocument("ncci-mue-hospital", mueRow());
/** `ncci-mue-dme.json`: medically unlikely edits of suppliers of durable medical equipment. */
export const NcciMueDmeDocument = quarterDocument("ncci-mue-dme", mueRow());

/** Setting of procedure-to-procedure edits: practitioners and ambulatory surgical centres, or outpatient hospitals. */
export const PtpSetting = z.enum(["practitioner", "hospital"]);
export type PtpSetting = z.infer<typeof PtpSetting>;

/** `ncci-ptp-<setting>/<HCPCS>.json`: every procedure-to-procedure edit that has a code in column 1 or in column 2. */
export const NcciPtpDocument = z.strictObject({
  ...header("ncci-ptp"),
  files: FileRefs,
  window: Window.describe("Days of service that CMS posted the edits for"),
  setting: PtpSetting,
  hcpcs: HcpcsText,
  rows: z
    .array(
      z.strictObject({
        ...publishedShape(NCCI_PTP),
        part: z.int().min(1).max(4).describe("CMS's file: `files` has each under setting and part"),
        row: RowNumber,
      }),
    )
    .describe("In the order of CMS's files; none where the code has no edit"),
});

const Count = z.int().nonnegative();

/** `ncci-ptp-<setting>/index.json`: which codes have a document, and what the edits of the setting are in all. */
export const NcciPtpIndex = z.strictObject({
  ...header("ncci-ptp-index"),
  files: FileRefs,
  window: Window.describe("Days of service that CMS posted the edits for"),
  setting: PtpSetting,
  edits: z.strictObject({
    all: Count,
    active: Count.describe("Without a last day"),
    byModifierIndicator: z.strictObject({ "0": Count, "1": Count, "9": Count }),
  }),
  rows: z
    .array(
      z.strictObject({
        hcpcs: HcpcsText,
        path: z.string().describe("Document of the code, inside the folder of the release"),
        bytes: Count,
        sha256: Sha256,
        column1: Count.describe("Edits that have the code in column 1"),
        column2: Count.describe("Edits that have the code in column 2"),
      }),
    )
    .describe("Codes that the build was asked for; of no other code is anything said here"),
});

/** The tables of NCCI edits that a release can have. */
export const NcciTable = z.enum([
  "ncci-addon",
  "ncci-mue-practitioner",
  "ncci-mue-hospital",
  "ncci-mue-dme",
  "ncci-ptp-practitioner",
  "ncci-ptp-hospital",
]);
export type NcciTable = z.infer<typeof NcciTable>;
