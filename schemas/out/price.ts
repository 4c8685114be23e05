import * as z from "zod";
import { Citation, Day, DollarText, HcpcsText, Window } from "../text.ts";
import { header, RuleTexts } from "./common.ts";
import { RatePlace, RateSettingName } from "./rate.ts";
import { RateCells, RateOrReason } from "./rate-amount.ts";

const LineNumber = z.int().positive();

/** A line of a claim as it was asked. */
export const ClaimLine = z.strictObject({
  line: LineNumber.describe("Position in the question, from 1"),
  hcpcs: HcpcsText,
  modifiers: z.array(z.string()),
  units: z.int().positive(),
});
export type ClaimLine = z.infer<typeof ClaimLine>;

/** Why an amount is in doubt. */
export const PriceLineDoubt = z.enum(["inferred", "may-be-more"]);

/** What is paid for a line beside the others. */
export const PricedLine = z.strictObject({
  ...ClaimLine.shape,
  alone: RateOrReason.describe("For one unit with its modifiers, without the other lines"),
  percents: z.array(z.string()).optional().describe("Of each unit, where several procedures are ranked"),
  paid: RateOrReason.describe("For the line; its rule is the step that was taken"),
  why: z.string().nullable().describe("What the other lines do to it, in our own words; null where nothing"),
  na: z.literal(true).optional().describe("CMS: rarely or never done by a physician at this kind of site"),
  doubt: PriceLineDoubt.optional().describe(
    "CMS does not say the amount, or a file that may raise it was not read; `why` says more",
  ),
});
export type PricedLine = z.infer<typeof PricedLine>;

/** A sum of lines. */
export const PriceTotal = z.strictObject({
  value: DollarText.nullable().describe("Null where no line has an amount"),
  without: z.array(LineNumber).describe("Lines that have no amount, and are not in the sum"),
  doubtful: z.array(LineNumber).describe("Lines whose amount is in doubt, and is in the sum"),
});
export type PriceTotal = z.infer<typeof PriceTotal>;

/** What one payee is paid for the lines. */
export const PricedSide = z.strictObject({ lines: z.array(PricedLine), total: PriceTotal });
export type PricedSide = z.infer<typeof PricedSide>;

const PriceSetting = z.strictObject({
  setting: RateSettingName,
  facility: PricedSide.nullable().describe("The hospital or the ASC; null for an office"),
  physician: PricedSide,
  total: PriceTotal.nullable().describe(
    "Facility and physician; null for an office, and at a place: the facility's rates are national",
  ),
});
export type PriceSetting = z.infer<typeof PriceSetting>;

/** What an NCCI edit says of the lines. */
export const ClaimEdit = z.strictObject({
  kind: z.enum(["ptp", "add-on", "mue"]),
  lines: z.array(LineNumber).min(1),
  of: z.enum(["practitioner", "hospital"]),
  text: z.string(),
  denies: z.array(LineNumber).describe("Lines that are not paid by the edit; their amounts are 0.00"),
  doubts: z.array(LineNumber).describe("Lines of which it is not known whether or how much is paid"),
  cells: z.array(RateCells),
});
export type ClaimEdit = z.infer<typeof ClaimEdit>;

/** What `ratebook price --json` prints: what Medicare pays for the lines of one claim. */
export const PriceDocument = z.strictObject({
  ...header("price"),
  title: z.string(),
  window: Window.describe("Days of service of the release"),
  day: Day.nullable().describe("Day of service of --on; null without it"),
  place: RatePlace.nullable().describe("Of the physician's amounts; null for national ones"),
  lines: z.array(ClaimLine).min(1),
  settings: z.array(PriceSetting).min(1),
  edits: z.array(ClaimEdit).describe("NCCI edits that the lines meet"),
  notConsidered: z.array(z.strictObject({ what: z.string(), why: z.string() })),
  notes: z.array(z.string()).describe("Notes on the files that this release was built from"),
  caveats: z.array(z.strictObject({ id: z.string(), text: z.string(), cites: z.array(Citation) })),
  reasons: z.record(z.string(), z.string()).describe("Each reason above in words, as the end of a sentence"),
  rules: RuleTexts,
});
export type PriceDocument = z.infer<typeof PriceDocument>;
