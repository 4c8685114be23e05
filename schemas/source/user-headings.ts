import * as z from "zod";

/** A field of users' files, and what they print over it. */
const UserHeading = z.strictObject({
  words: z.string().describe("What the field is, for messages"),
  headings: z.array(z.string()).min(1).describe("In small letters and digits; the first that a file has is read"),
  several: z.literal(true).optional().describe("A file may have several columns: Mod1, Mod2"),
});

/** `user-headings.json`. */
export const UserHeadings = z.strictObject({
  title: z.string(),
  note: z.string(),
  fields: z.strictObject({
    code: UserHeading,
    modifier: UserHeading,
    setting: UserHeading,
    pos: UserHeading,
    locality: UserHeading,
    zip: UserHeading,
    units: UserHeading,
    claim: UserHeading,
    day: UserHeading,
    mac: UserHeading,
    amount: UserHeading,
    nonFacility: UserHeading,
    facility: UserHeading,
    oppsRate: UserHeading,
    ascRate: UserHeading,
    total: UserHeading,
    workRvu: UserHeading,
    nonFacilityPeRvu: UserHeading,
    facilityPeRvu: UserHeading,
    mpRvu: UserHeading,
    nonFacilityTotal: UserHeading,
    facilityTotal: UserHeading,
  }),
});
export type UserHeadings = z.infer<typeof UserHeadings>;
/** A field that a user's file may have. */
export type UserField = keyof UserHeadings["fields"];
