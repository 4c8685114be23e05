import * as z from "zod";
import { Problem } from "../place.ts";
import { Origin } from "../source/release.ts";
import { DecimalText, HcpcsText, LocalityKey, ReleaseId, Sha256 } from "../text.ts";
import { ColumnName, FactorInForce, RowNumber } from "./common.ts";

const Count = z.int().nonnegative();

/** What is compared of a payment amount file, in the order in which it is told. */
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

/** How much of something was compared, and how much of that is equal. */
const Tally = z.strictObject({ matched: Count, compared: Count });
export type Tally = z.infer<typeof Tally>;

/** Cells of one row of one CMS file. */
const DerivedFrom = z.strictObject({ file: z.string(), row: RowNumber, columns: z.array(ColumnName) });
export type DerivedFrom = z.infer<typeof DerivedFrom>;

/** How our amount came about. */
const AmountDerivation = z.strictObject({
  rule: z.string().describe("Id of the rule"),
  formula: z.string().describe("The rule with the figures of this row and locality"),
  unrounded: DecimalText.describe("What the formula comes to, every digit of it"),
  cells: z.array(DerivedFrom).describe("Where the figures stand"),
});
export type AmountDerivation = z.infer<typeof AmountDerivation>;

/** One cell that CMS published and that is not ours. */
const Difference = z.strictObject({
  line: RowNumber.describe("Line of the published file, from 1"),
  hcpcs: HcpcsText,
  modifier: z.string(),
  locality: LocalityKey,
  column: ConformanceColumn,
  published: z.string(),
  ours: z.string().nullable().describe("Null where we have none, for the reason given"),
  reason: z.string().optional(),
  derivation: AmountDerivation.optional(),
});
export type Difference = z.infer<typeof Difference>;

/** A CMS file that our amounts were computed from. */
const ConformanceInput = z.strictObject({ name: z.string(), sha256: Sha256, origin: Origin });

/** One payment amount file, row by row against our amounts. */
export const PaymentConformance = z.strictObject({
  file: z.string(),
  sha256: Sha256,
  release: ReleaseId.describe("Release whose amounts it was compared with"),
  fallback: z
    .strictObject({ wanted: ReleaseId, reason: z.string() })
    .nullable()
    .describe("Set when the release that the file belongs to is not at hand and another one took its place"),
  releaseBecause: z.string().describe("What says which release the file belongs to"),
  conversionFactor: FactorInForce,
  trackBecause: z.string().nullable().describe("What says for which track it was made; null where there is one factor"),
  inputs: z.array(ConformanceInput),
  rows: Count.describe("Records, copies of one counted each"),
  distinctRows: Count.describe("Codes and places of the records that could be read, each counted once"),
  equalRows: Count.describe("Records of which nothing differs from ours"),
  passedOver: z.strictObject({ header: Count, trailer: Count, blank: Count, endMark: Count }),
  columns: z.record(ConformanceColumn, Tally),
  flatVisitFees: z
    .strictObject({ rows: Count, codes: z.array(z.string()) })
    .describe("Primary Care First fees in the therapy column since 2021: not compared"),
  unlisted: z
    .strictObject({
      rows: Count,
      codes: z.array(z.string()),
      localities: z.strictObject({ listed: Count, all: Count }).describe("Localities that the file has a record of"),
    })
    .nullable()
    .describe(
      "Rows that we price in the file's localities and it lacks, a problem where its name says that it has all; null for a file of a few codes",
    ),
  differenceCount: Count,
  differences: z.array(Difference).describe("The first 1,000 of them"),
  problems: z.array(Problem),
});
export type PaymentConformance = z.infer<typeof PaymentConformance>;

/** The prices of one release's OPPSCAP file against ours. */
export const OppsCapConformance = z.strictObject({
  release: ReleaseId,
  file: z.string(),
  sha256: Sha256,
  rows: Count.describe("Rows with two prices each"),
  matched: Count,
  listed: Tally.describe("Codes and places that the file must have a row of, and those of them that it has"),
  excepted: z.array(z.strictObject({ key: z.string(), rows: Count, reason: z.string(), source: z.string() })),
  differenceCount: Count,
  problems: z
    .array(Problem)
    .describe("Rows that differ and are no listed exception, the first 1,000; what could not be read"),
});
export type OppsCapConformance = z.infer<typeof OppsCapConformance>;

/** What is compared of an export of CMS's Look-Up Tool, in the order in which it is told. */
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

/** Cells that were compared, those that are equal, and those whose difference is explained by a listed one. */
const LookUpTally = z.strictObject({ matched: Count, explained: Count, compared: Count });
export type LookUpTally = z.infer<typeof LookUpTally>;

/** One cell of an export that is not ours. */
const LookUpDifference = z.strictObject({
  line: RowNumber.describe("Row of the export as a spreadsheet numbers it, from 1"),
  hcpcs: HcpcsText,
  modifier: z.string(),
  locality: LocalityKey.describe("0000000 is the nation"),
  column: z.string().describe("The export's heading; `row` where we have no such row"),
  published: z.string(),
  ours: z.string().nullable().describe("Null where we have none, for the reason given"),
  reason: z.string().optional(),
});
export type LookUpDifference = z.infer<typeof LookUpDifference>;

/** One export of CMS's Physician Fee Schedule Look-Up Tool, cell by cell against a release. */
export const LookUpConformance = z.strictObject({
  file: z.string(),
  sha256: Sha256,
  release: ReleaseId.nullable().describe("Null where none of its conversion factor is there"),
  releaseBecause: z.string().describe("What says which release it was compared with, or why with none"),
  conversionFactor: FactorInForce.nullable().describe("As the export prints it; null when no row could be read"),
  inputs: z.array(ConformanceInput),
  rows: Count,
  equalRows: Count.describe("Rows of which nothing differs"),
  explainedRows: Count.describe("Rows of which every difference is explained"),
  arithmetic: Tally.describe(
    "Prices and limiting charges, and those that are the product of the row's own units, indices and factor",
  ),
  columns: z.record(LookUpGroup, LookUpTally),
  explained: z
    .array(
      z.strictObject({
        field: z.string().describe("The index or mark that differs; amounts follow from it"),
        published: z.string(),
        ours: z.string(),
        reason: z.string(),
        source: z.string(),
        rows: Count,
      }),
    )
    .describe("Listed differences that were met"),
  differenceCount: Count,
  differences: z.array(LookUpDifference).describe("The first 1,000 of them"),
  problems: z.array(Problem),
});
export type LookUpConformance = z.infer<typeof LookUpConformance>;

/** What `ratebook conformance --json` prints. */
export const ConformanceDocument = z.strictObject({
  schema: z.literal("ratebook/conformance"),
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  matched: z.boolean().describe("Every amount that was compared is equal, and everything could be read"),
  payments: z.array(PaymentConformance),
  lookUps: z.array(LookUpConformance),
  copies: z
    .array(z.strictObject({ file: z.string(), of: z.string(), sha256: Sha256 }))
    .describe("Files with the same bytes as one before them: not compared again"),
  notRead: z
    .array(z.string())
    .describe("Files of the folders and archives that are neither named like payment amount files nor exports"),
  oppsCap: z.array(OppsCapConformance),
});
export type ConformanceDocument = z.infer<typeof ConformanceDocument>;
