import { dollars } from "../../pipelines/shared/money-text.ts";
import { NA_LEGEND, NA_MARK } from "../../pipelines/shared/na-mark.ts";
import type { RateAmount, RateDocument, RateOrReason, RateSetting, RateSettingName } from "../../schemas/out/rate.ts";
import { type Align, textTable } from "./columns.ts";
import type { ReadRows } from "./rate-cells.ts";
import type { Colours } from "./terminal.ts";

type Figure = RateAmount | RateOrReason | undefined;

const SETTINGS: Readonly<Record<RateSettingName, string>> = {
  office: "office",
  hopd: "hospital outpatient",
  asc: "ambulatory surgical center",
};

/** One line of the table: who is paid, and the figures by column. */
interface Line {
  readonly setting: string;
  readonly paidTo: string;
  readonly amount: Figure;
  readonly mark?: string;
  readonly wageAdjusted?: Figure;
  readonly oppsCap?: Figure;
  readonly payable?: Figure;
  readonly limitingCharge?: Figure;
  readonly qualifyingApm?: Figure;
}

type Column = "wageAdjusted" | "oppsCap" | "payable" | "limitingCharge" | "qualifyingApm";

const COLUMNS: readonly { readonly key: Column; readonly heading: string }[] = [
  { key: "wageAdjusted", heading: "wage-adjusted" },
  { key: "oppsCap", heading: "OPPS cap" },
  { key: "payable", heading: "payable" },
  { key: "limitingCharge", heading: "limiting charge" },
  { key: "qualifyingApm", heading: "qualifying APM" },
];

function physicianLine({ setting, physician, facility }: RateSetting): Line {
  const { modifier, na, fee, ...rest } = physician;
  const withModifier = modifier === "" ? "physician" : `physician, ${modifier}`;
  return {
    setting: facility === undefined ? SETTINGS[setting] : "",
    paidTo: withModifier,
    amount: fee,
    ...(na === true ? { mark: `${NA_MARK} ` } : {}),
    ...rest,
  };
}

function linesOf(setting: RateSetting): Line[] {
  const { facility, total } = setting;
  if (facility === undefined) return [physicianLine(setting)];
  const { rate, conditional, wageAdjusted } = facility;
  const paidTo = conditional === true ? "facility, unless packaged" : "facility";
  return [
    { setting: SETTINGS[setting.setting], paidTo, amount: rate, wageAdjusted },
    physicianLine(setting),
    ...(total === undefined ? [] : [{ setting: "", paidTo: "total", amount: total }]),
  ];
}

function figureText(figure: Figure, colours: Colours, mark = ""): string {
  if (figure === undefined) return "";
  return "reason" in figure ? colours.dim(figure.reason) : `${mark}${dollars(figure.amount)}`;
}

function ruleText(figure: Figure): string {
  if (figure === undefined || "reason" in figure) return "";
  return figure.rule ?? "printed by CMS";
}

/** The amounts of a rate as an aligned table; columns that nothing stands in are left out. */
export function rateTable({ settings }: RateDocument, rows: ReadRows, colours: Colours): string[] {
  const lines = settings.flatMap(linesOf);
  const columns = COLUMNS.filter(({ key }) => lines.some((line) => line[key] !== undefined));
  const headings = ["setting", "paid to", "amount", ...columns.map(({ heading }) => heading), "rule", "read from"];
  const aligns: Align[] = ["left", "left", "right", ...columns.map((): Align => "right"), "left", "left"];
  const cells = lines.map((line) => [
    line.setting,
    line.paidTo,
    colours.bold(figureText(line.amount, colours, line.mark)),
    ...columns.map(({ key }) => figureText(line[key], colours)),
    colours.cyan(ruleText(line.amount)),
    rows.numbers(line.amount),
  ]);
  const marked = lines.some(({ mark, amount }) => mark !== undefined && amount !== undefined && "amount" in amount);
  const legend = marked ? [colours.dim(NA_LEGEND)] : [];
  return [...textTable([headings.map(colours.dim), ...cells], aligns), ...legend];
}
