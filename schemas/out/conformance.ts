import * as z from "zod";
import { Problem } from "../place.ts";
import { Origin } from "../source/release.ts";
import { DecimalText, HcpcsText, LocalityKey, ReleaseId, Sha256 } from "../text.ts";
import { ColumnName, FactorInForce, RowNumber } from "./common.ts";

const Count = z.int().nonnegative();

/** What is compared in a payment amount file, in the order of the report. */
export const ConformanceColumn = z.enum([
  "rows",
  "nonFacility",
  "facility",
  "pctcIndicator",
  "status",
  "multipleSurgery",
  "oppsIndicator",
  "oppsNonFacility",
  "oppsFacility",
  "therapyNonInstitutional",
  "therapyInstitutional",
]);
export type ConformanceColumn = z.infer<typeof ConformanceColumn>;

/** How many were compared, and how many are equal. */
const Tally = z.strictObject({ matched: Count, compared: Count });
export type Tally = z.infer<typeof Tally>;

/** Cells of one row of one CMS file. */
const DerivedFrom = z.strictObject({ file: z.string(), row: RowNumber, columns: z.array(ColumnName) });
export type DerivedFrom = z.infer<typeof DerivedFrom>;

/** How our amount was computed. */
const AmountDerivation = z.strictObject({
  rule: z.string().describe("Id of the rule"),
  formula: z.string().describe("The rule with the figures of this row and locality"),
  unrounded: DecimalText.describe("The exact result of the formula"),
  cells: z.array(DerivedFrom).describe("Cells of the figures"),
});
export type AmountDerivation = z.infer<typeof AmountDerivation>;

/** One cell in which CMS's file and our amount differ. */
const Difference = z.strictObject({
  line: RowNumber.describe("Line of the published file, from 1"),
  hcpcs: HcpcsText,
  modifier: z.string(),
  locality: LocalityKey,
  column: ConformanceColumn,
  published: z.string(),
  ours: z.string().nullable().describe("Null where we have none; `reason` says why"),
  reason: z.string().optional(),
  derivation: AmountDerivation.optional(),
});
export type Difference = z.infer<typeof Difference>;

/** A CMS file that our amounts were computed from. */
const ConformanceInput = z.strictObject({ name: z.string(), sha256: Sha256, origin: Origin });

/** One payment amount file, compared row by row with our amounts. */
export const PaymentConformance = z.strictObject({
  file: z.string(),
  sha256: Sha256,
  release: ReleaseId.describe("Release that it was compared with"),
  fallback: z
    .strictObject({ wanted: ReleaseId, reason: z.string() })
    .nullable()
    .describe("Set when the release of the file is not available and another one was used"),
  releaseBecause: z.string().describe("Why the file belongs to this release"),
  conversionFactor: FactorInForce,
  trackBecause: z.string().nullable().describe("Why the file belongs to this track; null where there is one factor"),
  inputs: z.array(ConformanceInput),
  rows: Count.describe("Records, including copies"),
  distinctRows: Count.describe("Codes and localities of the readable records, each counted once"),
  equalRows: Count.describe("Records without a difference"),
  passedOver: z.strictObject({ header: Count, trailer: Count, blank: Count, endMark: Count }),
  columns: z.record(ConformanceColumn, Tally),
  flatVisitFees: z
    .strictObject({ rows: Count, codes: z.array(z.string()) })
    .describe("Primary Care First fees in the therapy column since 2021: not compared"),
  unlisted: z
    .strictObject({
      rows: Count,
      codes: z.array(z.string()),
      localities: z.strictObject({ listed: Count, all: Count }).describe("Localities in the file"),
    })
    .nullable()
    .describe(
      "Rows that we price in the file's localities and that the file lacks: a problem when its name promises all codes; null for a file with a few codes",
    ),
  differenceCount: Count,
  differences: z.array(Difference).describe("The first 1,000"),
  problems: z.array(Problem),
});
export type PaymentConformance = z.infer<typeof PaymentConformance>;

/** The prices of one release's OPPSCAP file, compared with ours. */
export const OppsCapConformance = z.strictObject({
  release: ReleaseId,
  file: z.string(),
  sha256: Sha256,
  rows: Count.describe("Rows with two prices each"),
  matched: Count,
  listed: Tally.describe("Codes and localities that the file must have, and how many of them it has"),
  excepted: z.array(z.strictObject({ key: z.string(), rows: Count, reason: z.string(), source: z.string() })),
  differenceCount: Count,
  problems: z
    .array(Problem)
    .describe("Rows that differ and are not listed exceptions, the first 1,000; and what could not be read"),
});
export type OppsCapConformance = z.infer<typeof OppsCapConformance>;

/** What is compared in an export of CMS's Look-Up Tool, in the order of the report. */
export const LookUpGroup = z.enum([
  "rows",
  "prices",
  "limitingCharges",
  "naMarks",
  "gpcis",
  "rvus",
  "indicators",
  "conversionFactor",
  "oppsCap",
]);
export type LookUpGroup = z.infer<typeof LookUpGroup>;

/** Cells that were compared, that are equal, and whose difference is explained. */
const LookUpTally = z.strictObject({ matched: Count, explained: Count, compared: Count });
export type LookUpTally = z.infer<typeof LookUpTally>;

/** One cell in which an export and our release differ. */
const LookUpDifference = z.strictObject({
  line: RowNumber.describe("Row of the export as a spreadsheet numbers it, from 1"),
  hcpcs: HcpcsText,
  modifier: z.string(),
  locality: LocalityKey.describe("0000000 for national amounts"),
  column: z.string().describe("Heading in the export; `row` where we do not have the row"),
  published: z.string(),
  ours: z.string().nullable().describe("Null where we have none; `reason` says why"),
  reason: z.string().optional(),
});
export type LookUpDifference = z.infer<typeof LookUpDifference>;

/** One export of CMS's Physician Fee Schedule Look-Up Tool, compared cell by cell with a release. */
export const LookUpConformance = z.strictObject({
  file: z.string(),
  sha256: Sha256,
  release: ReleaseId.nullable().describe("Null where no release with its conversion factor is available"),
  releaseBecause: z.string().describe("Why it was compared with this release, or with none"),
  conversionFactor: FactorInForce.nullable().describe("As printed in the export; null when no row could be read"),
  inputs: z.array(ConformanceInput),
  rows: Count,
  equalRows: Count.describe("Rows without a difference"),
  explainedRows: Count.describe("Rows whose differences are all explained"),
  arithmetic: Tally.describe(
    "Prices and limiting charges, and how many of them are the product of the row's own RVUs, GPCIs and conversion factor",
  ),
  columns: z.record(LookUpGroup, LookUpTally),
  explained: z
    .array(
      z.strictObject({
        field: z.string().describe("The GPCI or NA mark that differs; amounts depend on it"),
        published: z.string(),
        ours: z.string(),
        reason: z.string(),
        source: z.string(),
        rows: Count,
      }),
    )
    .describe("Listed differences that occurred"),
  differenceCount: Count,
  differences: z.array(LookUpDifference).describe("The first 1,000"),
  problems: z.array(Problem),
});
export type LookUpConformance = z.infer<typeof LookUpConformance>;

/** What `ratebook conformance --json` prints. */
export const ConformanceDocument = z.strictObject({
  schema: z.literal("ratebook/conformance"),
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  matched: z.boolean().describe("Every compared amount is equal, and everything could be read"),
  payments: z.array(PaymentConformance),
  lookUps: z.array(LookUpConformance),
  copies: z
    .array(z.strictObject({ file: z.string(), of: z.string(), sha256: Sha256 }))
    .describe("Files with the same bytes as an earlier one: not compared again"),
  notRead: z
    .array(z.string())
    .describe("Files in the folders and archives that are not payment amount files or exports"),
  oppsCap: z.array(OppsCapConformance),
});
export type ConformanceDocument = z.infer<typeof ConformanceDocument>;
