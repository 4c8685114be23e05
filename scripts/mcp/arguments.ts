import * as z from "zod";
import { releaseAsTyped } from "../program/option-values.ts";

/** A name only: `diff` of the command line also takes the path of a folder, which is nothing for a client to choose. */
const RELEASE_NAME = /^[\w-]+$/;

export const CODE = z
  .string()
  .describe("HCPCS code (CPT or level II) of five characters, such as 22511; or code and modifier: 77012-26");

/** A release by the letter that CMS gave it. */
export function releaseArgument(description: string) {
  return z.string().regex(RELEASE_NAME, "a release's name, such as 2026A").describe(description);
}

/** A release's name as it is looked up. */
export function releaseNamed(text: string | undefined): string | undefined {
  return text === undefined ? undefined : releaseAsTyped(text);
}

/** A place, for physicians' amounts. At most one is given; without one, amounts are national. */
export const PLACE = {
  locality: z
    .string()
    .optional()
    .describe(
      "Medicare payment locality, by MAC and locality number (0111205) or by name (Manhattan). Give at most one of locality, zip and county; without one, physicians' amounts are national (all GPCIs 1)",
    ),
  zip: z.string().optional().describe("ZIP code of five digits, where the service is done"),
  county: z.string().optional().describe('County and state, such as "Marin, CA"'),
};

export const DAY = z.string().describe("Day of service, such as 2026-02-14");

type Given<Values> = { [Key in keyof Values]: Exclude<Values[Key], undefined> };

/** The arguments that were given. */
export function given<Values extends object>(values: Values): Partial<Given<Values>> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Given<Values>>;
}
