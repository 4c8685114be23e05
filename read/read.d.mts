// ratebook/read: what Medicare pays, from CMS's fee schedule files. Apache-2.0

/** Where a service is done: an office, a hospital outpatient department, an ambulatory surgical center. */
export type CareSite = "office" | "hopd" | "asc";
/** Who is paid: the physician, the hospital or the ASC, or both together. In an office only the physician is. */
export type Payee = "physician" | "facility" | "total";
/**
 * Which clinicians a conversion factor is for: one factor for all until 2025; since 2026 one for qualifying APM
 * participants and one for everyone else.
 */
export type FeeTrack = "all-clinicians" | "non-qualifying-apm" | "qualifying-apm";
/**
 * Where the patient is treated, in one of three ways.
 *
 * - `locality`: `"national"` for the amounts with all GPCIs 1, which no place is paid; or the key of a payment locality,
 *   MAC and locality number in seven digits: `"0111205"`. {@link OpenedRelease.localities} lists them.
 * - `zip`: `"94110"`, `"94110-1234"`. Five digits decide, or the answer is `ambiguous-zip`. Needs `{ zips: true }`.
 * - `county`: `"Marin, CA"`. Needs `{ counties: true }`.
 */
export type AtPlace = {
    readonly locality: "national" | (string & {});
    readonly zip?: never;
    readonly county?: never;
} | {
    readonly zip: string;
    readonly locality?: never;
    readonly county?: never;
} | {
    readonly county: string;
    readonly locality?: never;
    readonly zip?: never;
};
/** What every question has. */
interface Common {
    /** A HCPCS code of five characters: `"22511"`. */
    readonly code: string;
    /** A day of service, `"2026-02-14"`. Without it the answer is the release's, whatever the day. */
    readonly on?: string | undefined;
    /** Default: the track of clinicians who are not qualifying APM participants, or all clinicians. */
    readonly track?: FeeTrack | undefined;
}
/** What a physician is paid. */
export type PhysicianQuestion = Common & AtPlace & {
    /**
     * `""` for the row without a modifier, `"26"`, `"TC"`, `"53"`. Without it the row by which a physician is usually
     * paid at the setting: in a facility the professional component (26) of a code that splits.
     */
    readonly modifier?: string | undefined;
} & ({
    readonly setting: "office";
    readonly payee?: "physician" | undefined;
} | {
    readonly setting: "hopd" | "asc";
    readonly payee: "physician";
});
/** What a hospital or an ASC is paid, or what it and the physician are paid together. */
export type FacilityQuestion = Common & AtPlace & {
    readonly setting: "hopd" | "asc";
    readonly payee: "facility" | "total";
    readonly modifier?: never;
};
/** What somebody is paid for one code. At `hopd` and `asc` two are paid, so a question there names the payee. */
export type Question = PhysicianQuestion | FacilityQuestion;
/** The fee schedule's own amounts of one row. The modifier is `""` unless the question names one. */
export type RowQuestion = Common & AtPlace & {
    readonly modifier?: string | undefined;
};
/** A question without its code, for all codes. Each member of a union keeps its own fields. */
export type WithoutCode<Asked> = Asked extends unknown ? Omit<Asked, "code" | "modifier"> : never;

/** A rule by which an amount was computed. */
export interface RuleText {
    /** Such as `pfs.locality-amount`. */
    readonly id: string;
    readonly title: string;
    /** The arithmetic in words, rounding included. */
    readonly formula: string;
    /** The law, and CMS's documents. */
    readonly cites: readonly {
        readonly title: string;
        readonly href?: string | undefined;
    }[];
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
export type FileReason = "anesthesia" | "another-code-required" | "bundled" | "bundled-or-excluded" | "contractor-priced" | "deleted" | "excluded-by-regulation" | "excluded-by-statute" | "excluded-from-asc" | "global-test-only" | "incident-to-service" | "inpatient-interpretation-only" | "inpatient-only" | "measurement-only" | "no-global-row" | "no-pricing-data" | "no-professional-row" | "no-rate-printed" | "not-billable-to-contractor" | "not-covered" | "not-in-addendum-b" | "not-in-fee-schedule" | "not-in-qpp-file" | "not-on-asc-list" | "not-recognized-on-opps-claims" | "not-valid-for-medicare" | "packaged" | "packaged-or-laboratory-schedule" | "paid-at-reasonable-cost" | "paid-per-diem" | "paid-under-other-schedule" | "rate-rounds-to-zero" | "source-missing" | "technical-component-only" | "therapy-billed-by-the-hospital" | "therapy-functional-information";
/** Why a question has no answer in the release. */
export type QuestionReason = "ambiguous-county" | "ambiguous-zip" | "different-places" | "no-release-on-day" | "no-row-with-modifier" | "no-such-track" | "not-in-force" | "outside-window" | "unknown-code" | "unknown-county" | "unknown-locality" | "unknown-zip";
/** Any reason. A total has that of the part which is missing: `facility-packaged`. A later release may have others. */
export type NoAmountReason = FileReason | QuestionReason | `facility-${FileReason}` | `physician-${FileReason}` | (string & {});
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
    readonly oppsCap?: InSettings<Money> & {
        readonly rule: RuleText;
    };
}
/** Why there is no row. */
export type NoRow = Omit<NoAmount, "setting" | "payee">;
/** One code side by side at the three sites, nationally. */
export interface SideBySide {
    readonly kind: "sites";
    readonly release: string;
    readonly code: string;
    readonly office: {
        readonly nonFacility: PhysicianAnswer;
    };
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
export type FoundLocality = ({
    readonly kind: "locality";
    readonly foundBy: string;
} & PaymentLocality) | {
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
    readonly rvus: {
        readonly work: number;
        readonly nonFacilityPe: number;
        readonly facilityPe: number;
        readonly mp: number;
    } | undefined;
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
    readonly caveats: readonly {
        readonly id: string;
        readonly text: string;
    }[];
    /** CMS's files that were read, and how close each is to what CMS published: `cms` for CMS's own. */
    readonly files: readonly {
        readonly id: string;
        readonly name: string;
        readonly origin: string;
    }[];
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
export type OnDay<Asked> = Asked extends unknown ? Asked & {
    readonly on: string;
} : never;
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
export type ErrorCode = "not-found" | "not-json" | "foreign-document" | "other-shapes" | "damaged-document" | "other-release" | "malformed-question" | "part-not-loaded";

/** A document that is not what it should be, or a question that no release could answer. */
export declare class ReaderError extends Error {
    /** What is wrong, for programs. */
    readonly code: ErrorCode;
    constructor(code: ErrorCode, message: string);
}

/**
 * Opens one release.
 *
 * ```js
 * const release = await openRelease("out/2026A");
 * const answer = release.rate({ code: "22511", setting: "office", locality: "national" });
 * if (answer.kind === "amount") answer.cents; // 177392
 * ```
 *
 * @param source folder of a built release or its `reader.json`, as a path (Node only) or an http, https or file URL; or
 *   the parsed document, such as an imported JSON module
 * @param parts what else to load: `{ zips: true }` for questions with ZIP codes, `{ counties: true }` for counties
 * @throws ReaderError when the document is not there, is cut, damaged or foreign, or has shapes that this version does
 *   not read
 */
export declare function openRelease(source: ReleaseSource, parts?: Parts): Promise<OpenedRelease>;
/**
 * Opens several releases, to ask by day or for the history of a code.
 *
 * @param sources as for {@link openRelease}, or releases that are open
 * @param parts loaded for each release that is not open
 */
export declare function openReleases(sources: readonly (ReleaseSource | OpenedRelease)[], parts?: Parts): Promise<OpenedReleases>;
