import * as z from "zod";
import { Citation } from "../text.ts";

const PostalState = z.string().regex(/^[A-Z]{2}$/);
const CountyCode = z.string().regex(/^\d{5}$/);
const CountyCodes = z.array(CountyCode).min(1);

/** A state or territory with all its counties. */
export const StateCounties = z.strictObject({
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
  counties: CountyCodes.describe("All counties that the name may mean, or that the region crosses"),
  reason: z.string(),
});

/** A name that only CMS prints for a county. */
const Misprint = z.strictObject({ state: PostalState, printed: z.string(), county: CountyCode, reason: z.string() });

/** A city or borough that users may name instead of its county. */
const City = z.strictObject({
  state: PostalState,
  name: z.string(),
  counties: CountyCodes.describe("County of its city hall; all counties of a city with several boroughs"),
  zip: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .describe("A ZIP code of the city; CMS's ZIP5 file has it in the same locality"),
});
export type City = z.infer<typeof City>;

/** `sources/county-names.json`: other names of the counties in `counties.json`. */
export const CountyNames = z.strictObject({
  note: z.string(),
  sources: z.array(Citation).min(1),
  states: z.array(z.strictObject({ state: PostalState, name: z.string() })),
  names: z.array(OtherName),
  misprints: z.array(Misprint),
  cities: z.array(City),
});
