import type { z } from "zod";
import type { Counties, CountyNames } from "../../schemas/source/counties.ts";
import { CountyCatalogue } from "./county-catalogue.ts";
import { sourceAsItIs } from "./read-source.ts";

/** Every county that exists. */
export function counties(): z.infer<typeof Counties> {
  return sourceAsItIs("counties.json");
}

/** Other names of counties, and cities. */
export function countyNames(): z.infer<typeof CountyNames> {
  return sourceAsItIs("county-names.json");
}

let made: { readonly of: readonly [object, object]; readonly catalogue: CountyCatalogue } | undefined;

/** The counties of `sources/`, and of the user's registry. */
export function countyCatalogue(): CountyCatalogue {
  const [all, names] = [counties(), countyNames()];
  if (made?.of[0] !== all || made.of[1] !== names)
    made = { of: [all, names], catalogue: new CountyCatalogue({ states: all.states, names }) };
  return made.catalogue;
}
