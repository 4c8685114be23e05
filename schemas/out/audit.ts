import * as z from "zod";
import { Day, DecimalText, HcpcsText, LocalityKey, ReleaseId, Sha256, Window } from "../text.ts";
import { header, RowNumber, RuleTexts } from "./common.ts";
import { SignedPercent } from "./diff.ts";

const Count = z.int().nonnegative();

/** Names of amounts, and of RVUs. A total has a site. */
const FigureName = z.enum([
  ...(["nonFacility", "facility", "oppsRate", "ascRate", "total"] as const),
  ...(["workRvu", "nonFacilityPeRvu", "facilityPeRvu", "mpRvu", "nonFacilityTotal", "facilityTotal"] as const),
]);
const Site = z.enum(["hopd", "asc"]);
const PlaceKey = z.union([z.literal("national"), LocalityKey]);

/** A figure of the table. */
const where = {
  row: RowNumber.describe("Of the table; in JSON the number of the row among those that were found, and one more"),
  path: z.string().optional().describe("In JSON: the keys that lead to the row"),
};

/** How a figure differs from the one that was expected. Each field that is there differs; the others do not. */
const Change = z.strictObject({
  release: ReleaseId.optional().describe("It is that of another release"),
  amount: FigureName.optional().describe("It is another amount of the same row: the setting is another one"),
  site: Site.optional().describe("Of a total"),
  modifier: z.string().optional().describe("It is that of the code's row with another modifier; blank for none"),
  place: z
    .union([z.literal("national"), z.literal("mean-of-localities"), LocalityKey])
    .optional()
    .describe("It is that of another place. CMS publishes no mean of localities"),
  factor: DecimalText.optional().describe("It has the RVUs of the release, at another conversion factor"),
  percent: DecimalText.optional().describe("It is this percentage of the amount"),
  unit: z.enum(["cents", "hundredths"]).optional().describe("It is 100 times the amount, or a hundredth of it"),
  rounded: z.literal(true).optional().describe("It is the amount in whole dollars"),
  pairedWith: z
    .array(HcpcsText)
    .optional()
    .describe("It is what a facility is paid once for the code with one of these codes on one claim"),
});
export type Change = z.infer<typeof Change>;

/** What a facility is paid once for the code and another one on one claim. */
const AuditPair = z.strictObject({
  with: HcpcsText,
  through: z.string().describe("The APC of Addendum J, or the combination code of an ASC"),
  amount: DecimalText,
  inferred: z.literal(true).optional().describe("From Addendum FF: the release was built without Addendum J"),
});
export type AuditPair = z.infer<typeof AuditPair>;

const Expected = z.strictObject({
  value: DecimalText,
  release: ReleaseId,
  rule: z.string().nullable().describe("An entry of `rules`; null for a figure that CMS prints"),
  modifier: z.string().optional().describe("Of the row, where it is not that of the table: a physician's usual row"),
});

const Verdict = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("equal"),
    expected: Expected,
    difference: DecimalText.optional().describe("Without its sign, where --tolerance allows it"),
  }),
  z.strictObject({
    kind: z.literal("equal-to-other"),
    expected: Expected,
    difference: z.string(),
    percent: SignedPercent.nullable(),
    equals: Change,
    text: z.string().describe("What it equals, in words"),
  }),
  z.strictObject({
    kind: z.literal("wrong"),
    expected: Expected,
    difference: z.string(),
    percent: SignedPercent.nullable(),
  }),
  z.strictObject({
    kind: z.literal("not-priced"),
    release: ReleaseId,
    reason: z.string(),
    text: z.string().describe("The reason as the end of a sentence"),
    equals: Change.optional().describe("What the figure equals all the same"),
    equalsText: z.string().optional(),
    pairs: z.array(AuditPair).optional().describe("Present where a facility is paid for the code through pairs"),
    isDrift: z.boolean().describe("False for a 0: the table says that nothing is paid"),
  }),
  z.strictObject({
    kind: z.enum(["unknown-code", "deleted-code"]),
    release: ReleaseId,
    text: z.string(),
    lastRelease: ReleaseId.nullable().describe(
      "A built release that has the code: the last one before, else a later one",
    ),
    last: DecimalText.nullable().describe("The figure there"),
  }),
]);
export type Verdict = z.infer<typeof Verdict>;

const AuditedFigure = z.strictObject({
  ...where,
  column: z.string(),
  code: HcpcsText,
  modifier: z.string(),
  amount: FigureName,
  site: Site.optional(),
  locality: PlaceKey,
  seen: DecimalText,
  verdict: Verdict,
});
export type AuditedFigure = z.infer<typeof AuditedFigure>;

/** A row, or a cell of one, that is no figure. */
const NotRead = z.strictObject({ ...where, text: z.string(), why: z.string() });
export type NotRead = z.infer<typeof NotRead>;

/** Something that was given, or read off the table, and the figures that speak for it. */
const By = z.enum(["given", "guessed", "default", "table"]);
const Support = { figures: Count.nullable().describe("Figures that speak for it; null where none was asked") };

/** One cause of several figures. */
const AuditCause = z.strictObject({ equals: Change, text: z.string(), figures: Count });
export type AuditCause = z.infer<typeof AuditCause>;

/** `audit --json`: somebody's table, figure by figure, against a built release. Since 3.0.0. */
export const AuditDocument = z.strictObject({
  ...header("audit"),
  title: z.string(),
  window: Window,
  day: Day.nullable(),
  table: z.strictObject({ name: z.string(), sha256: Sha256 }),
  columns: z
    .array(
      z.strictObject({
        column: z.string(),
        heading: z.string(),
        field: z.string().nullable().describe("Null for a column that is not read"),
      }),
    )
    .describe("Which column was read as what"),
  read: z
    .strictObject({
      release: z.strictObject({ by: By }),
      place: z.strictObject({ by: By, locality: PlaceKey.nullable(), name: z.string(), ...Support }),
      setting: z.strictObject({ by: By, amount: FigureName.nullable(), site: Site.optional(), ...Support }),
      percent: DecimalText.nullable().describe("Of Medicare's amount, where --percent says so"),
      tolerance: DecimalText.describe("Dollars"),
    })
    .describe("How the table was read. `table`: its rows say it"),
  looksLike: z
    .strictObject({
      equals: Change.describe("How it differs from what was compared with; empty where it does not"),
      text: z.string(),
      figures: Count,
    })
    .nullable()
    .describe("The one release, place and setting that explain most figures"),
  counts: z.strictObject({
    figures: Count,
    equal: Count,
    equalToOther: Count,
    wrong: Count,
    notPriced: Count,
    unknownCode: Count,
    deletedCode: Count,
    notRead: Count,
    blank: Count.describe("Cells without a figure"),
    drift: Count.describe("Figures and rows for which the exit code is 1"),
  }),
  causes: z
    .array(AuditCause)
    .describe("What the figures that equal something else have in common, the most frequent first"),
  summary: z.string(),
  figures: z.array(AuditedFigure).describe("In the order of the table"),
  notRead: z.array(NotRead),
  notes: z.array(z.string()),
  rules: RuleTexts,
});
export type AuditDocument = z.infer<typeof AuditDocument>;
