import { FEWEST_CLAIMS } from "../../../schemas/names.ts";
import type { ClaimPair, Combination } from "../../../schemas/out/pairs.ts";
import type { RateCells, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import { SCALE } from "../../../schemas/units.ts";
import { countText, dollars } from "../../words/money-text.ts";
import { cellsSource, rateContent } from "./rate-source.ts";
import { type Content, figure, type TableBlock, table, toned } from "./view.ts";

/** What is read from cells; null for what was not read. */
type Figure = RateOrReason | { readonly cells: readonly RateCells[] } | null;

/** Where figures were read from: the numbers of their rows on a terminal, their cells on a page. */
export type ReadFrom = (figures: readonly Figure[]) => Content;

function pairFigures({ alone, oppsRate, evaluation }: ClaimPair): Figure[] {
  return [alone, oppsRate, evaluation && { cells: [evaluation.cells] }];
}

function combinationFigures({ ascRate, inferred }: Combination): Figure[] {
  return [ascRate, ...(inferred === null ? [] : [{ cells: [inferred.cells] }, inferred.oppsRate])];
}

/** Every figure that the tables show, in their order. */
export function togetherFigures(document: TogetherDocument): Figure[] {
  return [...shownPairs(document).flatMap(pairFigures), ...document.combinations.flatMap(combinationFigures)];
}

/** Each reason of a figure that is shown, in words. */
export function shownReasons(document: TogetherDocument): Record<string, string> {
  const used = new Set(
    togetherFigures(document).flatMap((each) => (each !== null && "reason" in each ? each.reason : [])),
  );
  return Object.fromEntries(Object.entries(document.reasons).filter(([reason]) => used.has(reason)));
}

/** Rates of facilities are printed: no rule computes one. */
const amountOf = (rate: RateOrReason): Content => rateContent(rate, {});

/** Status indicator of an add-on code, which has no payment of its own. */
const PACKAGED = "N";

/** The pairs that are shown: all of a question about two codes, else those that qualify, and those with an add-on code. */
export function shownPairs(document: TogetherDocument): ClaimPair[] {
  if (document.other !== null) return document.pairs;
  return document.pairs.filter((each) => each.qualifies || each.secondaryStatusIndicator === PACKAGED);
}

/** A figure of the evaluation, with the cells of its row; nothing where it was not read. */
function evaluated({ evaluation }: ClaimPair, textOf: (evaluation: NonNullable<ClaimPair["evaluation"]>) => string) {
  return evaluation === null ? "" : figure(textOf(evaluation), cellsSource(evaluation.cells));
}

const money = (amount: string | null): string => (amount === null ? "none" : dollars(amount));

/** Which of CMS's three conditions a pair does not meet. */
function whyNot({ qualifies, adjustedApc, evaluation }: ClaimPair): string {
  if (qualifies || evaluation === null) return "";
  const { frequency, geometricMeanCost, costThreshold } = evaluation;
  const reasons = [
    frequency < FEWEST_CLAIMS && `fewer than ${FEWEST_CLAIMS} claims`,
    geometricMeanCost !== null && costThreshold !== null && isLess(geometricMeanCost, costThreshold) && "cost too low",
    adjustedApc === null && "no higher APC",
  ];
  return reasons.filter((each) => each !== false).join(", ");
}

function isLess(one: string, other: string): boolean {
  return (parseScaled(one, SCALE.cents) ?? 0) < (parseScaled(other, SCALE.cents) ?? 0);
}

function apcText({ qualifies, primaryApc, adjustedApc }: ClaimPair): string {
  if (!qualifies) return primaryApc ?? "";
  return `${adjustedApc ?? ""} instead of ${primaryApc ?? ""}`;
}

/** Pairs of codes on one claim of a hospital. */
export function pairsTable(document: TogetherDocument, rowsOf: ReadFrom): TableBlock {
  return table<ClaimPair>({
    caption: "On one claim of a hospital outpatient department",
    columns: [
      { heading: "primary", cell: ({ primary }) => primary },
      { heading: "with", cell: ({ secondary }) => secondary },
      { heading: "alone", isNumber: true, cell: ({ alone }) => amountOf(alone) },
      { heading: "together", isNumber: true, cell: ({ oppsRate }) => toned(amountOf(oppsRate), "strong") },
      { heading: "APC", cell: apcText },
      { heading: "claims", isNumber: true, cell: (pair) => evaluated(pair, ({ frequency }) => countText(frequency)) },
      { heading: "cost", isNumber: true, cell: (pair) => evaluated(pair, (each) => money(each.geometricMeanCost)) },
      { heading: "threshold", isNumber: true, cell: (pair) => evaluated(pair, (each) => money(each.costThreshold)) },
      ...(shownPairs(document).some((each) => whyNot(each) !== "") ? [{ heading: "why not", cell: whyNot }] : []),
      { heading: "read from", cell: (pair) => rowsOf(pairFigures(pair)) },
    ],
    rows: shownPairs(document),
  });
}

function inferredText({ inferred }: Combination): Content {
  if (inferred === null) return "";
  const { apc, oppsRate, cells } = inferred;
  return toned([amountOf(oppsRate), ", inferred from ", figure(`APC ${apc}`, cellsSource(cells))]);
}

/** Combination codes of the ASC addenda. */
export function combinationsTable({ combinations }: TogetherDocument, rowsOf: ReadFrom): TableBlock {
  const isInferred = combinations.some(({ inferred }) => inferred !== null);
  return table<Combination>({
    caption: "In an ambulatory surgical center, billed with one code",
    columns: [
      { heading: "code", cell: ({ code }) => code },
      { heading: "for", cell: ({ primary, secondary }) => `${primary} with ${secondary}` },
      { heading: "ASC rate", isNumber: true, cell: ({ ascRate }) => toned(amountOf(ascRate), "strong") },
      ...(isInferred ? [{ heading: "a hospital, for the pair", cell: inferredText }] : []),
      { heading: "read from", cell: (each) => rowsOf(combinationFigures(each)) },
    ],
    rows: combinations,
  });
}
