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
export interface SideFigure {
  readonly text: string | null;
  readonly reason: string;
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
const NONE: FeeChange = amountChange({ from: null, to: null, effects: undefined, explained: {}, scale: 2 });

function rowsOf(side: ComparedSide, code: string): Map<string, SideRow> {
  const rows = new Map<string, SideRow>();
  for (const kind of side.inputs.rowsOf(code)) {
    const figures = side.release.row(code, kind.modifier);
    if (figures !== undefined) rows.set(kind.modifier, { side, kind, figures });
  }
  return rows;
}

function feeInputs({ side, figures }: SideRow, setting: Setting): AmountInputs | undefined {
  const { rvus } = figures;
  const gpcis = side.inputs.gpcis(side.locality);
  const factor = side.release.factors[0]?.factor;
  if (rvus === undefined || gpcis === undefined || factor === undefined) return undefined;
  const pe = setting === "nonFacility" ? rvus.nonFacilityPe : rvus.facilityPe;
  return { work: rvus.work, pe, mp: rvus.mp, ...gpcis, factor };
}

function feeFigure({ side, kind, figures }: SideRow, setting: Setting): SideFigure {
  const cents = figures.cents(setting, side.locality);
  const na = kind[SETTING_FIELDS[setting].na] === true;
  if (cents === undefined) return { text: null, reason: side.release.sentenceOf(figures.state), na: false };
  return { text: formatScaled(cents, 2), reason: "", na };
}

/** A change whose causes are not known: both amounts, and their difference. */
function plainChange(from: string | null, to: string | null, scale: 2 | 3): FeeChange {
  return { ...amountChange({ from, to, effects: {}, explained: {}, scale }), effects: null, unexplained: null };
}

function feeAmount(code: string, schedule: "office" | "facility", sides: readonly (SideRow | undefined)[]) {
  const setting = SETTING_OF[schedule];
  const [before, after] = sides;
  const [from, to] = sides.map((row) => row && feeFigure(row, setting));
  const [old, now] = sides.map((row) => row && feeInputs(row, setting));
  const [fromText, toText] = [from?.text ?? null, to?.text ?? null];
  const inputs = old !== undefined && now !== undefined ? ([old, now] as const) : undefined;
  const change = amountChange({
    from: fromText,
    to: toText,
    effects: inputs && effectsOf(...inputs),
    explained: {},
    scale: 2,
  });
  const marks = { from: from?.na === true, to: to?.na === true };
  const amount = marks.from || marks.to ? { ...change, na: marks } : change;
  const modifier = (after ?? before)?.kind.modifier ?? "";
  const isCompared = before !== undefined && after !== undefined;
  return { ...movementOf(code, modifier, schedule, amount), figures: { from, to }, inputs, isCompared };
}

function feeAmounts(before: ComparedSide, after: ComparedSide, code: string): ComparedAmount[] {
  const [old, now] = [rowsOf(before, code), rowsOf(after, code)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((modifier) => {
    const sides = [old.get(modifier), now.get(modifier)];
    return [feeAmount(code, "office", sides), feeAmount(code, "facility", sides)];
  });
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

function rateFigure(answer: FacilityAnswer): SideFigure | undefined {
  if (answer.kind === "amount") return { text: answer.value, reason: "", na: false };
  return NOT_LISTED.has(answer.reason) ? undefined : { text: null, reason: answer.text, na: false };
}

function rateAmount(
  before: ComparedSide,
  after: ComparedSide,
  code: string,
  schedule: "opps" | "asc",
): ComparedAmount[] {
  const { setting, scale } = RATES[schedule];
  const answers = [before, after].map(({ release }) =>
    release.rate({ code, setting, payee: "facility", locality: "national" }),
  ) as [FacilityAnswer, FacilityAnswer];
  const [from, to] = answers.map(rateFigure);
  if (from === undefined && to === undefined) return [];
  const isLeftOut = leavesOut(before, code, schedule, answers[0]) || leavesOut(after, code, schedule, answers[1]);
  const [fromText, toText] = [from?.text ?? null, to?.text ?? null];
  const amount = fromText === null && toText === null ? NONE : plainChange(fromText, toText, scale);
  const isCompared = from !== undefined && to !== undefined && !(isLeftOut && fromText !== toText);
  return [{ ...movementOf(code, "", schedule, amount), figures: { from, to }, inputs: undefined, isCompared }];
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
  return codes.flatMap((code) => [
    ...(schedules.includes("office") ? feeAmounts(before, after, code) : []),
    ...(schedules.includes("opps") ? rateAmount(before, after, code, "opps") : []),
    ...(schedules.includes("asc") ? rateAmount(before, after, code, "asc") : []),
  ]);
}

/** Whether an amount differs between the sides. */
export function hasMoved({ isCompared, amount }: ComparedAmount): boolean {
  return isCompared && amount.from !== amount.to;
}
