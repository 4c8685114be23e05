import { counted, countText, dollars } from "../../pipelines/words/money-text.ts";
import { rowName } from "../../pipelines/words/names.ts";
import type {
  AmountDerivation,
  ConformanceColumn,
  Difference,
  PaymentConformance,
} from "../../schemas/out/conformance.ts";
import { wrapped } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

/** Most codes of a file that are shown, each with its first difference. */
const SHOWN = 5;

/** Names of the columns of a payment amount file. */
export const WORDS: Readonly<Record<ConformanceColumn, string>> = {
  rows: "rows that we price",
  nonFacility: "non-facility",
  facility: "facility",
  pctcIndicator: "PC/TC indicator",
  status: "status",
  multipleSurgery: "multiple surgery",
  oppsIndicator: "OPPS indicator",
  oppsNonFacility: "at the OPPS cap, non-facility",
  oppsFacility: "at the OPPS cap, facility",
  therapyNonInstitutional: "therapy, noninstitutional",
  therapyInstitutional: "therapy, institutional",
};

function money(text: string): string {
  return /^\d+\.\d{2,}$/.test(text) ? dollars(text) : text;
}

function cellText({ cells }: AmountDerivation): string {
  return cells
    .map(({ file, row, columns }) => `${file} ${columns.map(({ column }) => `${column}${row}`).join(" ")}`)
    .join("; ");
}

function why({ published, ours, reason, derivation }: Difference, colours: Colours): string[] {
  if (derivation === undefined || ours === null) {
    const own = ours === null ? "we have none" : `we have ${money(ours)}`;
    return [`    CMS published ${money(published)}; ${own}${reason === undefined ? "" : `: ${reason}`}`];
  }
  return [
    `    ${derivation.formula} = ${dollars(derivation.unrounded).slice(1)} -> ${money(ours)}, CMS published ${money(published)}`,
    ...wrapped(cellText(derivation), "      ", "      ").map(colours.dim),
  ];
}

function grouped(differences: readonly Difference[]): Difference[][] {
  const groups = new Map<string, Difference[]>();
  for (const each of differences) {
    const key = `${each.hcpcs} ${each.modifier} ${each.column}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function groupLines(group: readonly Difference[], colours: Colours): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { hcpcs, modifier, locality, line, column } = first;
  const others = group.length === 1 ? "" : `, and on ${counted(group.length - 1, "more line")}`;
  const what = column === "rows" ? "" : ` ${WORDS[column]}`;
  return [
    `  ${colours.red(rowName(hcpcs, modifier))}${what} in ${locality}, line ${countText(line)}${others}`,
    ...why(first, colours),
  ];
}

/** The first difference of each code, with its arithmetic and its cells. */
export function differenceLines({ differences, differenceCount }: PaymentConformance, colours: Colours): string[] {
  if (differenceCount === 0) return [];
  const groups = grouped(differences);
  const shown = groups.slice(0, SHOWN);
  const rest = differenceCount - shown.reduce((count, group) => count + group.length, 0);
  return [
    `  ${colours.red(counted(differenceCount, "difference"))}`,
    ...shown.flatMap((group) => groupLines(group, colours)),
    ...(rest > 0 ? [colours.dim(`  ... and ${countText(rest)} more; --json lists the first 1,000`)] : []),
  ];
}
