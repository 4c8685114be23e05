import * as z from "zod";
import { Counties, CountyNames } from "../source/counties.ts";
import { QualifyingBasis, Track } from "../source/parameters.ts";
import { Origin, Role } from "../source/release.ts";
import { LocalityKey, ReleaseId, Window } from "../text.ts";
import { FileRefs, header } from "./common.ts";
import { CountiesOut } from "./places.ts";

/** One integer for each thing of a list, in the order of that list. */
const Column = z.array(z.int().nonnegative());
/** A column that leaves out what equals the non-facility practice expense: null there. */
const FacilityColumn = z.array(z.int().nonnegative().nullable());
/** Names that follow each other with what they share left out: `22510 1 2` is 22510, 22511, 22512. */
const Suffixes = z
  .string()
  .describe("Sorted, separated by spaces. Each text takes the place of as many last characters of the one before it");

/** RVUs of amounts, in hundredths, one column for each component. */
const Rvus = {
  work: Column,
  nonFacilityPe: Column,
  facilityPe: FacilityColumn.describe("Null where it equals `nonFacilityPe`"),
  mp: Column,
};

/** A row of a code in the relative value file, as many codes have it. */
const RowKind = z.strictObject({
  modifier: z.string(),
  state: z.string().describe("`priced`, or the machine-readable reason why there is no amount"),
  status: z.string(),
  pctcIndicator: z.string(),
  nonFacilityNa: z.literal(true).optional().describe("CMS: rarely or never done outside a facility"),
  facilityNa: z.literal(true).optional().describe("CMS: rarely or never done in a facility"),
});

/** A conversion factor in ten-thousandths of a dollar. */
const Factor = z.strictObject({ factor: z.int().positive(), track: Track.nullable() });

const Pfs = z.strictObject({
  ...Factor.shape,
  kinds: z.array(z.array(RowKind)).describe("What rows a code can have"),
  kindOf: Column.describe("For each code, its entry of `kinds`"),
  rvus: z.strictObject(Rvus).describe("Of each row whose state is `priced`, code by code and in the order of its kind"),
  oppsCap: z
    .strictObject({ rows: Column.describe("Numbers of rows, each as the step from the one before it"), ...Rvus })
    .describe(
      "RVUs at the cap, of the rows that CMS prints some for. Work is that of the 26 row for a contractor-priced global",
    ),
  qualifying: z
    .strictObject({
      ...Factor.shape,
      basis: QualifyingBasis,
      missing: Column.describe("Numbers of priced rows that CMS's QPP file does not have"),
      others: z
        .strictObject({ rows: Column.describe("Numbers of rows"), ...Rvus })
        .describe("Rows with other RVUs than in the other file; CMS has published none"),
    })
    .nullable()
    .describe("The track of qualifying APM participants, since 2026"),
});

const Localities = z.strictObject({
  keys: z.array(LocalityKey),
  names: z.array(z.string()),
  states: z.array(z.string().nullable()),
  work: Column.describe("Work GPCI that is in force, in thousandths"),
  pe: Column.describe("In thousandths"),
  mp: Column.describe("In thousandths"),
});

const Opps = z.strictObject({
  indicators: z.array(z.strictObject({ statusIndicator: z.string(), state: z.string() })),
  apcs: z.array(z.string().nullable()),
  kinds: z.strictObject({
    indicator: Column.describe("Entry of `indicators`"),
    apc: Column.describe("Entry of `apcs`"),
    rate: z.array(z.int().positive().nullable()).describe("In ten-thousandths of a dollar"),
  }),
  kindOf: Column.describe("For each code, its entry of `kinds` and one more; 0 for a code without a row"),
});

const Asc = z.strictObject({
  addenda: z.array(z.enum(["AA", "BB"])).describe("The addenda that were read"),
  kinds: z.array(
    z.strictObject({ addendum: z.enum(["AA", "BB", "EE"]), paymentIndicator: z.string(), state: z.string() }),
  ),
  kindOf: Column.describe("For each code, its entry of `kinds` and one more; 0 for a code in no addendum"),
  rates: Column.describe("In cents, of each code whose state is paid a rate, in the order of the codes"),
});

/**
 * `reader.json`: the inputs and states from which `ratebook/read` computes every amount of a release. Rows are numbered
 * code by code. Since 3.0.0.
 */
export const ReaderDocument = z.strictObject({
  ...header("reader"),
  title: z.string(),
  window: Window,
  inForce: z.array(Window).describe("Days of the window on which CMS's calendar has this release in force"),
  replacedBy: ReleaseId.nullable().describe("Release that CMS replaced this one with for the same days"),
  files: z
    .array(z.strictObject({ id: Role, name: z.string(), origin: Origin }))
    .describe("CMS's files that were read, and how close each is to what CMS published"),
  caveats: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  reasons: z.record(z.string(), z.string()).describe("Each reason of an answer as the end of a sentence"),
  codes: Suffixes.describe("Every code of any source"),
  pfs: Pfs.nullable(),
  localities: Localities.nullable(),
  opps: Opps.nullable(),
  asc: Asc.nullable(),
  parts: z
    .array(z.enum(["reader-zips", "reader-counties", "reader-cells"]))
    .describe("Other documents of the reader beside this one"),
});
export type ReaderDocument = z.infer<typeof ReaderDocument>;

/** `reader-zips.json`: from ZIP codes to localities, for `ratebook/read`. Since 3.0.0. */
export const ReaderZipsDocument = z.strictObject({
  ...header("reader-zips"),
  quarter: z.string().describe("Quarter of CMS's ZIP5 file"),
  runs: Column.describe("By turns: how many ZIP codes do not exist, how many do, from 00000"),
  kinds: z
    .array(z.array(z.strictObject({ locality: LocalityKey, plusFour: z.literal(true).optional() })))
    .describe("What rows a ZIP code can have"),
  kindOf: Column.describe("By turns: an entry of `kinds`, and how many ZIP codes that follow each other have it"),
});
export type ReaderZipsDocument = z.infer<typeof ReaderZipsDocument>;

/** `reader-counties.json`: from counties to localities, for `ratebook/read`. Since 3.0.0. */
export const ReaderCountiesDocument = z.strictObject({
  ...header("reader-counties"),
  states: Counties.shape.states,
  names: z.strictObject({
    states: CountyNames.shape.states,
    names: z.array(CountyNames.shape.names.element.omit({ reason: true })),
    misprints: z.array(CountyNames.shape.misprints.element.omit({ reason: true })),
    cities: CountyNames.shape.cities,
  }),
  areas: z.array(CountiesOut.omit({ twoCarriers: true })),
});
export type ReaderCountiesDocument = z.infer<typeof ReaderCountiesDocument>;

/** Numbers of a file's rows, each as the step from the one before it, since most follow each other. */
const RowSteps = z.array(z.int()).describe("Numbers of rows, each as the step from the one before it");

/**
 * `reader-cells.json`: where the inputs of `reader.json` are in CMS's files, and the policy indicators of each row, for
 * `ratebook/read`. Since 3.0.0.
 */
export const ReaderCellsDocument = z.strictObject({
  ...header("reader-cells"),
  files: FileRefs,
  pfs: z
    .strictObject({
      rows: RowSteps.describe(
        "Of each row of `reader.json`, code by code: its row in the relative value file, as steps",
      ),
      fields: z.array(z.string()).describe("Status and policy indicators of a row, such as `globalDays`"),
      kinds: z
        .array(z.array(z.string()))
        .describe("What indicators a row can have, as printed, in the order of `fields`"),
      kindOf: Column.describe("For each row, its entry of `kinds`"),
    })
    .nullable(),
  gpci: z
    .strictObject({
      rows: RowSteps,
      workFields: z.array(z.string()).describe("Of each locality: the field of the work GPCI that is in force"),
    })
    .nullable()
    .describe("Of each locality of `reader.json`"),
  facilities: z
    .record(z.string(), z.array(z.int().nullable()))
    .describe(
      "By file: for each code of `reader.json` its row, as the step from the row before; null for a code without one",
    ),
});
export type ReaderCellsDocument = z.infer<typeof ReaderCellsDocument>;
