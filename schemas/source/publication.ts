import * as z from "zod";
import { Day, Window } from "../text.ts";
import { Archive, FileEntry, Origin, Publication } from "./release.ts";

/** One posting of a publication: what CMS put up on a day, in whichever formats. */
const Revision = z.strictObject({
  posted: Day.nullable(),
  postedSource: Publication.shape.postedSource,
  origin: Origin,
  originNote: z.string().optional(),
  url: z.url().nullable(),
  note: z.string().optional().describe("What changed against the revision before"),
  insteadOf: z
    .int()
    .positive()
    .optional()
    .describe("Revision of CMS's that this one is read instead of, as long as nobody brings CMS's own file"),
  archive: Archive.optional(),
  files: z.array(FileEntry).min(1),
});
export type Revision = z.infer<typeof Revision>;

/** Registry entry of one publication, `sources/publications/<family>/<id>.json`, with every known revision of it. */
export const PublicationEntry = z.strictObject({
  id: z.string().describe("RVU26A, or the quarter or year: 2026Q1, 2026"),
  family: Publication.shape.family,
  label: z.string().describe("Name that exceptions and documents use"),
  window: Window,
  page: Publication.shape.page,
  notices: Publication.shape.notices,
  preferred: z
    .strictObject({ revision: z.int().positive(), reason: z.string() })
    .optional()
    .describe("Built when nobody names a revision; without it the last one is"),
  revisions: z.array(Revision).min(1).describe("In the order of posting"),
  alsoPosted: z
    .array(z.strictObject({ label: z.string(), archive: z.string(), note: z.string() }))
    .optional()
    .describe("Postings that are known to exist, and of which no hash is known"),
});
export type PublicationEntry = z.infer<typeof PublicationEntry>;
