import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateCells, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { PhysicianParts } from "../../../schemas/out/rate-parts.ts";
import type { Setting } from "../../../schemas/setting.ts";
import { UNREAD } from "../../words/unread.ts";
import { factorOf, indicesOf, rvusOf } from "../diff/amount-inputs.ts";
import { type AmountInputs, NATIONAL } from "../diff/effects.ts";
import { facilityFactor, type RateInputs, type Schedule } from "../diff/rate-effects.ts";
import { rateAsc, rateHopd } from "../rate/facility.ts";
import { ratePhysician } from "../rate/physician.ts";
import { absent, type Source } from "./source.ts";

/** What an amount was made from, for the split of its change. */
export type Basis =
  | {
      readonly fee: AmountInputs;
      readonly modifier: string;
      readonly locality: LocalityRow | undefined;
      readonly factor: string | null;
    }
  | { readonly rate: RateInputs; readonly schedule: Schedule };

/** An amount or the reason why there is none, as one release has it. */
export interface ReadFigure {
  readonly value: string | null;
  readonly reason: string | null;
  /** Id of the rule that it was computed by; null where CMS prints it, or there is none. */
  readonly rule: string | null;
  readonly cells: RateCells[];
  readonly basis?: Basis | undefined;
}

/** Parts of a fee's answer: CMS's NA, the OPPS cap on imaging, the amount of the other track. */
type Beside = Pick<PhysicianParts, "na" | "oppsCap" | "payable" | "qualifyingApm">;

/** A physician's amount, the modifier of its row, and what goes with it. */
export type ReadFee = ReadFigure & { readonly modifier: string; readonly beside: Beside };

/** The hospital's rate; paid only while no other service on the claim packages it where it is conditional. */
export type ReadHopd = ReadFigure & { readonly conditional: boolean };

function none(reason: string): ReadFigure {
  return { value: null, reason, rule: null, cells: [] };
}

function amountOrReason(figure: RateOrReason): ReadFigure {
  if (figure.value === null) return none(figure.reason);
  return { value: figure.value, reason: null, rule: figure.rule ?? null, cells: figure.cells };
}

/** Why there is no amount for a priced row: the release has no such locality, or several, or it was not read. */
function placeReason({ wanted, gpci, there, documents }: Source): string | undefined {
  if (wanted.locality === undefined || gpci !== undefined) return undefined;
  if (there?.isInSeveral === true) return "locality-in-several";
  return documents.table("localities") === undefined ? UNREAD.source : "locality-not-in-release";
}

function basisOf({ gpci, documents }: Source, row: NationalRow, setting: Setting): Basis {
  const conversionFactor = documents.table("national")?.head.conversionFactor ?? null;
  const indices = gpci === undefined ? NATIONAL : indicesOf(gpci);
  const fee = { ...rvusOf(row, setting), ...indices, factor: factorOf({ conversionFactor }) };
  return { fee, modifier: row.modifier, locality: gpci, factor: conversionFactor?.value ?? null };
}

/** Whether the release has a row that the physician could be paid by. */
function hasRow({ known, wanted, rows }: Source): boolean {
  return known && (wanted.modifier === undefined || rows.some((row) => row.modifier === wanted.modifier));
}

/** The physician's amount: in the office for the non-facility setting, else in a hospital outpatient department. */
export function readFee(source: Source, setting: Setting): ReadFee {
  const absentHere = none(absent(source, "national", "not-in-fee-schedule"));
  if (!hasRow(source)) return { ...absentHere, modifier: source.wanted.modifier ?? "", beside: {} };
  const { fee, modifier, na, ...more } = ratePhysician(source.question, setting === "nonFacility" ? "office" : "hopd");
  const { limitingCharge: _, ...amounts } = more;
  const marked = na === undefined ? {} : { na };
  const reason = placeReason(source);
  if (reason !== undefined)
    return { ...(fee.value !== null ? none(reason) : amountOrReason(fee)), modifier, beside: marked };
  const row = source.rows.find((each) => each.modifier === modifier);
  const basis = row !== undefined && fee.value !== null ? basisOf(source, row, setting) : undefined;
  return { ...amountOrReason(fee), basis, modifier, beside: { ...marked, ...amounts } };
}

function readRate(source: Source, rate: RateOrReason, schedule: Schedule, weight: string | null): ReadFigure {
  const given = amountOrReason(rate);
  if (given.value === null) return given;
  const factor = facilityFactor(source.documents, schedule);
  return { ...given, basis: { rate: { weight, factor, rate: given.value }, schedule } };
}

/** The hospital's national rate. */
export function readHopd(source: Source): ReadHopd {
  if (source.opps === undefined) return { ...none(absent(source, "opps", "not-in-addendum-b")), conditional: false };
  const { rate, conditional = false } = rateHopd(source.question);
  return { ...readRate(source, rate, "opps", source.opps.relativeWeight), conditional };
}

/** The ASC's national rate. */
export function readAsc(source: Source): ReadFigure {
  const unlisted = absent(source, "asc", "not-on-asc-list");
  if (source.asc === undefined && (!source.known || unlisted !== "not-on-asc-list")) return none(unlisted);
  return readRate(source, rateAsc(source.question).rate, "asc", source.asc?.paymentWeight ?? null);
}
