import * as z from "zod";
import { Citation, DecimalText } from "../text.ts";
import { Role } from "./release.ts";

/** Most that there may be, most that CMS's own files have, and where. */
const Counted = z.strictObject({
  most: z.int().nonnegative(),
  seen: z.int().nonnegative(),
  where: z.string(),
});

/** Codes or localities of one table that another one must also have, except a few. */
const KeySet = Counted.extend({
  of: Role,
  in: Role,
  keys: z.string().describe("Pattern of the keys to compare"),
  why: z.string().optional().describe("What the pattern leaves out"),
});
export type KeySet = z.infer<typeof KeySet>;

/** Most rows of an unregistered file that may break a review check. With more, the file is wrong, not single rows. */
const Reviewed = Counted.extend({ check: z.string() });

/**
 * A table that differs between any two publications, except in years in which CMS repeats it: not all of its figures are
 * equal, and in each of `fields` not all. One that differs each year is the same within the year.
 */
const Fresh = z.strictObject({
  role: Role,
  each: z.enum(["publication", "year"]),
  repeatedIn: z.array(z.string().regex(/^\d{4}$/)),
  fields: z.array(z.string()).optional().describe("Columns that differ each by themselves"),
  cites: z.array(Citation).min(1),
});
export type Fresh = z.infer<typeof Fresh>;

/** `sources/parameters/completeness.json`: what a complete table has. */
export const Completeness = z.strictObject({
  note: z.string(),
  gpci: z.strictObject({ least: DecimalText, most: DecimalText, seen: z.string() }),
  landmarks: z.strictObject({
    codes: z.array(z.string()),
    why: z.string(),
    levels: z.array(z.array(z.string()).min(2)).describe("Visits of one kind, the work RVU of each above that before"),
    levelsSeen: z.string(),
  }),
  discontinued: z
    .strictObject({ codes: z.array(z.string()), why: z.string() })
    .describe("Codes that CMS also prices as discontinued procedures, with modifier 53"),
  keySets: z.array(KeySet),
  reviewed: z.array(Reviewed),
  fresh: z.array(Fresh),
});
export type Completeness = z.infer<typeof Completeness>;
