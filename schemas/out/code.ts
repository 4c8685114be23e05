import * as z from "zod";
import { QualifyingBasis, Track } from "../source/parameters.ts";
import { DecimalText, DollarText, HcpcsText, LocalityKey } from "../text.ts";
import {
  CellFigure,
  FileRefs,
  header,
  NoFigure,
  RefFigure,
  RowNumber,
  RuleFigure,
  RuleInputs,
  RuleTexts,
} from "./common.ts";

const RULE = z.union([RuleFigure, NoFigure]);
const CELL = z.union([CellFigure, NoFigure]);
const REF = z.union([RefFigure, NoFigure]);
const PHYSICIAN = z.union([
  RefFigure.extend({
    modifier: z.literal("26").optional().describe("The physician is paid the professional component there"),
    na: z.literal(true).optional().describe("CMS: rarely or never done at this kind of site"),
  }),
  NoFigure,
]);

/** RVUs of one row, each with its cell. */
const Rvus = z.strictObject({
  work: CellFigure,
  nonFacilityPe: CellFigure,
  facilityPe: CellFigure,
  mp: CellFigure,
  nonFacilityTotal: CellFigure,
  facilityTotal: CellFigure,
});

/** Rule and inputs of a column of locality amounts; `{i}` in a pointer is the position of the locality. */
const ComputedColumn = z.strictObject({ rule: z.string(), inputs: RuleInputs });

const LocalityAmounts = z.strictObject({
  nonFacility: ComputedColumn,
  facility: ComputedColumn,
  rows: z.array(z.strictObject({ locality: LocalityKey, nonFacility: DollarText, facility: DollarText })),
});

const BothSettings = z.strictObject({ nonFacility: RULE, facility: RULE });

/** The OPPS cap on imaging: CMS's RVUs for it, the amounts at the cap, and the payable amounts. */
const OppsCap = z.strictObject({
  units: z.strictObject({ nonFacilityPe: CellFigure, facilityPe: CellFigure, mp: CellFigure }),
  capped: BothSettings.describe("National amounts at the cap; the most for contractor-priced rows"),
  payable: BothSettings.describe("The lower of the full and the capped national amount"),
});

/** Amounts for qualifying APM participants, with the RVUs of CMS's QPP file if it was read. */
const QualifyingApm = BothSettings.extend({ rvus: Rvus.optional() });

/** What modifiers do to the national amount of a row. */
const CodeModifier = z.strictObject({
  modifiers: z.array(z.string()).min(1),
  indicator: z.string().nullable().describe("Field of `indicators` that decides; null where none does"),
  percent: DecimalText.nullable().describe("Of the amount; null where no share of it is paid"),
  nonFacility: z.union([RuleFigure, RefFigure, NoFigure]),
  facility: z.union([RuleFigure, RefFigure, NoFigure]),
});

/** One row of the relative value file: a code with one modifier. */
const CodePfsRow = z.strictObject({
  modifier: z.string(),
  status: CellFigure,
  priceState: z.string(),
  condition: z.string().optional(),
  nonFacilityNa: z.boolean(),
  facilityNa: z.boolean(),
  notUsedForMedicare: z.boolean().nullable(),
  conversionFactor: CellFigure.describe("The conversion factor as printed in this row"),
  rvus: Rvus,
  indicators: z.record(z.string(), CellFigure).describe("Policy indicators as printed"),
  national: BothSettings.extend({
    limitingCharge: BothSettings.describe("Derived: the most that a non-participating physician may charge"),
  }).describe("Without the OPPS cap, as CMS publishes them"),
  oppsCap: OppsCap.optional().describe("For rows with RVUs for the OPPS cap on imaging"),
  qualifyingApm: QualifyingApm.optional().describe("Since 2026"),
  localityAmounts: LocalityAmounts.nullable(),
  modifiers: z
    .array(CodeModifier)
    .describe("Of the row without a modifier, where it has amounts; empty for every other row"),
});

const CodeLocality = z.strictObject({
  locality: LocalityKey,
  state: z.string().nullable(),
  name: z.string(),
  workGpci: CellFigure,
  workGpciWithoutFloor: CellFigure.nullable(),
  peGpci: CellFigure,
  mpGpci: CellFigure,
});

const beside = { conditional: z.boolean(), facility: PHYSICIAN, total: RULE };

/** Two codes on one claim of a hospital, in OPPS Addendum J. Each figure is in the row, under the column of its name. */
const CodePair = z.strictObject({
  primary: HcpcsText,
  secondary: HcpcsText,
  qualifies: z.boolean().nullable().describe("Whether CMS moves the pair to the adjusted APC"),
  primaryApc: z.string().nullable(),
  adjustedApc: z.string().nullable().describe("Null where no APC of the clinical family is higher"),
  oppsRate: DollarText.nullable().describe("What the hospital is paid for both; null unless the pair qualifies"),
  oppsRateFile: z.enum(["addendum-b", "addendum-a"]).nullable(),
  oppsRateRow: RowNumber.nullable().describe("Row of that file with the rate"),
  frequency: z.int().nonnegative().describe("Claims with the pair"),
  geometricMeanCost: DollarText.nullable(),
  costThreshold: DollarText.nullable(),
  comparisonCode: HcpcsText.describe("Code that the threshold was computed from"),
  row: RowNumber.describe("Row of the sheet with the evaluation: file `addendum-j-evaluation`"),
});
export type CodePair = z.infer<typeof CodePair>;

/** `codes/<HCPCS>.json`: all data of one code, each number with its cell or its rule. */
export const CodeDocument = z.strictObject({
  ...header("code"),
  hcpcs: HcpcsText,
  region: z
    .strictObject({ region: z.string(), system: z.string(), from: z.string(), to: z.string(), source: z.string() })
    .nullable()
    .describe("Body region of a surgical code, from sources/regions.json"),
  siteOfService: z.strictObject({
    office: z.strictObject({ nonFacility: PHYSICIAN }),
    hopd: z.strictObject({ oppsRate: REF, ...beside }),
    asc: z.strictObject({ ascRate: REF, ...beside }),
  }),
  conversionFactor: z
    .strictObject({ value: z.string(), track: Track.nullable(), cell: CellFigure.shape.cell })
    .nullable()
    .describe("The conversion factor in force, with the cell of the code's first row; each row of `pfs` has its own"),
  qualifyingApm: z
    .strictObject({ conversionFactor: z.union([CellFigure, RuleFigure]), basis: QualifyingBasis })
    .optional()
    .describe("The second track, since 2026"),
  pfs: z.array(CodePfsRow),
  opps: z
    .strictObject({
      state: z.string(),
      statusIndicator: CellFigure,
      statusWords: z
        .strictObject({
          service: z.string().describe("Item, code or service"),
          definition: z.string().describe("OPPS payment status"),
          row: RowNumber.describe("Row of file `addendum-d1`; the first one where CMS goes on in the rows below"),
        })
        .optional()
        .describe("What CMS says of the status indicator; absent where Addendum D1 was not read"),
      apc: CELL,
      relativeWeight: CELL,
      oppsRate: CELL,
      nationalCopayment: CELL,
      minimumCopayment: CELL,
      adjustedCopayment: CELL,
    })
    .nullable(),
  asc: z
    .strictObject({
      addendum: z.enum(["AA", "BB"]),
      state: z.string(),
      paymentIndicator: CellFigure,
      mark: CellFigure.optional().describe("CMS's mark beside the code, such as **"),
      multipleProcedureDiscount: CELL,
      paymentWeight: CELL,
      ascRate: CELL,
    })
    .nullable(),
  pairs: z
    .array(CodePair)
    .nullable()
    .describe(
      "Complexity adjustments: evaluated pairs with the code as the primary one, and those that qualify with it as the secondary one. Null where the release was built without Addendum J",
    ),
  localities: z.array(CodeLocality),
  files: FileRefs,
  rules: RuleTexts,
});
export type CodeDocument = z.infer<typeof CodeDocument>;
