import * as z from "zod";
import { SETTINGS } from "../setting.ts";
import { DollarText, HcpcsText, LocalityKey, ReleaseId, Sha256 } from "../text.ts";
import { RowNumber } from "./common.ts";
import { ChangeRuleText, NaMarks, SignedDollars, SignedPercent } from "./diff.ts";

const side = z.strictObject({ release: ReleaseId, manifestSha256: Sha256 });
/** Cause to the id of the rule that explains it. */
const Explained = z.record(z.string(), z.string());

/** First line of the file that `ratebook diff --localities-to` writes: what its arrays mean. */
export const LocalityChangesHead = z.strictObject({
  schema: z.literal("ratebook/locality-changes"),
  schemaVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  from: side,
  to: side,
  localities: z
    .array(
      z.strictObject({
        locality: LocalityKey,
        from: LocalityKey.describe("The locality before; may have another number"),
        explained: Explained.describe("Causes that a rule explains in every amount of the locality"),
      }),
    )
    .describe("Order of the amounts in every array"),
  rules: z.record(z.string(), ChangeRuleText),
});
export type LocalityChangesHead = z.infer<typeof LocalityChangesHead>;

const perLocality = <Text extends z.ZodType>(text: Text) => z.array(text);

/** Every other line: one row at one setting that is priced on both sides and changed in some locality. */
export const LocalityChangesLine = z.strictObject({
  hcpcs: HcpcsText,
  modifier: z.string(),
  setting: z.enum(SETTINGS),
  fromRow: RowNumber,
  toRow: RowNumber,
  na: NaMarks.optional().describe("Present where CMS marks the setting NA on a side: rarely or never done there"),
  explained: Explained.describe("Causes that a rule explains in every locality"),
  from: perLocality(DollarText),
  to: perLocality(DollarText),
  change: perLocality(SignedDollars),
  percent: perLocality(SignedPercent),
  effects: z
    .record(z.string(), perLocality(SignedDollars))
    .describe("By cause, including `rounding`: they add up to the change. Causes that are 0 everywhere are left out"),
});
