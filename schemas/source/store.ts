import * as z from "zod";
import { Day, Sha256 } from "../text.ts";

/** Not blank: a name of nobody says nothing. */
const Name = z.string().regex(/\S/);

/** Who accepted the licence of CMS's page before a file was downloaded, and when. */
export const AcceptedLicence = z.strictObject({ by: Name, on: Day });
export type AcceptedLicence = z.infer<typeof AcceptedLicence>;

/** One occasion on which the bytes came: from an address, or from a folder of the user's. */
export const StoredAs = z.strictObject({
  name: Name.describe("Name, with the folders around it where a user's folder had them"),
  address: z.url().nullable().describe("Where it was downloaded; null for a file of the user's"),
  page: z.url().nullable().describe("CMS's page that links to it"),
  on: Day.describe("Day on which it came"),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  licence: AcceptedLicence.nullable(),
});
export type StoredAs = z.infer<typeof StoredAs>;

const StoredOccasion = StoredAs.extend({
  order: z.int().positive().describe("Counts the occasions of the whole store: the highest is the last one"),
});

/** What the store knows of one content: `records/<sha256>.json`. Its bytes are `sha256/<first two digits>/<sha256>`. */
export const StoreRecord = z.strictObject({
  sha256: Sha256,
  bytes: z.int().nonnegative(),
  seen: z.array(StoredOccasion).min(1).describe("In the order in which the bytes came"),
});
export type StoreRecord = z.infer<typeof StoreRecord>;

/** `ratebook-store.json`, by which a folder is known as a store. */
export const StoreMarker = z.strictObject({ kind: z.literal("ratebook/store"), version: z.literal(1) });
export type StoreMarker = z.infer<typeof StoreMarker>;
