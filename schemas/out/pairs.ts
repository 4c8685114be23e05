import * as z from "zod";
import { FEWEST_CLAIMS } from "../names.ts";
import { DollarText, HcpcsText } from "../text.ts";
import { RateCells, RateOrReason } from "./rate-amount.ts";

const Count = z.int().nonnegative();

/** Two codes on one claim of a hospital outpatient department. */
export const ClaimPair = z.strictObject({
  primary: HcpcsText,
  secondary: HcpcsText,
  secondaryStatusIndicator: z.string().describe("N for an add-on code"),
  qualifies: z.boolean().describe("Whether CMS moves the pair to a higher APC"),
  primaryApc: z.string().nullable(),
  adjustedApc: z.string().nullable().describe("APC of the pair if it qualifies; null where none is higher"),
  alone: RateOrReason.describe("What the hospital is paid for the primary code without the other"),
  oppsRate: RateOrReason.describe("What the hospital is paid for both: rate of the adjusted APC"),
  evaluation: z
    .strictObject({
      frequency: Count.describe("Claims with the pair"),
      geometricMeanCost: DollarText.nullable(),
      costThreshold: DollarText.nullable().describe(
        `The pair qualifies from this cost on, with ${FEWEST_CLAIMS} claims or more`,
      ),
      comparisonCode: HcpcsText,
      cells: RateCells,
    })
    .nullable()
    .describe("CMS's figures; null where the evaluation was not read"),
});
export type ClaimPair = z.infer<typeof ClaimPair>;

/** A code with which an ASC bills two procedures together. */
export const Combination = z.strictObject({
  code: HcpcsText,
  primary: HcpcsText,
  secondary: HcpcsText,
  ascRate: RateOrReason,
  inferred: z
    .strictObject({ apc: z.string(), oppsRate: RateOrReason, cells: RateCells })
    .nullable()
    .describe(
      "Without an Addendum J of the year: the APC that Addendum FF has for the code, and its rate in Addendum B. CMS does not say that a hospital is paid so for the pair",
    ),
});
export type Combination = z.infer<typeof Combination>;

/** Two codes that a facility is paid for as one on one claim. */
export interface PaidPair {
  readonly setting: "hopd" | "asc";
  readonly primary: string;
  readonly secondary: string;
  /** The APC of Addendum J, or the combination code of an ASC. */
  readonly through: string;
  readonly amount: string;
  /** From Addendum FF, in a release that was built without Addendum J. */
  readonly isInferred: boolean;
}
