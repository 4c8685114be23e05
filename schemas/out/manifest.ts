import * as z from "zod";
import { Problem } from "../place.ts";
import { Written } from "../row/printed.ts";
import { Exception, Track } from "../source/parameters.ts";
import {
  ExcerptOf,
  Family,
  MissingKind,
  Origin,
  Publication,
  RevisionOf,
  Role,
  SourceName,
} from "../source/release.ts";
import { Citation, Day, DecimalText, DollarText, Sha256, Window } from "../text.ts";
import { ColumnName, header } from "./common.ts";
import { EXPIRY, StandingOut } from "./release-index.ts";

const Count = z.int().nonnegative();

/** A caveat with its sources. */
const CaveatText = z.strictObject({ id: z.string(), text: z.string(), cites: z.array(Citation) });

/** One input file, and how it was read. */
const InputFile = z.strictObject({
  id: Role,
  name: z.string(),
  shown: z.string().optional().describe("Name in documents, with its archive"),
  archive: z
    .string()
    .nullable()
    .describe("The archive that the file was read from; null for a file that is not in one"),
  format: z.enum(["csv", "txt", "xlsx"]),
  sha256: Sha256,
  pinned: Sha256.nullable().describe(
    "sha256 in the registry; differs from `sha256` only when the build allowed a changed file. Null if not registered",
  ),
  changed: z.boolean(),
  origin: Origin.optional().describe("If not that of the publication"),
  note: z.string().optional().describe("What differs from CMS's own bytes, such as line ends"),
  excerptOf: ExcerptOf.optional(),
  encoding: z.string().nullable().describe("Null for workbooks"),
  sheet: z.string().nullable(),
  headingRows: z.strictObject({ from: z.int(), to: z.int() }).nullable().describe("Null for printed text"),
  columns: z.record(z.string(), ColumnName),
  printed: z
    .record(z.string(), Written)
    .optional()
    .describe(
      "How the file writes columns that differ from documents. With this and `printed` of rows, every cell in a code's document can be quoted",
    ),
  unmappedHeadings: z.array(z.string()),
  misprintedHeadings: z
    .array(z.string())
    .describe("Fields whose heading differs from a known one by one or two characters"),
  rows: z.strictObject({ data: Count, blank: Count, endMark: Count, footnote: Count }),
  repeats: Count.describe("Rows that repeat an earlier one in every cell; kept once"),
  lossyCells: Count.describe("Workbook cells whose unpublished digits were rounded to the published scale"),
  restoredCells: Count.describe("Cells of digits whose leading zeros were restored"),
});

/** One CMS publication of the release. */
const ManifestPublication = z.strictObject({
  family: Family,
  label: z.string(),
  revision: RevisionOf,
  registered: z.boolean(),
  standsInFor: Publication.shape.standsInFor,
  posted: Day.nullable(),
  postedSource: z.string(),
  window: Window,
  origin: Origin,
  originNote: z.string().nullable(),
  page: z.url(),
  url: z.url().nullable(),
  notices: Publication.shape.notices,
  archive: z
    .strictObject({
      name: z.string(),
      pinned: Sha256.nullable().describe("sha256 in the registry; null if not registered"),
      sha256: Sha256.describe("Of the archive that was opened"),
      changed: z.boolean(),
    })
    .nullable()
    .describe("The archive that was opened; null when the files were not in one"),
  expectedArchive: z
    .strictObject({ name: z.string(), sha256: Sha256 })
    .optional()
    .describe("CMS's archive with the files, from the registry; the build may not have read it"),
  files: z.array(InputFile),
});

/** A conversion factor that the release uses, or that its rates were checked with. */
const ManifestFactor = z.strictObject({
  schedule: z.enum(["pfs", "opps", "asc"]),
  track: Track.nullable(),
  value: DecimalText,
  use: z.enum(["computes-amounts", "checks-printed-rates", "recorded-only"]),
  cites: z.array(Citation),
});

const ManifestCheck = z.strictObject({
  id: z.string(),
  invariants: z.array(z.string()).describe("Numbers of the invariants that it proves, as in docs/proof.md"),
  title: z.string(),
  scope: z.string(),
  severity: z.enum(["error", "review"]),
  cites: z.array(Citation),
  ran: z.boolean().describe("False when a source that it needs is missing"),
  checked: Count,
  held: Count,
  excepted: Count,
  unreviewed: Count.describe("Violations in unregistered files; listed under `unreviewed`"),
});

const KeyReport = z.strictObject({ number: Count, first: z.array(z.string()).describe("The first fifty") });

/** How an unregistered table differs from its nearest registered one. */
export const TableContinuity = z.strictObject({
  table: Role,
  rows: Count,
  beside: z
    .strictObject({
      publication: z.string().describe("Label of the nearest registered publication with the table"),
      years: Count.describe("Years between the two; 0 in the same year"),
      rows: Count,
      gone: KeyReport.describe("Rows of that publication that this one lacks"),
      fresh: KeyReport.describe("Rows that that publication lacks"),
      columns: z.array(
        z.strictObject({
          field: z.string(),
          filled: Count.describe("Rows of both with a figure, or with a text other than the usual one"),
          moved: Count.describe(
            "Of those, rows with another text, or with a figure that is new, is gone, or changed relative to the others to more than double or less than half, or by 3 % in a small table",
          ),
          far: Count.describe(
            "Of those, rows with a figure of more than 8 times or less than an eighth, or changed by 20 % in a small table",
          ),
        }),
      ),
    })
    .nullable()
    .describe("Null where no such table is registered: it is not known whether this one is complete"),
});

export type TableContinuity = z.infer<typeof TableContinuity>;

/** What whoever computes the amounts in every locality again can compare. */
const AmountTotals = z.strictObject({
  kind: z
    .enum(["feeSchedule", "qualifyingApm", "oppsCap"])
    .describe("The fee itself, without the OPPS cap; that of qualifying APM participants; the amount at the OPPS cap"),
  track: Track.nullable(),
  rows: Count.describe("Rows of the relative value file with such amounts"),
  localities: Count,
  nonFacilitySum: DollarText,
  facilitySum: DollarText,
  sha256: Sha256.describe(
    "Of the amounts in cents as signed 32-bit integers, little-endian: rows by code and modifier; for each row non-facility, then facility; each in the order of localities.json",
  ),
});
export type AmountTotals = z.infer<typeof AmountTotals>;

/** `manifest.json`: inputs, checks and outputs of a build. */
export const Manifest = z.strictObject({
  ...header("manifest"),
  title: z.string(),
  window: Window,
  ...EXPIRY,
  standing: StandingOut,
  ratebook: z.string().describe("Version of ratebook that built it"),
  publications: z.array(ManifestPublication),
  missing: z.array(
    z.strictObject({
      source: SourceName,
      kind: MissingKind,
      reason: z.string(),
    }),
  ),
  skipped: z.array(z.strictObject({ file: z.string(), reason: z.string() })).describe("Files that were not read"),
  caveats: z.array(CaveatText).describe("What a reader of a rate of this release must know"),
  conversionFactors: z.array(ManifestFactor),
  rows: z.strictObject({
    pfs: z.record(z.string(), Count).describe("Rows of the relative value file by price state"),
    opps: z.record(z.string(), Count).describe("Rows of Addendum B by state"),
    asc: z.record(z.string(), Count).describe("Codes of Addenda AA and BB by state"),
    localities: Count,
    oppsCap: Count.describe("Rows of the relative value file with an amount at the OPPS cap on imaging"),
    qualifyingApm: Count.describe("Rows with an amount for qualifying APM participants"),
    ascRepeats: Count.describe("ASC rows that repeat another one in every cell; kept once"),
    tables: z
      .strictObject({
        counties: Count,
        zips: Count,
        anesthesia: Count.describe("Localities with an anesthesia conversion factor"),
        anesthesiaBaseUnits: Count,
        wageIndex: Count,
        ascDeviceOffsets: Count,
        ascExcluded: Count,
        ascIndicators: Count,
      })
      .describe("Rows of the tables that are published unchanged; 0 for a missing table"),
  }),
  localityAmounts: z
    .array(AmountTotals)
    .describe("The amounts in every locality, which documents do not repeat; none without a GPCI file"),
  checks: z.array(ManifestCheck),
  exceptions: z
    .array(Exception.extend({ rows: Count.describe("Rows that it excepts") }))
    .describe("Known exceptions that this release needed"),
  unreviewed: z
    .array(Problem)
    .describe("Violations in unregistered files, for review: the first hundred of each check; `checks` counts all"),
  continuity: z
    .array(TableContinuity)
    .optional()
    .describe("Unregistered tables, compared with their nearest registered ones; absent where there are none"),
  outputs: z
    .array(z.strictObject({ path: z.string(), bytes: Count, sha256: Sha256 }))
    .refine((outputs) => new Set(outputs.map(({ path }) => path)).size === outputs.length, "a file is listed twice")
    .describe("Every other file of the release except the attestation"),
});
export type Manifest = z.infer<typeof Manifest>;
