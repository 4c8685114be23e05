import type {
  Answer,
  ChargeLimit,
  FacilityAnswer,
  FeeScheduleRow,
  NoAmount,
  NoRow,
  PhysicianAnswer,
  QuestionReason,
  RuleText,
  SideBySide,
} from "./answer-types.ts";
import type { FacilityQuestion, FeeTrack, PhysicianQuestion, Question, RowQuestion, WithoutCode } from "./questions.ts";

export type * from "./answer-types.ts";
export type * from "./questions.ts";

/** Days of service, both ends included, as ISO days: `{ from: "2026-01-01", to: "2026-03-31" }`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A payment locality of the release. */
export interface PaymentLocality {
  /** MAC and locality number, seven digits: `"0111205"`. */
  readonly key: string;
  readonly name: string;
  readonly state: string | null;
}

/** A locality that was found, or why none was. */
export type FoundLocality =
  | ({ readonly kind: "locality"; readonly foundBy: string } & PaymentLocality)
  | {
      readonly kind: "reason";
      readonly reason: QuestionReason | "source-missing";
      readonly text: string;
      /** Localities that the ZIP code or the county may be in; for `ambiguous-zip` and `ambiguous-county`. */
      readonly among: readonly PaymentLocality[];
      /** Parts of the ZIP code are in other localities: only the ZIP+4 code decides. */
      readonly plusFour: boolean;
    };

/** A row of the fee schedule. */
export interface FeeRow {
  readonly code: string;
  readonly modifier: string;
  /** `priced`, or the reason why there is no amount. */
  readonly state: string;
}

/**
 * One row of the fee schedule as CMS's files have it: its RVUs and their products, without the OPPS cap, and whether or
 * not somebody is paid by this row at the site. {@link OpenedRelease.rate} answers what is paid.
 */
export interface RowFigures extends FeeRow {
  /** RVUs in hundredths; undefined for a row without amounts. */
  readonly rvus:
    | { readonly work: number; readonly nonFacilityPe: number; readonly facilityPe: number; readonly mp: number }
    | undefined;
  /**
   * The amount in cents; undefined for a row without amounts, or a locality that the release does not have.
   *
   * @param locality `"national"`, or a key
   * @param factor another conversion factor in ten-thousandths: what the row would have been at 32.3465
   */
  cents(setting: "nonFacility" | "facility", locality: string, factor?: number): number | undefined;
  /** The rule of the amount there. */
  rule(locality: string): RuleText;
  /** The amounts in every locality, in cents and in the order of {@link OpenedRelease.localities}. */
  inLocalities(setting: "nonFacility" | "facility"): Int32Array;
}

/** A conversion factor of a release. */
export interface ReleaseFactor {
  readonly track: FeeTrack | null;
  /** In ten-thousandths of a dollar: 334009. */
  readonly factor: number;
}

/** One release of CMS's fee schedules, opened. It computes amounts, and changes nothing. */
export interface OpenedRelease {
  /** `"2026A"`: CMS's RVU26A. */
  readonly release: string;
  readonly title: string;
  /** Days of service that CMS posted the release for. */
  readonly window: Span;
  /** The days of the window on which no other release replaces it. */
  readonly inForce: readonly Span[];
  /** The release by which CMS replaced this one for the same days; null for most. */
  readonly replacedBy: string | null;
  /** Whether every CMS table was read, or only some, or an excerpt of a few codes. */
  readonly coverage: "whole" | "partial" | "excerpt";
  /** What a reader of the amounts must know. */
  readonly caveats: readonly { readonly id: string; readonly text: string }[];
  /** CMS's files that were read, and how close each is to what CMS published: `cms` for CMS's own. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly origin: string }[];
  /** Every code of any file, sorted. */
  readonly codes: readonly string[];
  /** Every payment locality, in the order of CMS's file; empty when that was not read. */
  readonly localities: readonly PaymentLocality[];
  /** The tracks that have amounts, the usual one first. */
  readonly tracks: readonly FeeTrack[];
  /** The conversion factors, the usual one first; none for a release without a fee schedule. */
  readonly factors: readonly ReleaseFactor[];

  /**
   * What somebody is paid for one code.
   *
   * @throws ReaderError for a question that no release could answer, such as a code of four characters
   */
  rate(question: PhysicianQuestion): PhysicianAnswer;
  rate(question: FacilityQuestion): FacilityAnswer;
  rate(question: Question): Answer;

  /** One code at the three sites, nationally; the reason `unknown-code` where no file has it. */
  siteOfService(code: string, track?: FeeTrack): SideBySide | NoAmount;

  /**
   * The fee schedule's own amounts of one row, whoever is paid: what to compare with CMS's payment files. For what
   * somebody is paid ask {@link OpenedRelease.rate}.
   */
  feeSchedule(question: RowQuestion): FeeScheduleRow | NoRow;

  /** The limiting charge for what {@link OpenedRelease.rate} answers; its reason where that has no amount. */
  limitingCharge(question: PhysicianQuestion): ChargeLimit | NoAmount;

  /** The answer for every code, one after the other, each by its usual row. */
  all(question: WithoutCode<PhysicianQuestion>): Generator<PhysicianAnswer, void, undefined>;
  all(question: WithoutCode<FacilityQuestion>): Generator<FacilityAnswer, void, undefined>;

  /** Every row of the fee schedule, code by code; those of one code when it is named. */
  rows(code?: string): Generator<FeeRow, void, undefined>;

  /** One row of the fee schedule with its figures; undefined where the file has none with the modifier. */
  row(code: string, modifier: string): RowFigures | undefined;

  /** Why a figure has no amount, as the end of a sentence. */
  sentenceOf(reason: string): string;

  /** The locality of a ZIP code. Needs `{ zips: true }`. */
  placeOfZip(zip: string): FoundLocality;

  /** The locality of a county, `"Marin, CA"`. Needs `{ counties: true }`. */
  placeOfCounty(county: string): FoundLocality;
}

/** A release of a history with its answer. */
export interface HistoryEntry<Given extends Answer = Answer> {
  readonly release: string;
  readonly window: Span;
  readonly inForce: readonly Span[];
  readonly answer: Given;
}

/** A question that names its day. */
export type OnDay<Asked> = Asked extends unknown ? Asked & { readonly on: string } : never;
/** A question without a day. */
export type AnyDay<Asked> = Asked extends unknown ? Omit<Asked, "on"> : never;

/** Several releases, opened. */
export interface OpenedReleases {
  /** By their first days. */
  readonly releases: readonly OpenedRelease[];
  /** The release that is in force on a day; undefined when it is not among these. No other one takes its place. */
  on(day: string): OpenedRelease | undefined;
  /** The answer of the release in force on the day; the reason `no-release-on-day` when it is not among these. */
  rate(question: OnDay<PhysicianQuestion>): PhysicianAnswer;
  rate(question: OnDay<FacilityQuestion>): FacilityAnswer;
  /** The answer of each release, by their first days, those that CMS replaced included. */
  history(question: AnyDay<PhysicianQuestion>): HistoryEntry<PhysicianAnswer>[];
  history(question: AnyDay<FacilityQuestion>): HistoryEntry<FacilityAnswer>[];
}

/** Where a release is: its folder or `reader.json` as a path or a URL, or the parsed document. */
export type ReleaseSource = string | URL | object;

/** Parts of a release that not everybody needs. `true` loads the document beside `reader.json`. */
export interface Parts {
  /** `reader-zips.json`, for questions with a ZIP code: 13 kB compressed. */
  readonly zips?: boolean | ReleaseSource | undefined;
  /** `reader-counties.json`, for questions with a county: 20 kB compressed. */
  readonly counties?: boolean | ReleaseSource | undefined;
}

/** Why a release could not be opened, or a question could not be understood. */
export type ErrorCode =
  | "not-found"
  | "not-json"
  | "foreign-document"
  | "other-shapes"
  | "damaged-document"
  | "other-release"
  | "malformed-question"
  | "part-not-loaded";
