import type { ClaimPair, Combination } from "../../../schemas/out/pairs.ts";
import type { RateCells, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { countText, dollars } from "../../words/money-text.ts";
import { inWords } from "../../words/reasons.ts";
import { type Content, type TableBlock, table, toned } from "./view.ts";

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

function amountOf(rate: RateOrReason): Content {
  return rate.value === null ? toned(inWords(rate.reason), "quiet") : dollars(rate.value);
}

/** Pairs that a list names although they do not qualify: with an add-on code, which has no payment of its own. */
function isWithAddOn({ secondary }: ClaimPair, { pairs }: TogetherDocument): boolean {
  return pairs.some((each) => each.qualifies && each.secondary === secondary);
}

/** The pairs that are shown: all of a question about two codes, else those that qualify and their neighbours. */
export function shownPairs(document: TogetherDocument): ClaimPair[] {
  if (document.other !== null) return document.pairs;
  return document.pairs.filter((each) => each.qualifies || isWithAddOn(each, document));
}

function costText({ evaluation }: ClaimPair): string {
  if (evaluation === null) return "";
  const { geometricMeanCost: cost, costThreshold: threshold } = evaluation;
  return cost === null || threshold === null ? "" : `${dollars(cost)} of ${dollars(threshold)}`;
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
      {
        heading: "claims",
        isNumber: true,
        cell: ({ evaluation }) => (evaluation === null ? "" : countText(evaluation.frequency)),
      },
      { heading: "cost, of threshold", isNumber: true, cell: costText },
      { heading: "read from", cell: (pair) => rowsOf(pairFigures(pair)) },
    ],
    rows: shownPairs(document),
  });
}

function inferredText({ inferred }: Combination): Content {
  if (inferred === null) return "";
  const { apc, oppsRate } = inferred;
  return oppsRate.value === null ? `APC ${apc}` : `${dollars(oppsRate.value)}, inferred from APC ${apc}`;
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
