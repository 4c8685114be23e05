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
export type AtPlace =
  | { readonly locality: "national" | (string & {}); readonly zip?: never; readonly county?: never }
  | { readonly zip: string; readonly locality?: never; readonly county?: never }
  | { readonly county: string; readonly locality?: never; readonly zip?: never };

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
export type PhysicianQuestion = Common &
  AtPlace & {
    /**
     * `""` for the row without a modifier, `"26"`, `"TC"`, `"53"`. Without it the row by which a physician is usually
     * paid at the setting: in a facility the professional component (26) of a code that splits.
     */
    readonly modifier?: string | undefined;
  } & (
    | { readonly setting: "office"; readonly payee?: "physician" | undefined }
    | { readonly setting: "hopd" | "asc"; readonly payee: "physician" }
  );

/** What a hospital or an ASC is paid, or what it and the physician are paid together. */
export type FacilityQuestion = Common &
  AtPlace & {
    readonly setting: "hopd" | "asc";
    readonly payee: "facility" | "total";
    readonly modifier?: never;
  };

/** What somebody is paid for one code. At `hopd` and `asc` two are paid, so a question there names the payee. */
export type Question = PhysicianQuestion | FacilityQuestion;

/** The fee schedule's own amounts of one row. The modifier is `""` unless the question names one. */
export type RowQuestion = Common & AtPlace & { readonly modifier?: string | undefined };

/** A question without its code, for all codes. Each member of a union keeps its own fields. */
export type WithoutCode<Asked> = Asked extends unknown ? Omit<Asked, "code" | "modifier"> : never;
