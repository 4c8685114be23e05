import * as z from "zod";
import { Day, Window } from "../text.ts";
import { Archive, FileEntry, Origin, Publication } from "./release.ts";
import { AcceptedLicence } from "./store.ts";

/** One revision of a publication: what CMS posted on a day, in all formats. */
const Revision = z.strictObject({
  posted: Day.nullable(),
  postedSource: Publication.shape.postedSource,
  origin: Origin,
  originNote: z.string().optional(),
  url: z.url().nullable(),
  licence: AcceptedLicence.optional().describe("Who accepted the licence before this file, for a download by ratebook"),
  note: z.string().optional().describe("What changed since the revision before"),
  insteadOf: z
    .int()
    .positive()
    .optional()
    .describe("CMS's revision that this one stands in for while CMS's own file is not available"),
  archive: Archive.optional(),
  files: z.array(FileEntry).min(1),
});
export type Revision = z.infer<typeof Revision>;

/** Registry entry of one publication, `sources/publications/<family>/<id>.json`, with every known revision of it. */
export const PublicationEntry = z.strictObject({
  id: z.string().describe("RVU26A, or the quarter or year: 2026Q1, 2026"),
  family: Publication.shape.family,
  label: z.string().describe("Name in exceptions and documents"),
  window: Window,
  page: Publication.shape.page,
  notices: Publication.shape.notices,
  preferred: z
    .strictObject({ revision: z.int().positive(), reason: z.string() })
    .optional()
    .describe("The revision that is built by default; absent for the last one"),
  revisions: z.array(Revision).min(1).describe("In the order of posting"),
  alsoPosted: z
    .array(z.strictObject({ label: z.string(), archive: z.string(), note: z.string() }))
    .optional()
    .describe("Revisions that exist, but whose hash is not known"),
});
export type PublicationEntry = z.infer<typeof PublicationEntry>;
