import type { PriceDocument, PricedLine, PriceSetting, PriceTotal } from "../../../schemas/out/price.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { dollars } from "../../words/money-text.ts";
import { NA_MARK } from "../../words/na.ts";
import { SITES } from "../../words/names.ts";
import { inWords } from "../../words/reasons.ts";
import type { ReadFrom } from "./together.ts";
import { type Content, type TableBlock, table, toned, type ViewColumn } from "./view.ts";

/** A row of the table: a line as one payee is paid for it, or a sum. */
interface Row {
  readonly paidTo: string;
  readonly code: string;
  readonly alone?: RateOrReason;
  readonly percents?: readonly string[] | undefined;
  readonly paid: Content;
  readonly rule: string;
  readonly figures: readonly RateOrReason[];
}

function amountText(figure: RateOrReason): Content {
  return figure.value === null ? toned(inWords(figure.reason), "quiet") : dollars(figure.value);
}

/** What is in doubt of an amount. */
const DOUBTS = { inferred: ", inferred", "may-be-more": ", or more" } as const;

/** "22511-50 x 2". */
export function lineName({ hcpcs, modifiers, units }: Pick<PricedLine, "hcpcs" | "modifiers" | "units">): string {
  return `${[hcpcs, ...modifiers].join("-")}${units === 1 ? "" : ` x ${units}`}`;
}

function lineRow(payee: string, line: PricedLine, at: number): Row {
  const { alone, percents, paid, doubt, na } = line;
  return {
    paidTo: at === 0 ? payee : "",
    code: `${line.line}  ${lineName(line)}`,
    alone,
    percents,
    paid: [
      na === true && paid.value !== null ? `${NA_MARK} ` : "",
      amountText(paid),
      doubt === undefined ? "" : DOUBTS[doubt],
    ],
    rule: paid.value === null ? "" : (paid.rule ?? "printed by CMS"),
    figures: [alone, paid],
  };
}

const lineNumbers = (lines: readonly number[]): string => `line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}`;

function totalText({ value, without, doubtful }: PriceTotal, isOfBoth = false): Content {
  if (value === null) return toned("none", "quiet");
  const doubts = doubtful.length === 0 ? "" : `, ${lineNumbers(doubtful)} in doubt`;
  const missing = isOfBoth ? ", incomplete" : `, ${lineNumbers(without)} not included`;
  return `${dollars(value)}${without.length === 0 ? "" : missing}${doubts}`;
}

function totalRow(paidTo: string, total: PriceTotal, isOfBoth = false): Row {
  return { paidTo, code: "", paid: totalText(total, isOfBoth), rule: "", figures: [] };
}

function rowsOf({ facility, physician, total, setting }: PriceSetting): Row[] {
  const payee = setting === "asc" ? "ASC" : "hospital";
  return [
    ...(facility === null
      ? []
      : [...facility.lines.map((line, at) => lineRow(payee, line, at)), totalRow(`${payee}, total`, facility.total)]),
    ...physician.lines.map((line, at) => lineRow("physician", line, at)),
    totalRow("physician, total", physician.total),
    ...(total === null ? [] : [totalRow("both", total, true)]),
  ];
}

/** "100 + 50": the share of each unit. */
const PERCENTS: ViewColumn<Row> = {
  heading: "percent",
  isNumber: true,
  cell: ({ percents = [] }) => percents.map((each) => each.replace(/\.0$/, "")).join(" + "),
};

/** What is paid for each line at a setting, and the sums. */
export function priceTable(setting: PriceSetting, rowsRead: ReadFrom): TableBlock {
  const rows = rowsOf(setting);
  const isRanked = rows.some(({ percents }) => percents !== undefined);
  return table<Row>({
    caption: SITES[setting.setting],
    columns: [
      { heading: "paid to", cell: ({ paidTo }) => paidTo },
      { heading: "line", cell: ({ code }) => code },
      { heading: "one unit alone", isNumber: true, cell: ({ alone }) => alone && amountText(alone) },
      ...(isRanked ? [PERCENTS] : []),
      { heading: "paid", isNumber: true, cell: ({ paid }) => toned(paid, "strong") },
      { heading: "rule", cell: ({ rule }) => toned(rule, "code") },
      { heading: "read from", cell: ({ figures }) => rowsRead(figures) },
    ],
    rows,
  });
}

/** What the other lines do to each line: "hospital, 2 22512: packaged into 22511, ...". */
export function whyLines({ facility, physician, setting }: PriceSetting): string[] {
  const of = (payee: string, lines: readonly PricedLine[]): string[] =>
    lines.flatMap((each) => (each.why === null ? [] : `${payee}, line ${each.line} ${each.hcpcs}: ${each.why}.`));
  return [
    ...(facility === null ? [] : of(setting === "asc" ? "ASC" : "hospital", facility.lines)),
    ...of("physician", physician.lines),
  ];
}

/** Every figure that the tables show, in their order. */
export function priceFigures({ settings }: PriceDocument): RateOrReason[] {
  return settings.flatMap((each) => rowsOf(each).flatMap(({ figures }) => figures));
}

/** What NCCI edits say of the lines. */
export function claimEditLines({ edits }: PriceDocument): string[] {
  return edits.map(
    ({ of, lines, text }) =>
      `line${lines.length === 1 ? "" : "s"} ${lines.join(" and ")}, ${of === "hospital" ? "hospital" : "practitioner, ASC"}: ${text}.`,
  );
}
