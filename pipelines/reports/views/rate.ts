import type { ClaimPair, Combination } from "../../../schemas/out/pairs.ts";
import type { RateDocument, RateModifier, RateSetting } from "../../../schemas/out/rate.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { ratePartsOf, type SettingParts } from "../../../schemas/out/rate-parts.ts";
import { dollars } from "../../words/money-text.ts";
import { NA_LEGEND, NA_MARK } from "../../words/na.ts";
import { SITES } from "../../words/names.ts";
import { inWords, reasonLines, reasonSentence } from "../../words/reasons.ts";
import { definitionText } from "../../words/status-words.ts";
import { cellsSource, rateContent } from "./rate-source.ts";
import { type Content, figure, type TableBlock, table, toned, type ViewColumn } from "./view.ts";

/** An amount, the reason why there is none, or nothing where none is requested. */
export type RateFigure = RateOrReason | undefined;

type Besides = "wageAdjusted" | "oppsCap" | "payable" | "withModifier" | "limitingCharge" | "qualifyingApm";

/** One line of the table: who is paid, and the figures by column. */
interface Line extends Partial<Record<Besides, RateFigure>> {
  readonly setting: string;
  readonly paidTo: string;
  readonly amount: RateFigure;
  /** CMS marks the setting NA for the physician. */
  readonly na?: boolean | undefined;
}

const besides = ({ modifier }: RateDocument): readonly (readonly [Besides, string])[] => [
  ["wageAdjusted", "wage-adjusted"],
  ["oppsCap", "OPPS cap"],
  ["payable", "payable"],
  ["withModifier", `with ${modifier?.modifier ?? "modifier"}`],
  ["limitingCharge", "limiting charge"],
  ["qualifyingApm", "qualifying APM"],
];

function physicianLine({ setting, physician, facility }: SettingParts): Line {
  const { modifier, fee, ...rest } = physician;
  return {
    setting: facility === undefined ? SITES[setting] : "",
    paidTo: modifier === "" ? "physician" : `physician, ${modifier}`,
    amount: fee,
    ...rest,
  };
}

function linesOf(answer: RateSetting): Line[] {
  const setting = ratePartsOf(answer);
  const { facility, total } = setting;
  if (facility === undefined) return [physicianLine(setting)];
  const { rate, conditional, wageAdjusted } = facility;
  const paidTo = conditional === true ? "facility, unless packaged" : "facility";
  return [
    { setting: SITES[setting.setting], paidTo, amount: rate, wageAdjusted },
    physicianLine(setting),
    ...(total === undefined ? [] : [{ setting: "", paidTo: "total", amount: total }]),
  ];
}

/** The most lines about other codes on the claim. */
const OTHERS_SHOWN = 6;

function pairLine({ primary, secondary, oppsRate }: ClaimPair): Line {
  return { setting: "", paidTo: `facility, ${primary} with ${secondary}`, amount: oppsRate };
}

function combinationLine({ code, primary, secondary, ascRate }: Combination): Line {
  return { setting: "", paidTo: `facility, ${code}: ${primary} with ${secondary}`, amount: ascRate };
}

/** What the facility is paid with another code on the claim, beside the code alone. */
function withOthers({ setting }: RateSetting, { pairs = [], combinations = [] }: RateDocument): Line[] {
  if (setting === "hopd") return pairs.slice(0, OTHERS_SHOWN).map(pairLine);
  return setting === "asc" ? combinations.slice(0, OTHERS_SHOWN).map(combinationLine) : [];
}

/** What of other codes on the claim the table leaves out. */
export function othersLeftOut({ hcpcs, pairs = [], combinations = [] }: RateDocument): string[] {
  const left = [pairs, combinations].reduce((sum, { length }) => sum + Math.max(0, length - OTHERS_SHOWN), 0);
  return left === 0 ? [] : [`${left} more are paid with another code: ratebook together ${hcpcs}`];
}

function cellOf(figure: RateFigure, isNa = false): Content {
  if (figure === undefined) return undefined;
  if (figure.value === null) return toned(inWords(figure.reason), "quiet");
  return `${isNa ? `${NA_MARK} ` : ""}${dollars(figure.value)}`;
}

function ruleOf(figure: RateFigure): string {
  if (figure === undefined || figure.value === null) return "";
  return figure.rule ?? "printed by CMS";
}

/**
 * The amounts of a rate; empty columns are left out.
 *
 * @param rowsOf the numbers of the rows that an amount was read from: "1 2"
 */
export function ratesTable(document: RateDocument, rowsOf: (figure: RateFigure) => string): TableBlock {
  const { settings } = document;
  const rows = settings.flatMap((answer) => [...linesOf(answer), ...withOthers(answer, document)]);
  const further = besides(document).filter(([key]) => rows.some((line) => line[key] !== undefined));
  return table<Line>({
    caption: "What is paid at each setting",
    columns: [
      { heading: "setting", cell: ({ setting }) => setting },
      { heading: "paid to", cell: ({ paidTo }) => paidTo },
      { heading: "amount", isNumber: true, cell: ({ amount, na }) => toned(cellOf(amount, na), "strong") },
      ...further.map(
        ([key, heading]): ViewColumn<Line> => ({ heading, isNumber: true, cell: (line) => cellOf(line[key]) }),
      ),
      { heading: "rule", cell: ({ amount }) => toned(ruleOf(amount), "code") },
      { heading: "read from", cell: ({ amount }) => rowsOf(amount) },
    ],
    rows,
  });
}

/** The meaning of the mark NA, where an amount of the table has it, and each reason why there is no amount. */
export function rateLegend({ settings, reasons = {} }: RateDocument): string[] {
  const isMarked = settings.map(ratePartsOf).some(({ physician: { na, fee } }) => na === true && fee.value !== null);
  return [...(isMarked ? [NA_LEGEND] : []), ...reasonLines(reasons)];
}

/**
 * The code's status indicator in CMS's words; nothing where the release has none.
 *
 * @param rowsOf the numbers of the rows that it was read from: "1 2"
 */
export function statusText(
  { oppsStatus }: RateDocument,
  rowsOf: (figure: RateDocument["oppsStatus"]) => string,
): string | undefined {
  if (oppsStatus === undefined) return undefined;
  const { indicator, ...words } = oppsStatus;
  return `OPPS status indicator ${indicator} (read from ${rowsOf(oppsStatus)}): ${definitionText(words)}`;
}

type Anesthesia = NonNullable<RateDocument["anesthesia"]>;

/** "22.37 a unit, read from 1", or why there is none. */
function factorText(
  factor: Anesthesia["conversionFactor"],
  rowsOf: (figure: Anesthesia["conversionFactor"]) => string,
) {
  return "reason" in factor
    ? (reasonSentence(factor.reason) ?? "none")
    : `${factor.value} a unit, read from ${rowsOf(factor)}`;
}

/** What is paid where the units of time are rounded, beside the amounts of the table. */
function tenthsLines({ minutes, inTenths }: Anesthesia): string[] {
  if (minutes === undefined || inTenths === undefined) return [];
  const { timeUnits, fee, qualifyingApm } = inTenths;
  const other = qualifyingApm === undefined ? "" : ` (qualifying APM ${dollars(qualifyingApm.value)})`;
  return [
    `minutes: ${minutes}; with the time rounded to ${timeUnits} units, as CMS tells contractors, ${dollars(fee.value)}${other} (${fee.rule})`,
  ];
}

/**
 * What an anesthesia code is paid by: the locality's factors, and its base units.
 *
 * @param rowsOf the numbers of the rows that a figure was read from: "1 2"
 */
export function anesthesiaLines(
  anesthesia: Anesthesia,
  rowsOf: (figure: Anesthesia["conversionFactor"] | Anesthesia["baseUnits"]) => string,
): string[] {
  const { conversionFactor, qualifyingApm, baseUnits } = anesthesia;
  const units =
    "reason" in baseUnits
      ? (reasonSentence(baseUnits.reason) ?? "none")
      : `${baseUnits.units}, read from ${rowsOf(baseUnits)}`;
  return [
    `anesthesia conversion factor: ${factorText(conversionFactor, rowsOf)}`,
    ...(qualifyingApm === undefined ? [] : [`for qualifying APM participants: ${factorText(qualifyingApm, rowsOf)}`]),
    `base units: ${units}`,
    ...tenthsLines(anesthesia),
  ];
}

/** The numbers of the rows that an indicator was read from: "1". */
type RowsOfIndicator = (figure: RateModifier["indicator"]) => string;

function indicatorText({ indicator }: RateModifier, rowsOf: RowsOfIndicator): string | undefined {
  return indicator === null
    ? undefined
    : `${indicator.title} indicator ${indicator.value || "blank"} (read from ${rowsOf(indicator)})`;
}

/** What a modifier without a row of its own does; nothing for any other question. */
export function modifierText({ hcpcs, modifier: ruled }: RateDocument, rowsOf: RowsOfIndicator): string | undefined {
  if (ruled === undefined) return undefined;
  const { modifier, title, meaning, percent } = ruled;
  const share = percent === null ? "" : `. With it ${percent} percent of the amount is paid`;
  return `modifier ${modifier} has no row of its own; the other amounts are those of ${hcpcs} without it. ${indicatorText(ruled, rowsOf) ?? title}: ${meaning}${share}`;
}

type AnsweredModifier = NonNullable<RateDocument["modifiers"]>[number];

/** "Global period 010", with its cell where one was read. */
function decidedBy({ indicator }: AnsweredModifier): Content {
  if (indicator === null) return undefined;
  const text = `${indicator.title} ${indicator.value || "blank"}`;
  return indicator.cells.length === 0 ? text : figure(text, indicator.cells.map(cellsSource).join("\n"));
}

function percentContent({ percent, meaning, indicator, cites }: AnsweredModifier): Content {
  if (percent === null) return undefined;
  const cells = indicator?.cells.map(cellsSource) ?? [];
  return figure(percent, [meaning, ...cells, ...cites.map(({ title }) => title)].join("\n"));
}

/** What each modifier does to the physician's amount, one row a kind. */
export function modifiersTable({ modifiers = [], rules }: Pick<RateDocument, "modifiers" | "rules">): TableBlock {
  return table<AnsweredModifier>({
    caption: "What modifiers do to the physician's amount",
    columns: [
      { heading: "modifier", cell: (each) => each.modifiers.join(", ") },
      { heading: "what it is", cell: ({ title }) => title },
      { heading: "by", cell: decidedBy },
      { heading: "percent", isNumber: true, cell: percentContent },
      { heading: "office", isNumber: true, cell: ({ nonFacility }) => rateContent(nonFacility, rules) },
      { heading: "facility", isNumber: true, cell: ({ facility }) => rateContent(facility, rules) },
    ],
    rows: modifiers,
  });
}

/** The meaning of each row of the table. */
export function modifierMeanings({ modifiers = [] }: Pick<RateDocument, "modifiers">): string[] {
  return modifiers.map((each) => `${each.modifiers.join(", ")}: ${each.meaning}.`);
}
