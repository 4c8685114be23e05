import { CAUSE_WORDS } from "../../pipelines/diff/cause-words.ts";
import { countText } from "../../pipelines/shared/money-text.ts";
import type { AmountChange, DiffDocument, PfsChange, RateChange, TableTally } from "../../schemas/out/diff.ts";
import { localityLines } from "./locality-markdown.ts";
import { markdownTable } from "./marked.ts";

const TABLES = [
  ["pfs", "PFS rows"],
  ["localities", "localities"],
  ["opps", "OPPS codes"],
  ["asc", "ASC codes"],
] as const;

function tallyRow(words: string, tally: TableTally | undefined): string[] {
  if (tally === undefined) return [words, ...Array.from({ length: 6 }, () => "-")];
  const { before, after, added, removed, changed, unchanged } = tally;
  return [words, ...[before, after, added, removed, changed, unchanged].map(countText)];
}

function tallies(diff: DiffDocument): string {
  const heading = ["", "before", "after", "added", "removed", "changed", "unchanged"];
  return markdownTable(
    heading,
    TABLES.map(([name, words]) => tallyRow(words, diff[name]?.tally)),
  );
}

function effectsText({ effects, explained }: AmountChange): string {
  if (effects === null) return "-";
  const parts = Object.entries(effects).filter(([cause, effect]) => cause !== "rounding" || effect !== "0.00");
  return parts
    .map(([cause, effect]) => `${CAUSE_WORDS[cause] ?? cause} ${effect}${explained[cause] === undefined ? "" : "*"}`)
    .join(", ");
}

const AMOUNT_HEADING = ["code", "setting", "before", "after", "change", "%", "causes"];

function amountRow(code: string, setting: string, change: AmountChange): string[][] {
  if (change.from === change.to) return [];
  const { from, to, change: by, percent } = change;
  return [[code, setting, from ?? "none", to ?? "none", by ?? "-", percent ?? "-", effectsText(change)]];
}

function pfsRows({ hcpcs, modifier, nonFacility, facility }: PfsChange): string[][] {
  const code = modifier === "" ? hcpcs : `${hcpcs} ${modifier}`;
  return [...amountRow(code, "non-facility", nonFacility), ...amountRow(code, "facility", facility)];
}

function movers(title: string, rows: readonly (readonly string[])[], most: number): string[] {
  if (rows.length === 0) return [];
  const more = rows.length > most ? [`\n... and ${countText(rows.length - most)} more`] : [];
  return [`## ${title}\n`, markdownTable(AMOUNT_HEADING, rows.slice(0, most)), ...more, ""];
}

function rateRows(setting: string, changed: readonly RateChange[] = []): string[][] {
  return changed.flatMap(({ hcpcs, rate }) => amountRow(hcpcs, setting, rate));
}

/** Changes of a letter, code by code: "A to N: 12 (33340, ...)". */
function letterLines(changed: readonly (PfsChange | RateChange)[], field: string, most: number): string[] {
  const groups = new Map<string, string[]>();
  for (const { hcpcs, fields } of changed) {
    const change = fields[field];
    if (change === undefined) continue;
    const way = `${change.from || "none"} to ${change.to || "none"}`;
    groups.set(way, [...(groups.get(way) ?? []), hcpcs]);
  }
  return [...groups]
    .sort(([, left], [, right]) => right.length - left.length)
    .map(
      ([way, codes]) =>
        `- ${way}: ${countText(codes.length)} (${codes.slice(0, most).join(", ")}${codes.length > most ? ", ..." : ""})`,
    );
}

function letters({ pfs, opps, asc }: DiffDocument): string[] {
  const groups: [string, string[]][] = [
    ["PFS status", letterLines(pfs?.changed ?? [], "status", 8)],
    ["OPPS status indicator", letterLines(opps?.changed ?? [], "statusIndicator", 8)],
    ["APC", letterLines(opps?.changed ?? [], "apc", 8)],
    ["ASC payment indicator", letterLines(asc?.changed ?? [], "paymentIndicator", 8)],
  ];
  return groups.flatMap(([words, lines]) => (lines.length === 0 ? [] : [`## ${words}\n`, ...lines, ""]));
}

function factorLines({ factors }: DiffDocument): string[] {
  const rows = factors
    .filter(({ from, to }) => from !== to)
    .map(({ schedule, track, from, to }) => [schedule.toUpperCase(), track ?? "", from ?? "none", to ?? "none"]);
  return rows.length === 0
    ? []
    : ["## Conversion factors\n", markdownTable(["schedule", "track", "before", "after"], rows), ""];
}

/** The rules that explain something, and who says so. */
export function ruleLines({ rules }: Pick<DiffDocument, "rules">, title: string): string[] {
  const lines = Object.entries(rules).map(
    ([id, { title, cites }]) => `- \`${id}\`: ${title}. Source: ${cites.map((cite) => cite.title).join("; ")}`,
  );
  return lines.length === 0 ? [] : [`## ${title}\n`, ...lines, ""];
}

/**
 * A diff for people.
 *
 * @param most how many amounts to show of each schedule
 */
export function diffMarkdown(diff: DiffDocument, most: number): string {
  const { from, to, pfs, opps, asc } = diff;
  const side = ({ release, title, coverage }: DiffDocument["from"]): string => `${release} (${title}, ${coverage})`;
  const lines = [
    `# ${from.release} to ${to.release}\n`,
    `${side(from)} and ${side(to)}.\n`,
    tallies(diff),
    "",
    ...factorLines(diff),
    ...movers(
      "Physician fee schedule, national: what no rule explains first",
      (pfs?.changed ?? []).flatMap(pfsRows),
      most,
    ),
    ...localityLines(diff, most),
    ...movers("Hospital outpatient", rateRows("OPPS", opps?.changed), most),
    ...movers("Ambulatory surgical centers", rateRows("ASC", asc?.changed), most),
    ...letters(diff),
    ...ruleLines(diff, "What explains the causes marked *"),
    "## How a change is split\n",
    diff.method,
  ];
  return lines.join("\n");
}
