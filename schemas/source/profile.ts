import * as z from "zod";
import { Window } from "../text.ts";
import { Family, Role } from "./release.ts";

/** One column of a table, in the order of the table's keys. */
const ProfileColumn = z.strictObject({
  field: z.string(),
  hash: z.string().describe("First digits of the sha256 of keys and values: equal columns have equal hashes"),
  letters: z.array(z.string()).optional().describe("Texts of the column; absent for figures"),
  cells: z.string().describe("Packed: for each row the number of its text, or the magnitude of its figure"),
});
export type ProfileColumn = z.infer<typeof ProfileColumn>;

/** The profile of one table. */
const ProfileTable = z.strictObject({
  role: Role,
  rows: z.int().positive(),
  bits: z.int().positive().describe("Precision of magnitudes: 2 ** bits steps from a figure to its double"),
  keys: z.string().describe("Packed: the key of each row, sorted"),
  columns: z.array(ProfileColumn),
});
export type ProfileTable = z.infer<typeof ProfileTable>;

/**
 * Profile of a registered publication, `sources/profiles/<family>/<id>.json`: the rows of its tables, and the magnitudes of
 * their figures. Written by `npm run profiles` and `ratebook register`, never by hand. It has no descriptors.
 */
export const Profile = z.strictObject({
  id: z.string(),
  family: Family,
  label: z.string(),
  window: Window,
  tables: z.array(ProfileTable).min(1),
});
export type Profile = z.infer<typeof Profile>;
