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
import { Citation, Day, DecimalText, Sha256, Window } from "../text.ts";
import { ColumnName, header } from "./common.ts";
import { StandingOut } from "./release-index.ts";

const Count = z.int().nonnegative();

/** A caveat with its sources. */
const CaveatText = z.strictObject({ id: z.string(), text: z.string(), cites: z.array(Citation) });

/** One input file: what it is, and how it was read. */
const InputFile = z.strictObject({
  id: Role,
  name: z.string(),
  shown: z.string().optional().describe("Name that documents give it, with its archive. Since 2.4.0"),
  archive: z.string().nullable().describe("The archive that the file was read from; null for a file outside of one"),
  format: z.enum(["csv", "txt", "xlsx"]),
  sha256: Sha256,
  pinned: Sha256.nullable().describe(
    "sha256 in the registry; differs from `sha256` only for builds that allowed a changed file. Null without a pin",
  ),
  changed: z.boolean(),
  origin: Origin.optional().describe("Where it is not that of the publication"),
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
      "How the file writes columns that it does not write as documents do. With it, and with what rows of documents say in `printed`, every cell that a code's document names can be quoted. Since 2.4.0",
    ),
  unmappedHeadings: z.array(z.string()),
  misprintedHeadings: z
    .array(z.string())
    .describe("Fields whose heading differs from every known one by a letter or two"),
  rows: z.strictObject({ data: Count, blank: Count, endMark: Count, footnote: Count }),
  repeats: Count.describe("Rows that repeat an earlier one cell for cell, kept once"),
  lossyCells: Count.describe("Workbook cells whose unpublished digits were rounded to the published scale"),
  restoredCells: Count.describe("Cells of digits whose leading zeros a spreadsheet had taken away"),
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
      pinned: Sha256.nullable().describe("sha256 in the registry; null without a pin"),
      sha256: Sha256.describe("Of the archive that was opened"),
      changed: z.boolean(),
    })
    .nullable()
    .describe("The archive that was opened; null when the files were read outside of one"),
  expectedArchive: z
    .strictObject({ name: z.string(), sha256: Sha256 })
    .optional()
    .describe("The archive in which CMS ships the files, as the registry knows it; it need not have been there"),
  files: z.array(InputFile),
});

/** A conversion factor that the release uses or was checked with. */
const ManifestFactor = z.strictObject({
  schedule: z.enum(["pfs", "opps", "asc"]),
  track: Track.nullable(),
  value: DecimalText,
  use: z.enum(["computes-amounts", "checks-printed-rates", "recorded-only"]),
  cites: z.array(Citation),
});

const ManifestCheck = z.strictObject({
  id: z.string(),
  invariants: z.array(z.string()).describe("Numbers of the invariants that it proves, in the list of docs/proof.md"),
  title: z.string(),
  scope: z.string(),
  severity: z.enum(["error", "review"]),
  cites: z.array(Citation),
  ran: z.boolean().describe("False when a source that the check needs is missing"),
  checked: Count,
  held: Count,
  excepted: Count,
  unreviewed: Count.describe("Violations in files that nobody has registered; each is listed under `unreviewed`"),
});

const KeyReport = z.strictObject({ number: Count, first: z.array(z.string()).describe("The first fifty") });

/** How a table that nobody has registered differs from its nearest registered one. */
const TableContinuity = z.strictObject({
  table: Role,
  rows: Count,
  beside: z
    .strictObject({
      publication: z.string().describe("Label of the nearest registered publication that has the table"),
      years: Count.describe("Years between the two, 0 within one"),
      rows: Count,
      gone: KeyReport.describe("Rows of that publication that are not here"),
      fresh: KeyReport.describe("Rows that are not in that publication"),
      columns: z.array(
        z.strictObject({
          field: z.string(),
          filled: Count.describe("Rows of both with a figure, or with another than the usual text"),
          moved: Count.describe(
            "Of those, with another text, or with a figure that came, went, or moved beside the others beyond its double or half, or by 3 % in a small table",
          ),
          far: Count.describe("Of those, with a figure beyond 8 times or an eighth, or 20 % in a small table"),
        }),
      ),
    })
    .nullable()
    .describe("Null where no such table is registered: nothing says that this one is whole"),
});

/** `manifest.json`: what went in, what was checked, what came out. */
export const Manifest = z.strictObject({
  ...header("manifest"),
  title: z.string(),
  window: Window,
  standing: StandingOut,
  ratebook: z.string().describe("Version of the code that built it"),
  publications: z.array(ManifestPublication),
  missing: z.array(
    z.strictObject({
      source: SourceName,
      kind: MissingKind.optional().describe("Absent in releases that were built before 2.4.0"),
      reason: z.string(),
    }),
  ),
  skipped: z.array(z.strictObject({ file: z.string(), reason: z.string() })).describe("Files that are not read"),
  caveats: z.array(CaveatText).describe("What whoever reads a rate of this release must know"),
  conversionFactors: z.array(ManifestFactor),
  rows: z.strictObject({
    pfs: z.record(z.string(), Count).describe("Rows of the relative value file by price state"),
    opps: z.record(z.string(), Count).describe("Rows of Addendum B by state"),
    asc: z.record(z.string(), Count).describe("Codes of Addenda AA and BB by state"),
    localities: Count,
    localityAmounts: Count.describe("Amounts in the bulk file, non-facility and facility counted apart"),
    oppsCap: Count.describe("Rows of the relative value file with an amount at the OPPS cap on imaging"),
    qualifyingApm: Count.describe("Rows with an amount for qualifying APM participants"),
    ascRepeats: Count.describe("ASC rows that repeat another cell for cell, kept once"),
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
      .describe("Rows of the tables that are published as they stand; 0 for a table that is not at hand"),
  }),
  checks: z.array(ManifestCheck),
  exceptions: z
    .array(Exception.extend({ rows: Count.describe("How many rows it let pass") }))
    .describe("Known exceptions that this release needed"),
  unreviewed: z
    .array(Problem)
    .describe(
      "Violations in files that nobody has registered, for review; the first hundred of each check, `checks` counts all",
    ),
  continuity: z
    .array(TableContinuity)
    .optional()
    .describe("Tables that nobody has registered beside their nearest registered ones; absent where there are none"),
  outputs: z
    .array(z.strictObject({ path: z.string(), bytes: Count, sha256: Sha256 }))
    .refine((outputs) => new Set(outputs.map(({ path }) => path)).size === outputs.length, "a file is listed twice")
    .describe("Every other file of the release but the attestation, each once"),
});
export type Manifest = z.infer<typeof Manifest>;
