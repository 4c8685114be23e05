import type { CareSite, FeeTrack, Payee } from "./questions.ts";

/** A rule by which an amount was computed. */
export interface RuleText {
  /** Such as `pfs.locality-amount`. */
  readonly id: string;
  readonly title: string;
  /** The arithmetic in words, rounding included. */
  readonly formula: string;
  /** The law, and CMS's documents. */
  readonly cites: readonly { readonly title: string; readonly href?: string | undefined }[];
}

/** What every answer repeats, so that it can be stored alone. */
interface Answered {
  /** The release that answers: `"2026A"`. Null where no release is in force on the day. */
  readonly release: string | null;
  readonly code: string;
  readonly setting: CareSite;
  readonly payee: Payee;
  /**
   * `"national"`, or the key of the locality that the amount is for. An amount of `payee: "facility"` is always
   * national. Null where the place was not found.
   */
  readonly locality: string | null;
}

/** An amount in two forms. */
export interface Money {
  /** Whole cents: 177392. */
  readonly cents: number;
  /** Dollars as exact decimal text: `"1773.92"`. */
  readonly value: string;
}

/**
 * What the physician is paid: what Medicare allows, before deductible, coinsurance and sequestration. `cents` and
 * `value` are payable: where CMS prints an OPPS cap for the row, the lower of fee and cap, as the law compares them.
 */
export interface PhysicianAmount extends Answered, Money {
  readonly kind: "amount";
  readonly payee: "physician";
  readonly rule: RuleText;
  readonly track: FeeTrack | null;
  /** The modifier of the row that pays: `""`, `"26"`, `"TC"`, `"53"`. */
  readonly modifier: string;
  /** CMS marks the service as rarely or never done at this kind of site. The amount is what the row says all the same. */
  readonly na: boolean;
  /** Which of the two is payable. */
  readonly by: "fee-schedule" | "opps-cap";
  /** The fee schedule's own amount; only beside a cap, since it is `cents` otherwise. */
  readonly feeSchedule?: Money;
  /**
   * The amount at the OPPS cap on imaging. Absent where CMS prints none for the row, and for qualifying APM participants,
   * for whom CMS publishes none.
   */
  readonly oppsCap?: Money;
}

/** What the facility is paid, or both together. Rates of OPPS are national, before the wage index. */
export interface FacilityAmount extends Answered {
  readonly kind: "amount";
  readonly payee: "facility" | "total";
  /** Dollars as exact decimal text, two decimals or more: OPPS has rates of drugs to the mill, `"12.345"`. */
  readonly value: string;
  /** Whole cents; null for an amount with more than two decimals. */
  readonly cents: number | null;
  /** The same in ten-thousandths of a dollar, always whole: 33428700. */
  readonly tenThousandths: number;
  /** Null for a rate that CMS prints: Addendum B at `hopd`, Addendum AA or BB at `asc`. */
  readonly rule: RuleText | null;
  /** Paid only when no other service on the claim packages it (status indicators Q1 to Q3). */
  readonly conditional: boolean;
}

/** Why a figure of CMS's files has no amount. */
export type FileReason =
  | "anesthesia"
  | "another-code-required"
  | "bundled"
  | "bundled-or-excluded"
  | "contractor-priced"
  | "deleted"
  | "excluded-by-regulation"
  | "excluded-by-statute"
  | "excluded-from-asc"
  | "global-test-only"
  | "incident-to-service"
  | "inpatient-interpretation-only"
  | "inpatient-only"
  | "measurement-only"
  | "no-global-row"
  | "no-pricing-data"
  | "no-professional-row"
  | "no-rate-printed"
  | "not-billable-to-contractor"
  | "not-covered"
  | "not-in-addendum-b"
  | "not-in-fee-schedule"
  | "not-in-qpp-file"
  | "not-on-asc-list"
  | "not-recognized-on-opps-claims"
  | "not-valid-for-medicare"
  | "packaged"
  | "packaged-or-laboratory-schedule"
  | "paid-at-reasonable-cost"
  | "paid-per-diem"
  | "paid-under-other-schedule"
  | "rate-rounds-to-zero"
  | "source-missing"
  | "technical-component-only"
  | "therapy-billed-by-the-hospital"
  | "therapy-functional-information";

/** Why a question has no answer in the release. */
export type QuestionReason =
  | "ambiguous-county"
  | "ambiguous-zip"
  | "different-places"
  | "no-release-on-day"
  | "no-row-with-modifier"
  | "no-such-track"
  | "not-in-force"
  | "outside-window"
  | "unknown-code"
  | "unknown-county"
  | "unknown-locality"
  | "unknown-zip";

/** Any reason. A total has that of the part which is missing: `facility-packaged`. A later release may have others. */
export type NoAmountReason =
  | FileReason
  | QuestionReason
  | `facility-${FileReason}`
  | `physician-${FileReason}`
  | (string & {});

/** Why there is no amount. */
export interface NoAmount extends Answered {
  readonly kind: "reason";
  readonly value: null;
  readonly reason: NoAmountReason;
  /** The reason as the end of a sentence, in plain English. */
  readonly text: string;
}

/** What a physician is paid, or why there is no amount. */
export type PhysicianAnswer = PhysicianAmount | NoAmount;
/** What a facility, or everybody together, is paid, or why there is no amount. */
export type FacilityAnswer = FacilityAmount | NoAmount;
/** Any answer: look at `kind` first. */
export type Answer = PhysicianAnswer | FacilityAnswer;

/** The amounts of a row in both settings. */
export interface InSettings<Amount> {
  readonly nonFacility: Amount;
  readonly facility: Amount;
}

/**
 * A row of the fee schedule in one place, as CMS's payment files have it: both amounts, whether or not a physician is paid
 * them. Null for a row whose state is not `priced`.
 */
export interface FeeScheduleRow extends InSettings<Money | null> {
  readonly kind: "row";
  readonly release: string;
  readonly code: string;
  readonly modifier: string;
  readonly locality: string;
  readonly track: FeeTrack | null;
  /** `priced`, or the reason why there are no amounts. */
  readonly state: NoAmountReason;
  /** CMS marks the service as rarely or never done outside a facility, or in one. */
  readonly na: InSettings<boolean>;
  readonly rule: RuleText;
  /** What the OPPS cap on imaging allows, where CMS prints RVUs for it. */
  readonly oppsCap?: InSettings<Money> & { readonly rule: RuleText };
}

/** Why there is no row. */
export type NoRow = Omit<NoAmount, "setting" | "payee">;

/** One code side by side at the three sites, nationally. */
export interface SideBySide {
  readonly kind: "sites";
  readonly release: string;
  readonly code: string;
  readonly office: { readonly nonFacility: PhysicianAnswer };
  readonly hopd: {
    readonly oppsRate: FacilityAnswer;
    readonly facility: PhysicianAnswer;
    readonly total: FacilityAnswer;
  };
  readonly asc: {
    readonly ascRate: FacilityAnswer;
    readonly facility: PhysicianAnswer;
    readonly total: FacilityAnswer;
  };
}

/** The most that a physician who does not participate may charge, rounded once from the exact product. */
export interface ChargeLimit extends Money {
  readonly kind: "amount";
  readonly release: string;
  readonly code: string;
  readonly rule: RuleText;
  /** All digits of the product before rounding, in dollars. */
  readonly unrounded: string;
}
