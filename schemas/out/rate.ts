import * as z from "zod";
import { type FacilityRateName, RATE_SETTINGS } from "../names.ts";
import type { Setting } from "../setting.ts";
import { Citation, Day, DecimalText, HcpcsText, LocalityKey, Window } from "../text.ts";
import { FactorInForce, header, RuleTexts } from "./common.ts";
import { ClaimPair, Combination } from "./pairs.ts";
import { RateAmount, RateCells, RateOrReason } from "./rate-amount.ts";

export const RateSettingName = z.enum(RATE_SETTINGS);
export type RateSettingName = z.infer<typeof RateSettingName>;

/** What the physician is paid; every kind of amount has the name of the setting. */
function physician<Name extends Setting>(name: Name) {
  const named = <Figure extends z.ZodType>(figure: Figure) => ({ [name]: figure }) as Record<Name, Figure>;
  const kind = <Figure extends z.ZodType>(figure: Figure) => z.strictObject(named(figure)).optional();
  return {
    modifier: z.string().describe("Modifier of the row in the fee schedule; empty for none"),
    na: z.literal(true).optional().describe("CMS: rarely or never done at this kind of site"),
    ...named(RateOrReason.describe("Fee schedule amount, before the OPPS cap")),
    oppsCap: kind(RateAmount).describe("The amount at the OPPS cap; imaging only, by locality"),
    payable: kind(RateAmount).describe(
      "The fee or the OPPS cap, whichever is lower nationally; only where there is a cap",
    ),
    withModifier: kind(RateOrReason).describe("What is paid with a modifier that has no row of its own"),
    limitingCharge: kind(RateAmount).describe("Derived: the most that a non-participating physician may charge"),
    qualifyingApm: kind(RateOrReason).describe("The fee for qualifying participants of advanced APMs, from 2026"),
  };
}

/** What the hospital or the ASC is paid, and both together. All absent for a modifier, which facilities do not have. */
function facility<Name extends FacilityRateName>(name: Name) {
  const rate = RateOrReason.optional().describe("National rate; absent for a modifier, which facilities do not have");
  const named = { [name]: rate } as Record<Name, typeof rate>;
  return {
    ...named,
    conditional: z.literal(true).optional().describe("Paid only when no other service on the claim packages it"),
    wageAdjusted: z
      .strictObject({ [name]: RateOrReason } as Record<Name, typeof RateOrReason>)
      .optional()
      .describe("For the CBSA of --cbsa"),
    total: RateOrReason.optional().describe("Facility and physician, where both are for the same locality"),
  };
}

const RateSetting = z.discriminatedUnion("setting", [
  z.strictObject({ setting: z.literal("office"), ...physician("nonFacility") }),
  z.strictObject({ setting: z.literal("hopd"), ...facility("oppsRate"), ...physician("facility") }),
  z.strictObject({ setting: z.literal("asc"), ...facility("ascRate"), ...physician("facility") }),
]);
export type RateSetting = z.infer<typeof RateSetting>;

/** A payment locality, and how it was found. */
export const RatePlace = z.strictObject({
  locality: LocalityKey,
  name: z.string(),
  state: z.string().nullable(),
  foundBy: z.string().describe("The locality, or the ZIP code or county and its row"),
});
export type RatePlace = z.infer<typeof RatePlace>;

const RateWageIndex = z.strictObject({
  cbsa: z.string(),
  name: z.string(),
  wageIndex: DecimalText,
  cells: RateCells,
});
export type RateWageIndex = z.infer<typeof RateWageIndex>;

/** An anesthesia conversion factor of one locality, as CMS prints it. */
const RateAnesthesiaFactor = z.strictObject({
  value: DecimalText.describe("Dollars per unit"),
  cells: z.array(RateCells).min(1),
});

/** What an anesthesia code is paid by. An amount needs the minutes, which are known from the claim only. */
export const RateAnesthesia = z.strictObject({
  rule: z.string().describe("Explained in `rules`"),
  conversionFactor: z
    .union([RateAnesthesiaFactor, z.strictObject({ reason: z.string() })])
    .describe("Of the locality of the question"),
  qualifyingApm: RateAnesthesiaFactor.optional().describe("For qualifying APM participants; since 2026"),
  baseUnits: z.union([
    z.strictObject({ units: z.int().nonnegative(), cells: z.array(RateCells).min(1) }),
    z.strictObject({ reason: z.string() }),
  ]),
  minutes: z.int().positive().optional().describe("Of the question; with them `settings` have amounts"),
  inTenths: z
    .strictObject({
      timeUnits: DecimalText.describe("Minutes / 15, rounded to one decimal"),
      fee: RateAmount,
      qualifyingApm: RateAmount.optional(),
    })
    .optional()
    .describe("What is paid where the units of time are rounded, as CMS tells its contractors"),
});
export type RateAnesthesia = z.infer<typeof RateAnesthesia>;

/** Modifiers without a row of their own: an indicator of the code's row, or a rule, says what they do. */
export const RateModifier = z.strictObject({
  modifiers: z.array(z.string()).min(1),
  title: z.string(),
  indicator: z
    .strictObject({
      field: z.string(),
      title: z.string(),
      value: z.string().describe("As CMS prints it"),
      cells: z.array(RateCells),
    })
    .nullable()
    .describe("Null where the relative value file has no indicator for the modifiers"),
  meaning: z.string().describe("What they do to the payment, in our own words"),
  percent: DecimalText.nullable().describe("Of the fee schedule amount; null where no share of it is paid"),
  cites: z.array(Citation).describe("Besides CMS's record layout of the relative value file"),
});
export type RateModifier = z.infer<typeof RateModifier>;

/** What `ratebook rate --json` prints: what Medicare pays for one code in one release, nationally or at one place. */
export const RateDocument = z.strictObject({
  ...header("rate"),
  title: z.string(),
  window: Window.describe("Days of service of the release"),
  day: Day.nullable().describe("Day of service of --on; null without it"),
  notes: z.array(z.string()).describe("Notes on the files that this release was built from"),
  replacedBy: z.string().nullable().describe("Release that CMS replaced this one with for the same days"),
  hcpcs: HcpcsText,
  conversionFactor: FactorInForce.nullable().describe("Null where none applies: anesthesia has a factor of its own"),
  qualifyingApm: z
    .strictObject({ conversionFactor: FactorInForce, basis: z.string() })
    .nullable()
    .describe("Conversion factor of the other track, and the input of its amounts"),
  place: RatePlace.nullable().describe("Null for national amounts"),
  wageIndex: RateWageIndex.nullable(),
  anesthesia: RateAnesthesia.optional().describe("For anesthesia codes (status J)"),
  modifier: RateModifier.extend({ modifier: z.string() })
    .optional()
    .describe(
      "For a modifier without a row of its own. What is paid with it is `withModifier` of a setting; all else is without it",
    ),
  modifiers: z
    .array(RateModifier.extend({ nonFacility: RateOrReason, facility: RateOrReason }))
    .optional()
    .describe("What each modifier does to the row of the code: for --modifiers"),
  settings: z.array(RateSetting).min(1),
  oppsStatus: z
    .strictObject({
      indicator: z.string(),
      service: z.string().describe("Item, code or service, in CMS's words"),
      definition: z.string().describe("OPPS payment status, in CMS's words"),
      cells: z.array(RateCells).min(1).describe("In Addendum B and in Addendum D1"),
    })
    .optional()
    .describe("For questions about hospitals; absent where the release was built without OPPS Addendum D1"),
  pairs: z
    .array(ClaimPair)
    .optional()
    .describe("Other codes on the same claim with which a hospital is paid more; for questions about hospitals"),
  combinations: z.array(Combination).optional().describe("Codes with which an ASC bills the code and another one"),
  caveats: z.array(z.strictObject({ id: z.string(), text: z.string(), cites: z.array(Citation) })),
  reasons: z.record(z.string(), z.string()).optional().describe("Each reason above in words, as the end of a sentence"),
  rules: RuleTexts,
});
export type RateDocument = z.infer<typeof RateDocument>;
