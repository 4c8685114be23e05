import type { LocalityRow } from "../../schemas/out/localities.ts";
import type { NationalRow } from "../../schemas/out/national.ts";
import type { RateOrReason } from "../../schemas/out/rate.ts";
import { factorOf, indicesOf, type Setting, unitsOf } from "../diff/amount-inputs.ts";
import { type AmountInputs, NATIONAL } from "../diff/effects.ts";
import { facilityFactor, type RateInputs, type Schedule } from "../diff/rate-changes.ts";
import { rateAsc, rateHopd } from "../rate/facility.ts";
import { ratePhysician } from "../rate/physician.ts";
import { absent, type Source, UNREAD } from "./source.ts";

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
  readonly amount: string | null;
  readonly reason: string | null;
  readonly basis?: Basis | undefined;
}

/** A physician's amount, and the modifier of its row. */
export type ReadFee = ReadFigure & { readonly modifier: string };

/** Whether a figure is unknown in a release, so that the next one is compared with an earlier one. */
export function isUnread({ reason }: ReadFigure): boolean {
  return reason === UNREAD.source || reason === UNREAD.excerpt;
}

function amountOrReason(figure: RateOrReason): Pick<ReadFigure, "amount" | "reason"> {
  return "amount" in figure ? { amount: figure.amount, reason: null } : { amount: null, reason: figure.reason };
}

/** Why no amount can be told of a row that has one: the locality is another one by its number, or was not read. */
function placeReason({ wanted, gpci, documents }: Source): string | undefined {
  if (wanted.locality === undefined || gpci !== undefined) return undefined;
  return documents.table("localities.json") === undefined ? UNREAD.source : "locality-not-in-release";
}

function basisOf({ gpci, documents }: Source, row: NationalRow, setting: Setting): Basis {
  const conversionFactor = documents.table("national.json")?.head.conversionFactor ?? null;
  const indices = gpci === undefined ? NATIONAL : indicesOf(gpci);
  const fee = { ...unitsOf(row, setting), ...indices, factor: factorOf({ conversionFactor }) };
  return { fee, modifier: row.modifier, locality: gpci, factor: conversionFactor?.value ?? null };
}

/** Whether the release has a row that the physician could be paid by. */
function hasRow({ known, wanted, rows }: Source): boolean {
  return known && (wanted.modifier === undefined || rows.some((row) => row.modifier === wanted.modifier));
}

/** The physician's amount: in the office for the non-facility setting, else in a hospital outpatient department. */
export function readFee(source: Source, setting: Setting): ReadFee {
  const none = (reason: string, modifier: string): ReadFee => ({ amount: null, reason, modifier });
  const absentHere = absent(source, "national.json", "not-in-fee-schedule");
  if (!hasRow(source)) return none(absentHere, source.wanted.modifier ?? "");
  const { fee, modifier } = ratePhysician(source.question, setting === "nonFacility" ? "office" : "hopd");
  const row = source.rows.find((each) => each.modifier === modifier);
  if (row === undefined || !("amount" in fee)) return { ...amountOrReason(fee), modifier };
  const reason = placeReason(source);
  return reason === undefined
    ? { ...amountOrReason(fee), basis: basisOf(source, row, setting), modifier }
    : none(reason, modifier);
}

function readRate(source: Source, rate: RateOrReason, schedule: Schedule, weight: string | null): ReadFigure {
  const told = amountOrReason(rate);
  if (told.amount === null) return told;
  const factor = facilityFactor(source, schedule);
  return { ...told, basis: { rate: { weight, factor, rate: told.amount }, schedule } };
}

/** The hospital's national rate. */
export function readHopd(source: Source): ReadFigure {
  if (source.opps === undefined) return { amount: null, reason: absent(source, "opps.json", "not-in-addendum-b") };
  return readRate(source, rateHopd(source.question).rate, "opps", source.opps.relativeWeight);
}

/** The ASC's national rate. */
export function readAsc(source: Source): ReadFigure {
  const unlisted = absent(source, "asc.json", "not-on-asc-list");
  if (source.asc === undefined && !source.known) return { amount: null, reason: unlisted };
  if (source.asc === undefined && unlisted !== "not-on-asc-list") return { amount: null, reason: unlisted };
  return readRate(source, rateAsc(source.question).rate, "asc", source.asc?.paymentWeight ?? null);
}
