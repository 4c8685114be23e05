import * as z from "zod";
import { Citation, DecimalText } from "../text.ts";
import { Role } from "./release.ts";

/** How many there may be, how many CMS's own files have at most, and where. */
const Counted = z.strictObject({
  most: z.int().nonnegative(),
  seen: z.int().nonnegative(),
  where: z.string(),
});

/** Codes or localities of one table that stand in another one too, but for a few. */
const KeySet = Counted.extend({
  of: Role,
  in: Role,
  keys: z.string().describe("Pattern of the keys that it is about"),
  why: z.string().optional().describe("What the pattern leaves out"),
});
export type KeySet = z.infer<typeof KeySet>;

/** Rows that break a review check: more than these in a file that nobody has registered, and they are no row's exception. */
const Reviewed = Counted.extend({ check: z.string() });

/** A table of which two publications are never equal, but in years in which CMS repeats it. */
const Fresh = z.strictObject({
  role: Role,
  each: z.enum(["publication", "year"]),
  repeatedIn: z.array(z.string().regex(/^\d{4}$/)),
  cites: z.array(Citation).min(1),
});
export type Fresh = z.infer<typeof Fresh>;

/** `sources/parameters/completeness.json`: what a whole, sound table has. */
export const Completeness = z.strictObject({
  note: z.string(),
  gpci: z.strictObject({ least: DecimalText, most: DecimalText, seen: z.string() }),
  landmarks: z.strictObject({ codes: z.array(z.string()), why: z.string() }),
  keySets: z.array(KeySet),
  reviewed: z.array(Reviewed),
  fresh: z.array(Fresh),
});
export type Completeness = z.infer<typeof Completeness>;
