import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import type { Setting } from "../../../schemas/setting.ts";
import type { PolicyIndicator } from "../../../schemas/source/policy.ts";
import { allModifierRules, modifierCase, modifierRuleOf } from "../../sources/modifiers.ts";
import { policyIndicators } from "../../sources/policy.ts";
import { indicatorOf } from "../../words/indicators.ts";
import { modifierMeaning } from "../../words/modifiers.ts";
import { rowName } from "../../words/names.ts";
import { policyMeaning } from "../../words/policy.ts";
import { inWords } from "../../words/reasons.ts";
import { definitionText } from "../../words/status-words.ts";
import { addOnText } from "./code-together.ts";
import { copyMarks, printedHeading } from "./copies.ts";
import type { Traced } from "./traced.ts";
import {
  type Block,
  type Content,
  folded,
  heading,
  LINE_END,
  list,
  type Section,
  table,
  toned,
  type ViewColumn,
} from "./view.ts";

/** One indicator or figure, what CMS prints for it, and its meaning. */
interface Line {
  readonly title: string;
  readonly value: Content;
  readonly meaning?: Content;
}

function columns(first: Content, printed: string): ViewColumn<Line>[] {
  return [
    { heading: first, cell: ({ title }) => title },
    { heading: printed, cell: ({ value }) => value },
    { heading: "Meaning", cell: ({ meaning }) => meaning },
  ];
}

type Row = CodeDocument["pfs"][number];

/** The indicator as CMS prints it; where it prints none for the title, which other one was read. */
function printedValue(traced: Traced, { readFrom, field }: PolicyIndicator, at: number): Content {
  const printed = traced.plain(`/pfs/${at}/indicators/${field}`);
  return readFrom === undefined ? printed : [`none; ${readFrom} `, printed];
}

/** The indicator that CMS's add-on code edits answer, where the release has them. */
const ADD_ON = "Add-on";

function indicatorLines(traced: Traced, together: TogetherDocument, row: Row, at: number): Line[] {
  const addOn = addOnText(together);
  const known = policyIndicators().indicators.filter(({ field }) => row.indicators[field] !== undefined);
  return known.map((indicator) => ({
    title: indicator.title,
    value: printedValue(traced, indicator, at),
    meaning:
      (indicator.title === ADD_ON ? addOn : undefined) ??
      policyMeaning(indicator, row.indicators[indicator.field]?.value ?? ""),
  }));
}

function lines(traced: Traced, together: TogetherDocument, row: Row, at: number): Line[] {
  return [
    {
      title: "Status",
      value: traced.plain(`/pfs/${at}/status`),
      meaning: indicatorOf("pfs-status", row.status.value)?.meaning ?? "Not on record",
    },
    ...indicatorLines(traced, together, row, at),
  ];
}

type CodeModifier = Row["modifiers"][number];

function modifierText(row: Row, { modifiers: [first = ""], indicator }: CodeModifier): string {
  const rule = modifierRuleOf(first);
  const value = indicator === null ? "" : (row.indicators[indicator]?.value ?? "");
  const found = rule && modifierCase(rule, (field) => row.indicators[field]?.value);
  return rule === undefined || found === undefined ? "" : modifierMeaning(rule, found, value);
}

/** What modifiers do to the national amounts of a row. */
function modifiersBlock(traced: Traced, row: Row, at: number): Block {
  const name = rowName(traced.document.hcpcs, row.modifier);
  const amount = (each: CodeModifier, setting: Setting): Content => {
    const figure = each[setting];
    if (figure.value === null && figure.because === undefined) return toned(inWords(figure.reason), "quiet");
    return traced.money(`/pfs/${at}/modifiers/${row.modifiers.indexOf(each)}/${setting}`);
  };
  const indicator = (each: CodeModifier): Content =>
    each.indicator === null ? "" : traced.plain(`/pfs/${at}/indicators/${each.indicator}`);
  return table<CodeModifier>({
    caption: `What modifiers do to the national amounts of ${name}`,
    columns: [
      { heading: "Modifier", cell: ({ modifiers }) => modifiers.join(", ") },
      { heading: "What it is", cell: ({ modifiers: [first = ""] }) => modifierRuleOf(first)?.title },
      { heading: printedHeading(traced.document, "physician"), cell: indicator },
      { heading: "Percent", isNumber: true, cell: ({ percent }) => percent },
      { heading: "Office", isNumber: true, cell: (each) => amount(each, "nonFacility") },
      { heading: "Facility", isNumber: true, cell: (each) => amount(each, "facility") },
      { heading: "Meaning", cell: (each) => modifierText(row, each) },
    ],
    rows: row.modifiers,
  });
}

function rowBlocks(traced: Traced, together: TogetherDocument, row: Row, at: number): Block[] {
  const { hcpcs, pfs } = traced.document;
  const name = rowName(hcpcs, row.modifier);
  const all = lines(traced, together, row, at);
  const both = columns("Indicator", printedHeading(traced.document, "physician"));
  return [
    pfs.length > 1 && heading(name),
    row.modifiers.length > 0 && modifiersBlock(traced, row, at),
    table({ caption: `Indicators of ${name}`, columns: both, rows: all }),
  ];
}

/** The policy indicators in words, with the modifiers that they are about. */
export function indicatorsSection(traced: Traced, together: TogetherDocument): Section | undefined {
  const { pfs } = traced.document;
  if (pfs.length === 0) return undefined;
  const cites = allModifierRules().flatMap((rule) => rule.cites.map(({ title }) => title));
  const sources = [policyIndicators().source, ...new Set(cites)];
  const blocks: Block[] = [
    ...pfs.flatMap((row, at) => rowBlocks(traced, together, row, at)),
    folded("The words are ours; what they are based on", list(sources, "small")),
  ];
  return { id: "indicators", title: "Policy indicators and modifiers", blocks };
}

/** The indicator of a facility's row: its list and its name. */
const INDICATORS = {
  opps: { list: "opps-status", name: "status indicator" },
  asc: { list: "asc-payment", name: "payment indicator" },
} as const;
type Schedule = keyof typeof INDICATORS;

type OppsRow = NonNullable<CodeDocument["opps"]>;
type AscRow = NonNullable<CodeDocument["asc"]>;

/** What a facility's rate is; where there is none, why: by the indicator, or by the rate's own cell. */
function ofRate(schedule: Schedule, indicator: string, rate: OppsRow["oppsRate"]): string {
  const { list, name } = INDICATORS[schedule];
  if (rate.value !== null)
    return indicatorOf(list, indicator)?.wageAdjusted === true ? "National, before the wage index" : "National";
  const why = inWords(rate.reason);
  return rate.because === undefined ? `No rate: ${why}` : `No rate, by ${name} ${indicator}: ${why}`;
}

type FacilityLine = readonly [title: string, value: Content, meaning?: Content];

/** A status indicator in our words, and in CMS's where Addendum D1 was read. */
function statusMeaning({ statusIndicator: { value }, statusWords }: OppsRow): Content {
  const own = indicatorOf("opps-status", value)?.meaning;
  if (statusWords === undefined) return own;
  return [own, LINE_END, toned(`CMS, Addendum D1: ${definitionText(statusWords)}`, "small", "quiet")];
}

function oppsLines(traced: Traced, row: OppsRow): FacilityLine[] {
  const { statusIndicator, oppsRate } = row;
  return [
    ["Status indicator", traced.plain("/opps/statusIndicator"), statusMeaning(row)],
    ["APC", traced.plain("/opps/apc"), "Group of services with the same payment"],
    ["Relative weight", traced.plain("/opps/relativeWeight")],
    ["Payment rate", traced.printedRate("/opps/oppsRate"), ofRate("opps", statusIndicator.value, oppsRate)],
    ["National unadjusted copayment", traced.money("/opps/nationalCopayment")],
    ["Minimum unadjusted copayment", traced.money("/opps/minimumCopayment")],
    ["Adjusted beneficiary copayment", traced.money("/opps/adjustedCopayment")],
  ];
}

function markLine(traced: Traced): FacilityLine {
  return ["Mark", traced.plain("/asc/mark"), "CMS prints it beside the code; its file does not say what it means"];
}

function ascLines(traced: Traced, { paymentIndicator: { value }, ascRate, mark }: AscRow): FacilityLine[] {
  const discount = traced.plain("/asc/multipleProcedureDiscount");
  return [
    ["Payment indicator", traced.plain("/asc/paymentIndicator"), indicatorOf("asc-payment", value)?.meaning],
    ...(mark === undefined ? [] : [markLine(traced)]),
    ["Multiple-procedure discount", discount, "Whether a second procedure on the same day is paid at half"],
    ["Payment weight", traced.plain("/asc/paymentWeight")],
    ["Payment rate", traced.printedRate("/asc/ascRate"), ofRate("asc", value, ascRate)],
  ];
}

function facilityBlocks(
  { document }: Traced,
  schedule: Schedule,
  caption: string,
  lines: readonly FacilityLine[],
): Block[] {
  const printed = printedHeading(document, schedule);
  const rows = lines.map(([title, value, meaning]): Line => ({ title, value, meaning }));
  return [
    heading(
      caption,
      copyMarks(document, schedule).map((mark) => [" ", mark]),
    ),
    table({ caption, columns: columns(toned("Figure", "unseen"), printed), rows, hidesCaption: true }),
  ];
}

/** What the facilities are paid, as Addendum B and the ASC addenda print it. */
export function facilitySection(traced: Traced): Section | undefined {
  const { opps, asc } = traced.document;
  if (opps === null && asc === null) return undefined;
  const center = `Ambulatory surgical center (Addendum ${asc?.addendum})`;
  const blocks = [
    ...(opps ? facilityBlocks(traced, "opps", "Hospital outpatient (Addendum B)", oppsLines(traced, opps)) : []),
    ...(asc ? facilityBlocks(traced, "asc", center, ascLines(traced, asc)) : []),
  ];
  return { id: "facilities", title: "Facilities", blocks };
}
