import { nameOfRow } from "../../pipelines/diff/amount-inputs.ts";
import { CAUSE_WORDS } from "../../pipelines/diff/cause-words.ts";
import { countText } from "../../pipelines/shared/money-text.ts";
import { NA_LEGEND, NA_MARK } from "../../pipelines/shared/na-mark.ts";
import type { PortfolioDocument, Revenue } from "../../schemas/out/portfolio.ts";
import { ruleLines, sideLines } from "./diff-markdown.ts";
import { markdownTable } from "./marked.ts";

const SETTING_WORDS = {
  nonFacility: "office (non-facility)",
  facility: "physician in a facility",
  hopd: "hospital outpatient (OPPS)",
  asc: "ambulatory surgical center",
} as const;

const HEADING = ["services", "before", "after", "change", "%"];

function money(text: string): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(\..*)$/.exec(text) ?? [];
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${rest}`;
}

function cells({ count, before, after, change, percent }: Revenue): string[] {
  return [countText(count), money(before), money(after), money(change), percent ?? "-"];
}

function causes({ effects }: Revenue): string {
  const rows = Object.entries(effects).map(([cause, effect]) => [CAUSE_WORDS[cause] ?? cause, money(effect)]);
  return markdownTable(["cause", "change"], rows);
}

function explanation({ explained, unexplained, effects }: Revenue): string {
  const rows = [
    ...Object.entries(explained).map(([rule, change]) => [`\`${rule}\``, money(change)]),
    ["no rule", money(unexplained)],
    ["rounding", money(effects["rounding"] ?? "0.00")],
  ];
  return markdownTable(["explained by", "change"], rows);
}

function byCode({ byCode: codes }: PortfolioDocument, most: number): string[] {
  const rows = codes.slice(0, most).map(({ hcpcs, ...revenue }) => [
    hcpcs,
    ...cells(revenue),
    Object.entries(revenue.effects)
      .filter(([cause, effect]) => cause !== "rounding" || effect !== "0.00")
      .map(([cause, effect]) => `${CAUSE_WORDS[cause] ?? cause} ${money(effect)}`)
      .join(", "),
  ]);
  const more = codes.length > most ? [`\n... and ${countText(codes.length - most)} more`] : [];
  return ["## By code, the largest change first\n", markdownTable(["code", ...HEADING, "causes"], rows), ...more, ""];
}

function side(each: { amount: string } | { reason: string }): string {
  return "amount" in each ? money(each.amount) : each.reason.replaceAll("-", " ");
}

function notCompared({ notCompared: rows }: PortfolioDocument): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(({ row, hcpcs, modifier, setting, locality, count, before, after }) => [
    String(row),
    nameOfRow({ hcpcs, modifier }),
    SETTING_WORDS[setting],
    locality ?? "US",
    countText(count),
    side(before),
    side(after),
  ]);
  const heading = ["row", "code", "setting", "locality", "services", "before", "after"];
  return ["## In no sum: without an amount on one side\n", markdownTable(heading, lines), ""];
}

/** Services that the file counts where CMS says that hardly anybody does them. */
function markedNa({ lines, notCompared: others }: PortfolioDocument): string[] {
  const marked = (text: string, na: boolean): string => (na ? `${NA_MARK} ${text}` : text);
  const told = [
    ...lines.map(({ from, to, ...line }) => ({ ...line, from: money(from), to: money(to) })),
    ...others.map(({ before, after, ...line }) => ({ ...line, from: side(before), to: side(after) })),
  ];
  const rows = told.flatMap(({ row, hcpcs, modifier, setting, count, from, to, na }) =>
    na === undefined
      ? []
      : [
          [
            String(row),
            nameOfRow({ hcpcs, modifier }),
            SETTING_WORDS[setting],
            countText(count),
            marked(from, na.from),
            marked(to, na.to),
          ],
        ],
  );
  if (rows.length === 0) return [];
  const heading = ["row", "code", "setting", "services", "before", "after"];
  return ["## Counted at a setting that CMS marks NA\n", markdownTable(heading, rows), `\n${NA_LEGEND}.`, ""];
}

/**
 * What a release is worth to a practice, for people.
 *
 * @param most how many codes to show
 */
export function portfolioMarkdown(document: PortfolioDocument, most: number): string {
  const { from, to, volumes, total, bySetting, notes } = document;
  const settings = bySetting.map(({ setting, ...revenue }) => [SETTING_WORDS[setting], ...cells(revenue)]);
  const rows = `${countText(volumes.rows)} ${volumes.rows === 1 ? "row" : "rows"}`;
  return [
    `# ${from.release} to ${to.release}: ${volumes.file}\n`,
    `${rows}, the same services at the rates of ${from.title} and of ${to.title}.\n`,
    ...sideLines(document),
    markdownTable(["", ...HEADING], [...settings, ["all", ...cells(total)]]),
    "",
    causes(total),
    "",
    explanation(total),
    "",
    ...byCode(document, most),
    ...markedNa(document),
    ...notCompared(document),
    ...ruleLines(document, "Rules"),
    "## What is told\n",
    ...notes.map((note) => `- ${note}.`),
    `\n${document.method}`,
  ].join("\n");
}
