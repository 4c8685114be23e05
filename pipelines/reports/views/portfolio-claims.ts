import type { ClaimSum, PortfolioDocument } from "../../../schemas/out/portfolio.ts";
import { causesText } from "../../words/changes.ts";
import { counted, countText } from "../../words/money-text.ts";
import { figuresGrid } from "./portfolio-tables.ts";
import { type Block, type Content, list, paragraph, type Section } from "./view.ts";

/** How a report of volumes writes a sum: its cells, the name of its setting, an amount. */
interface ReportWords {
  readonly cells: (revenue: ClaimSum) => string[];
  readonly settings: Readonly<Record<ClaimSum["setting"], string>>;
  readonly money: (amount: string) => string;
}

/** What is priced claim by claim, and what is not. */
export function claimsParagraph({ claims }: PortfolioDocument): Block | false {
  if (claims === null) return false;
  const { rows, withoutId } = claims;
  const others =
    withoutId === 0
      ? ""
      : ` ${counted(withoutId, "row")} without a claim id: counted alone, as if no other service were on the claim.`;
  return paragraph(`${counted(rows, "row")} with a claim id: the lines of one claim are priced together.${others}`);
}

/** Pairs that are counted each code alone, and are paid as one on one claim. */
export function pairsAloneBlocks({ pairsAlone }: PortfolioDocument, most: number): Block[] {
  if (pairsAlone.length === 0) return [];
  const more = pairsAlone.length > most ? [`and ${countText(pairsAlone.length - most)} more pairs`] : [];
  return [
    paragraph("Paid as one on one claim, and counted here each alone: add a column with the claim id."),
    list([...pairsAlone.slice(0, most).map(({ text }) => text), ...more]),
  ];
}

/** "A1, 22511 + 22512": which claim a sum is of. */
function claimCells({ claim, hcpcs, setting }: ClaimSum, settings: ReportWords["settings"]): Content[] {
  return [claim, hcpcs.join(" + "), settings[setting]];
}

function remark({ doubtful, notCompared }: ClaimSum): string {
  const without = notCompared === 0 ? [] : [`${counted(notCompared, "line")} in no sum`];
  return [...without, ...(doubtful ? ["in doubt"] : [])].join(", ");
}

/** Why amounts are in doubt, each reason once. */
function doubts({ lines }: PortfolioDocument): string[] {
  const steps = lines.flatMap((line) => (line.steps === undefined ? [] : [line.steps.from, line.steps.to]));
  return [...new Set(steps.flatMap(({ doubt, why }) => (doubt === undefined || why === null ? [] : [`${why}.`])))];
}

/** What each claim is paid, the largest change first. */
export function claimsSection(document: PortfolioDocument, most: number, words: ReportWords): Section {
  const sums = document.claims?.sums ?? [];
  const { cells, settings, money } = words;
  const rows = sums
    .slice(0, most)
    .map((sum) => [
      ...claimCells(sum, settings),
      ...cells(sum),
      causesText({ effects: sum.effects }, money),
      remark(sum),
    ]);
  const headings = ["claim", "codes", "setting", "services", "before", "after", "change", "%", "causes", "remark"];
  const more = sums.length > most && paragraph(`... and ${countText(sums.length - most)} more`);
  const title = "By claim, the largest change first";
  const doubtful = doubts(document).slice(0, most);
  const said = doubtful.length > 0 && [paragraph("In doubt, and in the sums:"), list(doubtful)];
  const blocks = rows.length === 0 ? [] : [figuresGrid(title, headings, rows), more, ...(said === false ? [] : said)];
  return { id: "claims", title, blocks };
}
