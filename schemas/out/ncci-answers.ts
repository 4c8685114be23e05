import * as z from "zod";
import { Day, HcpcsText } from "../text.ts";
import { RateCells } from "./rate-amount.ts";

const DAYS = {
  effective: Day.describe("First day of the edit"),
  deletion: Day.nullable().describe("Last day of the edit; null while CMS has not deleted it"),
};

/** An add-on code and a primary code that it may be billed with. */
export const AddOnEdit = z.strictObject({
  addOn: HcpcsText,
  primary: HcpcsText.nullable().describe("Null where the contractor defines the primary codes"),
  type: z.enum(["1", "2", "3"]),
  meaning: z.string().describe("Of the type, in our own words"),
  ...DAYS,
  cells: RateCells,
});
export type AddOnEdit = z.infer<typeof AddOnEdit>;

/** How many units of a code one person may have. */
export const UnitsEdit = z.strictObject({
  hcpcs: HcpcsText,
  of: z.enum(["practitioner", "hospital", "dme"]),
  value: z.int().nonnegative().describe("0: not payable"),
  adjudicationIndicator: z.enum(["1", "2", "3"]),
  adjudication: z.string().describe("The indicator in CMS's words"),
  rationale: z.string().describe("In CMS's words"),
  cells: RateCells,
});
export type UnitsEdit = z.infer<typeof UnitsEdit>;

/** Two codes that are not paid together. */
export const PairEdit = z.strictObject({
  setting: z.enum(["practitioner", "hospital"]),
  column1: HcpcsText.describe("The code that is paid"),
  column2: HcpcsText.describe("The code that is not paid beside it"),
  modifierIndicator: z.enum(["0", "1", "9"]),
  meaning: z.string().describe("Of the indicator, in our own words"),
  modifiers: z.array(z.string()).describe("Modifiers with which column 2 is paid too; none unless the indicator is 1"),
  ...DAYS,
  rationale: z.string().describe("In CMS's words"),
  cells: RateCells,
});
export type PairEdit = z.infer<typeof PairEdit>;
