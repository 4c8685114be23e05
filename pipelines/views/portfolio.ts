import type { PortfolioDocument, PortfolioLine, Revenue } from "../../schemas/out/portfolio.ts";
import { nameOfRow } from "../diff/amount-inputs.ts";
import { counted, countText, dollars } from "../shared/money-text.ts";
import { CAUSES, causesText } from "../words/changes.ts";
import { NA_LEGEND, NA_MARK } from "../words/na.ts";
import { AMOUNTS } from "../words/names.ts";
import { inWords } from "../words/reasons.ts";
import { sideList } from "./diff-sides.ts";
import {
  type Block,
  type Column,
  type Content,
  list,
  prose,
  type Report,
  type Section,
  table,
  text,
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

const REVENUE: readonly Column<Revenue>[] = [
  { heading: "services", cell: ({ count }) => countText(count) },
  { heading: "before", cell: ({ before }) => money(before) },
  { heading: "after", cell: ({ after }) => money(after) },
  { heading: "change", cell: ({ change }) => money(change) },
  { heading: "%", cell: ({ percent }) => percent ?? "-" },
];

function settingsTable({ bySetting, total }: PortfolioDocument): Block {
  const rows = [
    ...bySetting.map(({ setting, ...revenue }) => ({ ...revenue, name: SETTINGS[setting] })),
    { ...total, name: "all" },
  ];
  const named: Column<(typeof rows)[number]> = { heading: "", cell: ({ name }) => name };
  return table({ caption: "Revenue by setting", columns: [named, ...REVENUE], rows });
}

function sumsTable(heading: string, rows: readonly (readonly [what: Content, change: string])[]): Block {
  return table<(typeof rows)[number]>({
    caption: heading,
    columns: [
      { heading, cell: ([what]) => what },
      { heading: "change", cell: ([, change]) => money(change) },
    ],
    rows,
  });
}

function causes({ effects }: Revenue): Block {
  const rows = Object.entries(effects).map(([cause, effect]) => [CAUSES[cause] ?? cause, effect] as const);
  return sumsTable("cause", rows);
}

function explanation({ explained, unexplained, effects }: Revenue): Block {
  return sumsTable("explained by", [
    ...Object.entries(explained).map(([rule, change]) => [toned(rule, "code"), change] as const),
    ["no rule", unexplained],
    ["rounding", effects["rounding"] ?? "0.00"],
  ]);
}

function byCode({ byCode: codes }: PortfolioDocument, most: number): Section {
  const title = "By code, the largest change first";
  const rows = codes.slice(0, most);
  const columns: Column<(typeof rows)[number]>[] = [
    { heading: "code", cell: ({ hcpcs }) => hcpcs },
    ...REVENUE,
    { heading: "causes", cell: (revenue) => causesText({ effects: revenue.effects }, money) },
  ];
  const more = codes.length > most && text(`... and ${countText(codes.length - most)} more`);
  return { id: "codes", title, blocks: [table({ caption: title, columns, rows }), more] };
}

function side(each: { amount: string } | { reason: string }): string {
  return "amount" in each ? money(each.amount) : inWords(each.reason);
}

type Which = Pick<PortfolioLine, "row" | "hcpcs" | "modifier" | "setting" | "locality" | "count" | "na">;

/** A row of the file of volumes, and its amount on both sides. */
interface Line extends Which {
  readonly before: string;
  readonly after: string;
}

function linesTable(caption: string, rows: readonly Line[], where: readonly Column<Line>[]): Block {
  return table<Line>({
    caption,
    columns: [
      { heading: "row", cell: ({ row }) => row },
      { heading: "code", cell: nameOfRow },
      { heading: "setting", cell: ({ setting }) => SETTINGS[setting] },
      ...where,
      { heading: "services", cell: ({ count }) => countText(count) },
      { heading: "before", cell: ({ before }) => before },
      { heading: "after", cell: ({ after }) => after },
    ],
    rows,
  });
}

function notCompared({ notCompared: rows }: PortfolioDocument): Section {
  const title = "In no sum: without an amount on one side";
  const lines = rows.map(({ before, after, ...line }) => ({ ...line, before: side(before), after: side(after) }));
  const where = [{ heading: "locality", cell: ({ locality }: Line) => locality ?? "US" }];
  return { id: "not-compared", title, blocks: [lines.length > 0 && linesTable(title, lines, where)] };
}

/** Services that the file counts where CMS says that hardly anybody does them. */
function markedNa({ lines, notCompared: others }: PortfolioDocument): Section {
  const title = "Counted at a setting that CMS marks NA";
  const told: Line[] = [
    ...lines.map(({ from, to, ...line }) => ({ ...line, before: money(from), after: money(to) })),
    ...others.map(({ before, after, ...line }) => ({ ...line, before: side(before), after: side(after) })),
  ];
  const marked = (amount: string, na: boolean | undefined): string => (na === true ? `${NA_MARK} ${amount}` : amount);
  const rows = told
    .filter(({ na }) => na !== undefined)
    .map((line) => ({ ...line, before: marked(line.before, line.na?.from), after: marked(line.after, line.na?.to) }));
  return { id: "na", title, blocks: rows.length > 0 ? [linesTable(title, rows, []), text(`${NA_LEGEND}.`)] : [] };
}

/**
 * What a release is worth to a practice.
 *
 * @param most how many codes to show
 */
export function portfolioReport(
  document: PortfolioDocument,
  most: number,
): Omit<Report, "eyebrow" | "footer" | "description"> {
  const { from, to, volumes, total, notes, method, rules } = document;
  const title = `${from.release} to ${to.release}: ${volumes.file}`;
  const rows = counted(volumes.rows, "row");
  return {
    title,
    name: title,
    head: [
      text(`${rows}, the same services at the rates of ${from.title} and of ${to.title}.`),
      sideList(document),
      settingsTable(document),
      causes(total),
      explanation(total),
    ],
    sections: [
      byCode(document, most),
      markedNa(document),
      notCompared(document),
      { id: "rules", title: "Rules", blocks: [{ kind: "rules", rules }] },
      { id: "notes", title: "What is told", blocks: [list(notes.map((note) => `${note}.`)), text(prose(method))] },
    ],
  };
}
