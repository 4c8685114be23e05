import type { FeeChange } from "../../../schemas/out/diff.ts";
import { formatScaled } from "../../../schemas/scaled.ts";
import { SETTING_FIELDS, type Setting } from "../../../schemas/setting.ts";
import { amountChange } from "../../answers/diff/amount-change.ts";
import { isRated, mayLackCells } from "../../answers/diff/copy-blanks.ts";
import { type AmountInputs, effectsOf } from "../../answers/diff/effects.ts";
import type { FeeRowKind, ReleaseInputs } from "../../read/inputs.ts";
import type { FacilityAnswer, OpenedRelease, RowFigures } from "../../read/types.ts";
import { type Movement, movementOf } from "../../reports/views/movements.ts";
import type { Amount } from "../../words/names.ts";

/** One of two sides that are compared: a release, and a place in it. */
export interface ComparedSide {
  readonly release: OpenedRelease;
  readonly inputs: ReleaseInputs;
  /** `"national"`, or the key of a locality of the release. */
  readonly locality: string;
  readonly placeTitle: string;
}

/** What a side has for an amount: dollars, or the reason why there are none. */
interface SideFigure {
  readonly text: string | null;
  /** The reason why there are none, as the release names it. */
  readonly why: string;
  readonly na: boolean;
}

/** An amount of both sides, whether or not it changed. */
export interface ComparedAmount extends Movement {
  /** Undefined where the side does not list the row. */
  readonly figures: { readonly from: SideFigure | undefined; readonly to: SideFigure | undefined };
  /** What a physician's amounts are computed from, where both sides have one. */
  readonly inputs: readonly [AmountInputs, AmountInputs] | undefined;
  /** Both sides list the row, and neither has a copy of CMS's file that leaves the amount out. */
  readonly isCompared: boolean;
}

/** A row of the fee schedule on one side. */
interface SideRow {
  readonly side: ComparedSide;
  readonly kind: FeeRowKind;
  readonly figures: RowFigures;
}

const SETTING_OF = { office: "nonFacility", facility: "facility" } as const;

function rowWith(side: ComparedSide, code: string, kind: FeeRowKind | undefined): SideRow | undefined {
  const figures = kind && side.release.row(code, kind.modifier);
  return kind && figures && { side, kind, figures };
}

function feeInputs({ side, figures }: SideRow, setting: Setting): AmountInputs | undefined {
  const { rvus } = figures;
  const gpcis = side.inputs.gpcis(side.locality);
  const factor = side.release.factors[0]?.factor;
  if (rvus === undefined || gpcis === undefined || factor === undefined) return undefined;
  const { work, mp } = rvus;
  const pe = setting === "nonFacility" ? rvus.nonFacilityPe : rvus.facilityPe;
  return { work, pe, mp, workGpci: gpcis.workGpci, peGpci: gpcis.peGpci, mpGpci: gpcis.mpGpci, factor };
}

function feeFigure({ side, kind, figures }: SideRow, setting: Setting): SideFigure {
  const cents = figures.cents(setting, side.locality);
  if (cents === undefined) return { text: null, why: figures.state, na: false };
  return { text: formatScaled(cents, 2), why: "", na: kind[SETTING_FIELDS[setting].na] === true };
}

function feeChange(
  from: SideFigure | undefined,
  to: SideFigure | undefined,
  inputs: ComparedAmount["inputs"],
): FeeChange {
  const texts = { from: from?.text ?? null, to: to?.text ?? null };
  const change = amountChange({ ...texts, effects: inputs && effectsOf(...inputs), explained: {}, scale: 2 });
  const na = { from: from?.na === true, to: to?.na === true };
  return na.from || na.to ? { ...change, na } : change;
}

/** One object of one shape for every amount: there are seventy thousand, and they are looked through many times. */
function compared(
  { hcpcs, modifier, schedule, amount, mills, percent, isNa }: Movement,
  figures: ComparedAmount["figures"],
  inputs: ComparedAmount["inputs"],
  isCompared: boolean,
): ComparedAmount {
  return { hcpcs, modifier, schedule, amount, mills, percent, isNa, figures, inputs, isCompared };
}

function feeAmount(
  code: string,
  schedule: "office" | "facility",
  rows: readonly (SideRow | undefined)[],
): ComparedAmount {
  const setting = SETTING_OF[schedule];
  const [from, to] = rows.map((row) => row && feeFigure(row, setting));
  const [old, now] = rows.map((row) => row && feeInputs(row, setting));
  const inputs = old && now && ([old, now] as const);
  const [before, after] = rows;
  const modifier = (after ?? before)?.kind.modifier ?? "";
  const isCompared = before !== undefined && after !== undefined;
  return compared(movementOf(code, modifier, schedule, feeChange(from, to, inputs)), { from, to }, inputs, isCompared);
}

function feeAmounts(before: ComparedSide, after: ComparedSide, code: string, into: ComparedAmount[]): void {
  const [old, now] = [before.inputs.rowsOf(code), after.inputs.rowsOf(code)];
  const add = (was: FeeRowKind | undefined, is: FeeRowKind | undefined): void => {
    const rows = [rowWith(before, code, was), rowWith(after, code, is)];
    into.push(feeAmount(code, "office", rows), feeAmount(code, "facility", rows));
  };
  for (const row of now) {
    add(
      old.find(({ modifier }) => modifier === row.modifier),
      row,
    );
  }
  for (const row of old) if (!now.some(({ modifier }) => modifier === row.modifier)) add(row, undefined);
}

/** Reasons of a code that a facility's file does not list. */
const NOT_LISTED: ReadonlySet<string> = new Set([
  "unknown-code",
  "not-in-addendum-b",
  "not-on-asc-list",
  "excluded-from-asc",
  "source-missing",
]);

const RATES = {
  opps: { setting: "hopd", scale: 3, fileOf: () => "addendum-b" },
  asc: {
    setting: "asc",
    scale: 2,
    fileOf: ({ inputs }: ComparedSide, code: string) =>
      inputs.indicatorsOf(code).ascAddendum === "BB" ? "asc-bb" : "asc-aa",
  },
} as const;

/** Whether a blank is the copy's: CMS's own file may have a rate there. */
function leavesOut(side: ComparedSide, code: string, schedule: "opps" | "asc", answer: FacilityAnswer): boolean {
  if (answer.kind === "amount" || !isRated(answer.reason)) return false;
  const id = RATES[schedule].fileOf(side, code);
  return mayLackCells(side.release.files.find((file) => file.id === id)?.origin ?? "");
}

/** What a side has for a facility; undefined for a code that its file does not list. */
export function rateFigure(answer: FacilityAnswer): SideFigure | undefined {
  if (answer.kind === "amount") return { text: answer.value, why: "", na: false };
  return NOT_LISTED.has(answer.reason) ? undefined : { text: null, why: answer.reason, na: false };
}

const NOTHING_TO_COMPARE = amountChange({ from: null, to: null, effects: undefined, explained: {}, scale: 2 });

/** A change whose causes are not known: both amounts, and their difference. */
function plainChange(from: string | null, to: string | null, scale: 2 | 3): FeeChange {
  if (from === null && to === null) return NOTHING_TO_COMPARE;
  const { change, percent, explained } = amountChange({ from, to, effects: {}, explained: {}, scale });
  return { from, to, change, percent, effects: null, explained, unexplained: null };
}

function rateAmount(
  before: ComparedSide,
  after: ComparedSide,
  code: string,
  schedule: "opps" | "asc",
): ComparedAmount[] {
  const { setting, scale } = RATES[schedule];
  const ask = ({ release }: ComparedSide) => release.rate({ code, setting, payee: "facility", locality: "national" });
  const [old, now] = [ask(before), ask(after)];
  const [from, to] = [rateFigure(old), rateFigure(now)];
  if (from === undefined && to === undefined) return [];
  const [fromText, toText] = [from?.text ?? null, to?.text ?? null];
  const isLeftOut =
    fromText !== toText && (leavesOut(before, code, schedule, old) || leavesOut(after, code, schedule, now));
  const isCompared = from !== undefined && to !== undefined && !isLeftOut;
  const change = plainChange(fromText, toText, scale);
  return [compared(movementOf(code, "", schedule, change), { from, to }, undefined, isCompared)];
}

/** Schedules that both releases were built with. */
export function schedulesOfBoth(before: ComparedSide, after: ComparedSide): Amount[] {
  const has = ({ release }: ComparedSide, ...ids: string[]): boolean =>
    release.files.some(({ id }) => ids.includes(id));
  const both = (...ids: string[]): boolean => has(before, ...ids) && has(after, ...ids);
  return [
    ...(both("rvu") ? (["office", "facility"] as const) : []),
    ...(both("addendum-b") ? (["opps"] as const) : []),
    ...(both("asc-aa", "asc-bb") ? (["asc"] as const) : []),
  ];
}

/**
 * The amounts of some codes on both sides: physicians' at the sides' places, facilities' nationally.
 *
 * @param codes that are compared, in the order of the result
 */
export function amountsOfBoth(
  before: ComparedSide,
  after: ComparedSide,
  codes: readonly string[],
): readonly ComparedAmount[] {
  const schedules = schedulesOfBoth(before, after);
  const rates = (["opps", "asc"] as const).filter((schedule) => schedules.includes(schedule));
  const amounts: ComparedAmount[] = [];
  for (const code of codes) {
    if (schedules.includes("office")) feeAmounts(before, after, code, amounts);
    for (const schedule of rates) amounts.push(...rateAmount(before, after, code, schedule));
  }
  return amounts;
}

/** "inpatient only": a reason in a few words. */
export function reasonWords(reason: string): string {
  return reason.replaceAll("-", " ");
}

/** Whether an amount differs between the sides. */
export function hasMoved({ isCompared, amount }: ComparedAmount): boolean {
  return isCompared && amount.from !== amount.to;
}
