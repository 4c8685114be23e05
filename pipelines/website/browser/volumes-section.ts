import type { PortfolioDocument } from "../../../schemas/out/portfolio.ts";
import type { Problem } from "../../../schemas/place.ts";
import { signedScaled } from "../../reports/views/movements.ts";
import { portfolioReport, volumeCauses, volumeExplanation, volumeSettings } from "../../reports/views/portfolio.ts";
import { claimsParagraph, pairsAloneBlocks } from "../../reports/views/portfolio-claims.ts";
import { columnsParagraph, unitsParagraph } from "../../reports/views/portfolio-rows.ts";
import { causesChart, stepsOf } from "../../reports/views/review-causes.ts";
import { type Block, type Entry, grid, lead, paragraph, type Section, small, toned } from "../../reports/views/view.ts";
import { withSign } from "../../words/changes.ts";
import { counted, countText, dollars } from "../../words/money-text.ts";
import type { VolumesLimits } from "./volumes-answer.ts";

/** Codes, claims and problems that are listed; more of them are counted. */
const MOST = 500;

/** "$11,688.00 (5.81%) more than", "the same as". */
function changeWords({ change, percent }: PortfolioDocument["total"]): string {
  if (/^-?0\.0+$/.test(change)) return "the same as";
  const isLess = change.startsWith("-");
  const share = percent === null ? "" : ` (${percent.replace("-", "")}%)`;
  return `${dollars(change.replace("-", ""))}${share} ${isLess ? "less" : "more"} than`;
}

function entriesOf({ total, units, from, to }: PortfolioDocument): Entry[] {
  const percent = total.percent === null ? [] : [`${withSign(total.percent)}%`];
  const others = units.read - units.inTotal;
  const notes = others === 0 ? ["all that the file has"] : [`of ${countText(units.read)}: the others are in no sum`];
  return [
    { term: "Change", value: withSign(total.change, dollars), notes: percent },
    { term: `At the rates of ${to.release}`, value: dollars(total.after), notes: [] },
    { term: `At the rates of ${from.release}`, value: dollars(total.before), notes: [] },
    { term: "Services in these sums", value: countText(units.inTotal), notes },
  ];
}

/** What is not as the command line has it, and why; nothing where all of it is. */
function limitBlocks({ lineByLine, hasClaims }: VolumesLimits, { from, to, bySetting }: PortfolioDocument): Block[] {
  if (lineByLine.length === 0) return [];
  const command = toned(`ratebook diff ${from.release} ${to.release} --volumes FILE`, "code");
  const releases = lineByLine.join(" and ");
  const ofFacilities = bySetting.some(({ setting }) => setting === "hopd" || setting === "asc");
  return [
    hasClaims &&
      paragraph(
        `Each line of a claim is priced alone here: this site does not have the tables that claims of ${releases} are priced from. `,
        command,
        " prices a claim as a whole.",
      ),
    ofFacilities &&
      small(
        `Changes of hospital and surgical center rates are not split into weight and factor: this site has no weights of ${releases}. It does not look for pairs of codes that are paid as one. `,
        command,
        " does both.",
      ),
  ];
}

function headSection(document: PortfolioDocument, limits: VolumesLimits): Section {
  const { from, to, total, volumes } = document;
  const words = `${counted(volumes.rows, "row")} of ${volumes.file}: the same services are paid ${changeWords(total)} before.`;
  return {
    id: "volumes",
    title: `What ${from.release} to ${to.release} is worth for these volumes`,
    blocks: [lead(words), { kind: "entries", entries: entriesOf(document) }, ...limitBlocks(limits, document)],
  };
}

function causesSection({ total, rules }: PortfolioDocument): Section {
  const sums = Object.entries(total.effects).map(([cause, effect]) => [cause, signedScaled(effect, 3) ?? 0] as const);
  const title = "What the change comes from, in dollars";
  const chart = causesChart(stepsOf(new Map(sums)), {
    ...{ id: "volumes-waterfall", title, table: [volumeCauses(total)], summary: "The same as a table" },
  });
  return {
    id: "volumes-causes",
    title: "By cause",
    blocks: [chart, volumeExplanation(total, (rule) => rules[rule]?.title ?? rule)],
  };
}

function readSection(document: PortfolioDocument): Section {
  const blocks = [
    unitsParagraph(document),
    columnsParagraph(document),
    claimsParagraph(document),
    ...pairsAloneBlocks(document, MOST),
  ];
  return { id: "volumes-read", title: "What was read", blocks };
}

function showsAnything(block: Block): boolean {
  return Boolean(block) && !(block && block.kind === "rules" && Object.keys(block.rules).length === 0);
}

/** What the change is worth for the services of a file, with the views of the command line's report. */
export function volumesSections(document: PortfolioDocument, limits: VolumesLimits): readonly Section[] {
  const { sections } = portfolioReport(document, MOST);
  const settings = { id: "volumes-settings", title: "By setting", blocks: [volumeSettings(document)] };
  const all = [headSection(document, limits), causesSection(document), settings, ...sections, readSection(document)];
  return all.filter(({ blocks }) => blocks.some(showsAnything));
}

/** What is wrong with a file, cell by cell, and what to do. */
export function volumeProblemsSection(problems: readonly Problem[]): Section {
  const rows = problems
    .slice(0, MOST)
    .map(({ place: { row = "", column = "", heading = "" }, message, cure }) => [row, column, heading, message, cure]);
  const title = `${counted(problems.length, "problem")} of the file`;
  const headings = ["row", "column", "heading", "what is wrong", "what to do"];
  const more = problems.length > MOST && paragraph(`... and ${countText(problems.length - MOST)} more`);
  const words = "Nothing is added up until each of them is corrected: a sum without these rows would look whole.";
  return { id: "volume-problems", title, blocks: [paragraph(words), grid(headings, rows, title), more] };
}
