import { formatScaled, parseScaled } from "../../../schemas/scaled.ts";
import { CAUSES, type Cause } from "../../answers/diff/effects.ts";
import { nameOfRow } from "../../answers/diff/row-name.ts";
import { causeSteps, causesChart } from "../../reports/views/review-causes.ts";
import {
  type Block,
  type Content,
  type Entry,
  figure,
  folded,
  reasonOf,
  type Section,
  small,
  type TableBlock,
  table,
  toned,
} from "../../reports/views/view.ts";
import { CAUSE_WORDS, withSign } from "../../words/changes.ts";
import { dollars } from "../../words/money-text.ts";
import { NA_EXPLAINED, physicianDollars } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import { whereFrom, whereRow, whyNoAmount } from "./sources-words.ts";
import { amountsOfBoth, type ComparedAmount, type ComparedSide, reasonWords } from "./two-sides.ts";

/** How the two sides of a comparison are called. */
export type SideNames = Readonly<Record<"from" | "to", string>>;

/** "SAN FRANCISCO-OAKLAND-BERKELEY, CA": without the counties that CMS lists in brackets. */
function shortPlace(title: string): string {
  return title.replace(/ \([^)]*\)/, "");
}

/** Names of two sides: what differs of release and place. */
export function sideNames(before: ComparedSide, after: ComparedSide): SideNames {
  const name = ({ release, placeTitle }: ComparedSide): string => {
    if (before.placeTitle === after.placeTitle) return release.release;
    const place = shortPlace(placeTitle);
    return before.release.release === after.release.release ? place : `${release.release}, ${place}`;
  };
  return { from: name(before), to: name(after) };
}

/** ", national": the place of both sides; "" where they are in two. */
export function samePlace(before: ComparedSide, after: ComparedSide): string {
  return before.placeTitle === after.placeTitle ? `, ${shortPlace(after.placeTitle)}` : "";
}

/** Where a side's amount comes from. */
function sourceOf(side: ComparedSide, { hcpcs: code, modifier, schedule }: ComparedAmount): string {
  const origins = { ...side, cells: undefined };
  if (schedule === "opps" || schedule === "asc") {
    const setting = schedule === "opps" ? "hopd" : "asc";
    return whereFrom(origins, side.release.rate({ code, setting, payee: "facility", locality: "national" }));
  }
  const setting = schedule === "office" ? "office" : "hopd";
  const track = side.release.factors[0]?.track ?? null;
  return whereRow(origins, { code, modifier, setting, track }, side.locality);
}

/** A side's amount with its source, or why there is none, in a few words that explain themselves. */
export function sideContent(side: ComparedSide, amount: ComparedAmount, at: "from" | "to"): Content {
  const found = amount.figures[at];
  if (found === undefined) return reasonOf("not listed");
  if (found.text === null)
    return {
      ...reasonOf(whyNoAmount({ reason: found.why, text: side.release.sentenceOf(found.why) })),
      sign: reasonWords(found.why),
    };
  return figure(physicianDollars(found.text, found.na), sourceOf(side, amount));
}

/** One line of what an amount is made from. */
interface CauseLine {
  readonly name: string;
  readonly from: Content;
  readonly to: Content;
  readonly effect: string;
  readonly isSum: boolean;
}

const DECIMALS: Readonly<Record<Cause, number>> = {
  work: 2,
  pe: 2,
  mp: 2,
  workGpci: 3,
  peGpci: 3,
  mpGpci: 3,
  factor: 4,
};
/** A GPCI of the nation. */
const ONE = 1000;

function causeLines(amount: ComparedAmount, sides: readonly [ComparedSide, ComparedSide]): CauseLine[] {
  const { effects, change } = amount.amount;
  const [old, now] = amount.inputs ?? [];
  if (old === undefined || now === undefined || effects === null) return [];
  const lines = CAUSES.flatMap((cause): CauseLine[] => {
    const decimals = DECIMALS[cause];
    if (decimals === 3 && old[cause] === ONE && now[cause] === ONE) return [];
    const [from, to] = [formatScaled(old[cause], decimals), formatScaled(now[cause], decimals)];
    return [{ name: CAUSE_WORDS[cause] ?? cause, from, to, effect: effects[cause] ?? "0.00", isSum: false }];
  });
  const rounding: CauseLine = {
    name: "rounding",
    from: "",
    to: "",
    effect: effects["rounding"] ?? "0.00",
    isSum: false,
  };
  const from = sideContent(sides[0], amount, "from");
  const to = sideContent(sides[1], amount, "to");
  const sum: CauseLine = { name: "amount", from, to, effect: change ?? "", isSum: true };
  return [...lines, rounding, sum];
}

function causesTable(caption: string, lines: readonly CauseLine[], names: SideNames): TableBlock {
  return table<CauseLine>({
    caption,
    hidesCaption: true,
    columns: [
      { heading: "Cause", cell: ({ name }) => name },
      { heading: names.from, isNumber: true, cell: ({ from }) => from },
      { heading: names.to, isNumber: true, cell: ({ to }) => to },
      {
        heading: "Effect",
        isNumber: true,
        cell: ({ effect }) => (parseScaled(effect, 2) === 0 ? dollars(effect) : withSign(effect, dollars)),
      },
    ],
    rows: lines,
    standsOut: ({ isSum }) => isSum,
  });
}

/** What moved one amount: the inputs on both sides with their effects, and a waterfall of these. */
function causeBlocks(amount: ComparedAmount, sides: readonly [ComparedSide, ComparedSide], names: SideNames): Block[] {
  const lines = causeLines(amount, sides);
  if (lines.length === 0) return [];
  const { schedule, modifier } = amount;
  const title = `${AMOUNTS[schedule].name}${modifier === "" ? "" : `, ${nameOfRow(amount)}`}`;
  const own = causesTable(`${title}: causes of the change`, lines, names);
  if (amount.isNa) return [{ kind: "heading", content: title }, own];
  const id = `causes-${schedule}${modifier}`;
  const steps = causeSteps([amount]).map((step) => ({ ...step, name: step.swatch === "quiet" ? "change" : step.name }));
  return [causesChart(steps, { id, title, table: [own] })];
}

function entryOf(amount: ComparedAmount, sides: readonly [ComparedSide, ComparedSide]): Entry {
  const { change, percent } = amount.amount;
  const from = sideContent(sides[0], amount, "from");
  const to = sideContent(sides[1], amount, "to");
  const { name } = AMOUNTS[amount.schedule];
  const term = amount.modifier === "" ? name : `${name}, ${nameOfRow(amount)}`;
  if (amount.amount.from === null && amount.amount.to === null) return { term, value: toned(to, "words"), notes: [] };
  if (change === null) return { term, value: toned(["now ", to], "words"), notes: [["before: ", from]] };
  const share = percent === null ? "" : `, ${withSign(percent)}%`;
  const value = withSign(change, dollars);
  return { term, value: amount.isNa ? toned(value, "quiet") : value, notes: [[from, " to ", to, share]] };
}

const RATES_WHOLE =
  "Hospital and surgical center rates are national, and CMS prints them. The site has their amounts and not their weights, so their changes are not split.";

/** One code on two sides: what each amount was, is, and what moved it. */
export function compareSection(before: ComparedSide, after: ComparedSide, code: string): Section {
  const sides = [before, after] as const;
  const names = sideNames(before, after);
  const amounts = amountsOfBoth(before, after, [code]);
  const [paid, marked] = [amounts.filter(({ isNa }) => !isNa), amounts.filter(({ isNa }) => isNa)];
  const release = before.release.release === after.release.release ? `, ${after.release.release}` : "";
  const hasRates = amounts.some(({ inputs, amount }) => inputs === undefined && amount.change !== null);
  return {
    id: "compare",
    title: `${code}: ${names.from} to ${names.to}${samePlace(before, after)}${release}`,
    blocks: [
      { kind: "entries", entries: amounts.map((each) => entryOf(each, sides)) },
      marked.length > 0 && small(NA_EXPLAINED),
      hasRates && small(RATES_WHOLE),
      ...paid.flatMap((each) => causeBlocks(each, sides, names)),
      marked.length > 0 &&
        folded("Causes of the amounts marked NA", ...marked.flatMap((each) => causeBlocks(each, sides, names))),
    ],
  };
}
