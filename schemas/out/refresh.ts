import * as z from "zod";
import { Place, Problem } from "../place.ts";
import { Family, FileEntry } from "../source/release.ts";
import { Day, ReleaseId, Window } from "../text.ts";
import { TableContinuity } from "./manifest.ts";

const Count = z.int().nonnegative();

/** One thing for a person to compare with CMS's page or rule before the refresh is applied. */
const Fact = z.strictObject({
  fact: z.string(),
  value: z.string().nullable(),
  certainty: z
    .enum(["printed", "computed", "observed", "guess", "stated", "unknown"])
    .describe(
      "printed: CMS's file has it in a cell; computed: it follows from cells; observed: this program saw it, such as the address that it downloaded from; guess: it is read from a name or an address; stated: whoever refreshes says so; unknown: nobody has said it",
    ),
  source: z.string().describe("Where it was read, and what it was compared with"),
  place: Place.optional(),
});
export type Fact = z.infer<typeof Fact>;

/** A publication that the registry gains, or gains a revision of. */
const NewPublication = z.strictObject({
  family: Family,
  label: z.string(),
  kind: z.enum(["new", "revision", "completed"]),
  revision: z.int().positive(),
  note: z.string().nullable().describe("What changed against the revision before"),
  files: z.array(FileEntry.pick({ role: true, name: true, bytes: true, sha256: true })),
});
export type NewPublication = z.infer<typeof NewPublication>;

/** A finding that stops the refresh until a person accepts it by its key. */
const ToAccept = z.strictObject({ check: z.string(), key: z.string(), message: z.string(), place: Place });
export type ToAccept = z.infer<typeof ToAccept>;

/** A finding that a person has accepted by its key; the registry gains it as an exception. */
const Accepted = z.strictObject({ check: z.string(), key: z.string(), reason: z.string(), source: z.string() });
export type Accepted = z.infer<typeof Accepted>;

/** Rows of a table, and of the same table of the release before. */
const RowsBeside = z.strictObject({ table: z.string(), rows: Count, before: Count.nullable() });
export type RowsBeside = z.infer<typeof RowsBeside>;

/** What one check compared in the release. */
const CheckRan = z.strictObject({
  check: z.string(),
  publications: z
    .array(z.string())
    .describe("Labels of the publications whose rows it compared; none where it compares tables with other releases"),
  checked: Count,
  held: Count,
  excepted: Count,
});
export type CheckRan = z.infer<typeof CheckRan>;

/** What is known of one new release. */
export const ReleaseReport = z.strictObject({
  release: ReleaseId,
  title: z.string(),
  window: Window.describe("Days of service"),
  isBeside: z
    .boolean()
    .describe("Whether it is registered by itself, such as NCCI edits, so that no release is built with it"),
  state: z
    .enum(["ready", "to-accept", "broken"])
    .describe(
      "ready: every check holds, or what breaks it is accepted by name; to-accept: findings wait for a person; broken: a file is damaged or was read wrongly",
    ),
  publications: z.array(NewPublication),
  facts: z.array(Fact),
  rows: z.array(RowsBeside),
  checks: z.array(CheckRan).describe("Every check whose tables the release has"),
  continuity: z.array(TableContinuity).describe("How each new table differs from its nearest registered one"),
  findings: z.array(ToAccept),
  accepted: z.array(Accepted).describe("Findings that whoever refreshes has accepted, each with the reason"),
  problems: z.array(Problem),
  compared: z
    .strictObject({ with: z.string(), headline: z.array(z.string()) })
    .nullable()
    .describe("Null where no earlier release is available, or this one could not be built"),
});
export type ReleaseReport = z.infer<typeof ReleaseReport>;

/** A file behind CMS's licence page that is not available here. */
const GatedFile = z.strictObject({
  family: Family,
  id: z.string().nullable(),
  address: z.url(),
  licence: z.url().describe("Page with the licence, for a person to read and accept"),
});
export type GatedFile = z.infer<typeof GatedFile>;

/** A registered file that CMS's pages no longer link. */
const GoneFile = z.strictObject({
  label: z.string(),
  address: z.url(),
  isHeld: z.boolean().describe("Whether its bytes are still available here"),
});
export type GoneFile = z.infer<typeof GoneFile>;

/** `ratebook refresh --json`. */
export const RefreshDocument = z.strictObject({
  schema: z.literal("ratebook/refresh"),
  schemaVersion: z.string(),
  day: Day.describe("Day that the report is for"),
  state: z
    .enum(["nothing-new", "to-review", "failed", "applied"])
    .describe(
      "nothing-new: all that was found is registered; to-review: something waits for a yes; failed: see problems",
    ),
  inForce: z.strictObject({ release: ReleaseId, window: Window, isBuilt: z.boolean() }).nullable(),
  looked: z
    .strictObject({ files: Count, notRecognised: z.array(z.string()) })
    .describe("How many files were looked at, and those of which nothing says what they are"),
  releases: z.array(ReleaseReport),
  gated: z.array(GatedFile),
  gone: z.array(GoneFile),
  notes: z.array(z.string()).describe("What was seen and done on CMS's pages"),
  problems: z.array(Problem),
});
export type RefreshDocument = z.infer<typeof RefreshDocument>;
