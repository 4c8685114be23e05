import * as z from "zod";
import { Citation } from "../text.ts";

const PostalState = z.string().regex(/^[A-Z]{2}$/);
const CountyCode = z.string().regex(/^\d{5}$/);
const CountyCodes = z.array(CountyCode).min(1);

/** A state or territory with every county that it has. */
const StateCounties = z.strictObject({
  state: PostalState,
  fips: z.string().regex(/^\d{2}$/),
  name: z.string(),
  counties: z.record(CountyCode, z.string()),
});
export type StateCounties = z.infer<typeof StateCounties>;

/** `sources/counties.json`: the counties that exist. */
export const Counties = z.strictObject({
  title: z.string(),
  note: z.string(),
  sources: z.array(Citation).min(1),
  states: z.array(StateCounties).min(1),
});

/** Another name that a county has or had. */
const OtherName = z.strictObject({
  state: PostalState,
  name: z.string(),
  counties: CountyCodes.describe("All that the name may mean; those of a region that crosses counties"),
  reason: z.string(),
});

/** What CMS prints for a county and nobody else does. */
const Misprint = z.strictObject({ state: PostalState, printed: z.string(), county: CountyCode, reason: z.string() });

/** A city or borough that people name instead of its county. */
const City = z.strictObject({
  state: PostalState,
  name: z.string(),
  counties: CountyCodes.describe("Where its city hall is; all of them where it has several boroughs"),
  zip: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .describe("A ZIP code of the city, in the same locality by CMS's ZIP5 file"),
});
export type City = z.infer<typeof City>;

/** `sources/county-names.json`: what a county is called besides the name in `counties.json`. */
export const CountyNames = z.strictObject({
  note: z.string(),
  sources: z.array(Citation).min(1),
  states: z.array(z.strictObject({ state: PostalState, name: z.string() })),
  names: z.array(OtherName),
  misprints: z.array(Misprint),
  cities: z.array(City),
});
