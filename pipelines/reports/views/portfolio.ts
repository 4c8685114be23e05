import type { AmountOrReason } from "../../../schemas/out/common.ts";
import type { PortfolioDocument, PortfolioLine, Revenue } from "../../../schemas/out/portfolio.ts";
import { nameOfRow } from "../../answers/diff/row-name.ts";
import { CAUSE_WORDS, causesText } from "../../words/changes.ts";
import { counted, countText, dollars } from "../../words/money-text.ts";
import { NA_LEGEND, NA_MARK } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import { inWords, reasonLines, sentencesOf } from "../../words/reasons.ts";
import { localityMovesSection } from "./locality-moves.ts";
import { claimsParagraph, claimsSection, pairsAloneBlocks } from "./portfolio-claims.ts";
import {
  columnsParagraph,
  modifierList,
  notUnderstoodSection,
  passedSection,
  ruleList,
  skippedSection,
  unitsParagraph,
} from "./portfolio-rows.ts";
import { ALL, figuresGrid } from "./portfolio-tables.ts";
import { sideList } from "./side-notes.ts";
import {
  type Block,
  type Content,
  grid,
  list,
  paragraph,
  prose,
  type ReportBody,
  type Section,
  toned,
} from "./view.ts";

const SETTINGS: Readonly<Record<PortfolioLine["setting"], string>> = {
  nonFacility: AMOUNTS.office.name,
  facility: AMOUNTS.facility.name,
  hopd: AMOUNTS.opps.name,
  asc: AMOUNTS.asc.name,
};

/** "201,182.40": dollars in a table of nothing else. */
const money = (amount: string): string => dollars(amount).replace("$", "");

const REVENUE = ["services", "before", "after", "change", "%"];

function cells({ count, before, after, change, percent }: Revenue): string[] {
  return [countText(count), money(before), money(after), money(change), percent ?? "-"];
}

/** What each cause adds to the change. */
export function volumeCauses({ effects }: Revenue): Block {
  const rows = Object.entries(effects).map(([cause, effect]) => [CAUSE_WORDS[cause] ?? cause, money(effect)]);
  return figuresGrid("Causes", ["cause", "change"], rows);
}

/** What rules on record explain of the change, and what is new in CMS's files. */
export function volumeExplanation(
  { explained, unexplained, effects: { notSplit, rounding = "0.00" } }: Revenue,
  nameOf: (rule: string) => Content = (rule) => toned(rule, "code"),
): Block {
  const rows = [
    ...Object.entries(explained).map(([rule, change]): Content[] => [nameOf(rule), money(change)]),
    ["CMS's new figures", money(unexplained)],
    ...(notSplit === undefined ? [] : [["not known, see the notes", money(notSplit)]]),
    ["rounding", money(rounding)],
  ];
  return figuresGrid("Rules that explain the change", ["explained by", "change"], rows);
}

function byCode({ byCode: codes }: PortfolioDocument, most: number): Section {
  const rows = codes
    .slice(0, most)
    .map(({ hcpcs, ...revenue }) => [hcpcs, ...cells(revenue), causesText({ effects: revenue.effects }, money)]);
  const more = codes.length > most && paragraph(`... and ${countText(codes.length - most)} more`);
  const title = "By code, the largest change first";
  const blocks = [figuresGrid(title, ["code", ...REVENUE, "causes"], rows), more];
  return { id: "codes", title, blocks };
}

function side(each: AmountOrReason): string {
  return each.value === null ? inWords(each.reason) : money(each.value);
}

type Which = Pick<PortfolioLine, "row" | "hcpcs" | "modifier" | "setting">;

/** Which row of the file of volumes a line is about. */
function which({ row, hcpcs, modifier, setting }: Which): Content[] {
  return [row, nameOfRow({ hcpcs, modifier }), SETTINGS[setting]];
}

function notCompared({ notCompared: lines, claims }: PortfolioDocument): Section {
  const rows = lines.map(({ locality, count, before, after, claim = "", ...line }) => [
    ...which(line),
    ...(claims === null ? [] : [claim]),
    locality ?? "US",
    countText(count),
    side(before),
    side(after),
  ]);
  const ofClaim = claims === null ? [] : ["claim"];
  const headings = ["row", "code", "setting", ...ofClaim, "locality", "services", "before", "after"];
  const ofClaims = lines.filter(({ claim }) => claim !== undefined).flatMap(({ before, after }) => [before, after]);
  const reasons = reasonLines(sentencesOf(ofClaims.flatMap((each) => (each.value === null ? each.reason : []))));
  const title = "In no sum: no amount in one of the releases";
  const blocks = rows.length > 0 ? [grid(headings, rows, title), reasons.length > 0 && list(reasons)] : [];
  return { id: "not-compared", title, blocks };
}

/** What is paid with the modifier, where its share is recorded. */
function adjustedBlocks({ apart: { adjusted } }: PortfolioDocument): Block[] {
  if (adjusted.lines.length === 0) return [];
  const amounts = ({ count, before, after, change }: Omit<typeof adjusted, "lines" | "rules">): string[] => [
    countText(count),
    money(before),
    money(after),
    money(change),
  ];
  const rows = adjusted.lines.map(({ row, modifier, percents, ...line }) => [
    ...[row, modifier, percents.from === percents.to ? percents.to : `${percents.from}, then ${percents.to}`],
    ...amounts(line),
  ]);
  return [
    paragraph("With the modifier, at most, where its share of the amount is recorded:"),
    figuresGrid(
      "With the modifier",
      ["row", "modifier", "% of the amount", "services", "before", "after", "change"],
      [...rows, ["", ALL, "", ...amounts(adjusted)]],
    ),
    list(adjusted.rules),
  ];
}

/** Rows with a modifier that changes the amount, at the amount without it. */
function apart(document: PortfolioDocument): Section {
  const {
    apart: { total, lines },
    modifiers,
  } = document;
  const rows = lines.map(({ modifiers: others = [], ...line }) => [...which(line), others.join(" "), ...cells(line)]);
  const title = "Priced without the modifier's adjustment: not in the total";
  const headings = ["row", "code", "setting", "modifiers", ...REVENUE];
  const table = figuresGrid(title, headings, [...rows, ["", ALL, "", "", ...cells(total)]]);
  return {
    id: "apart",
    title,
    blocks:
      rows.length > 0
        ? [table, modifierList(modifiers.apart), ruleList(modifiers.rules), ...adjustedBlocks(document)]
        : [],
  };
}

/** Services that the file counts at a setting where CMS says that they are rarely or never done. */
function markedNa({ lines, notCompared: others }: PortfolioDocument): Section {
  const marked = (amount: string, na: boolean): string => (na ? `${NA_MARK} ${amount}` : amount);
  const all = [
    ...lines.map(({ from, to, ...line }) => ({ ...line, from: money(from), to: money(to) })),
    ...others.map(({ before, after, ...line }) => ({ ...line, from: side(before), to: side(after) })),
  ];
  const rows = all.flatMap(({ count, from, to, na, ...line }) =>
    na === undefined ? [] : [[...which(line), countText(count), marked(from, na.from), marked(to, na.to)]],
  );
  const title = "Counted at a setting that CMS marks NA";
  const table = grid(["row", "code", "setting", "services", "before", "after"], rows, title);
  const blocks = rows.length > 0 ? [table, paragraph(`${NA_LEGEND}.`)] : [];
  return { id: "na", title, blocks };
}

/** Sums by setting, and of all. */
export function volumeSettings({ bySetting, total }: PortfolioDocument): Block {
  const settings = bySetting.map(({ setting, ...revenue }) => [SETTINGS[setting], ...cells(revenue)]);
  return figuresGrid("By setting", ["", ...REVENUE], [...settings, [ALL, ...cells(total)]]);
}

/**
 * What a release is worth to a practice.
 *
 * @param most how many codes to show
 */
export function portfolioReport(document: PortfolioDocument, most: number): ReportBody {
  const { from, to, volumes, total, notes, method, rules } = document;
  const rows = counted(volumes.rows, "row");
  return {
    name: `${from.release} to ${to.release}: ${volumes.file}`,
    head: [
      paragraph(`${rows}, the same services at the rates of ${from.title} and of ${to.title}.`),
      unitsParagraph(document),
      columnsParagraph(document),
      claimsParagraph(document),
      ...pairsAloneBlocks(document, most),
      sideList(document),
      volumeSettings(document),
      volumeCauses(total),
      volumeExplanation(total),
    ],
    sections: [
      byCode(document, most),
      claimsSection(document, most, { cells, settings: SETTINGS, money }),
      passedSection(document),
      apart(document),
      notUnderstoodSection(document),
      notCompared(document),
      markedNa(document),
      skippedSection(document),
      localityMovesSection(document.localityMoves),
      { id: "rules", title: "Rules", blocks: [{ kind: "rules", rules }] },
      { id: "notes", title: "Notes", blocks: [list(notes.map((note) => `${note}.`)), paragraph(prose(method))] },
    ],
  };
}
