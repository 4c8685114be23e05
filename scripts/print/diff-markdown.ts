import { CAUSE_WORDS } from "../../pipelines/diff/cause-words.ts";
import { naWays, type Way, ways } from "../../pipelines/diff/letter-ways.ts";
import { isMarkedNa, NA_MEANING } from "../../pipelines/diff/na-marks.ts";
import { isRateCompared } from "../../pipelines/diff/rate-changes.ts";
import { factorText, fileNotes, TABLE_WORDS } from "../../pipelines/diff/side-words.ts";
import { TALLY_NAMES, tallyCells, tallyNotes } from "../../pipelines/diff/tally-words.ts";
import { counted, countText } from "../../pipelines/shared/money-text.ts";
import {
  type AmountChange,
  type DiffDocument,
  DiffTable,
  type FeeChange,
  type RateChange,
} from "../../schemas/out/diff.ts";
import { localityLines } from "./locality-markdown.ts";
import { markdownTable } from "./marked.ts";

function tallies(diff: DiffDocument): string[] {
  const rows = DiffTable.options.map((table) => {
    const cells = tallyCells(diff, table);
    return [TABLE_WORDS[table], ...TALLY_NAMES.map((name) => cells[name])];
  });
  const notes = DiffTable.options.flatMap((table) => {
    const sentences = tallyNotes(diff, table);
    return sentences.length === 0 ? [] : [`- ${TABLE_WORDS[table]}: ${sentences.join(" ")}`];
  });
  return [markdownTable(["", ...TALLY_NAMES], rows), "", ...(notes.length === 0 ? [] : [...notes, ""])];
}

/** The two sides, and below each what its files are. */
export function sideLines({ from, to }: Pick<DiffDocument, "from" | "to">): string[] {
  const notes = [from, to].flatMap((side) => fileNotes(side).map((note) => `- ${side.release}: ${note}`));
  return [...notes, ""];
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

interface Physician {
  readonly code: string;
  readonly setting: string;
  readonly amount: FeeChange;
}

/** Physicians' amounts that are another one after. */
function physicians({ pfs }: DiffDocument): Physician[] {
  const all = (pfs?.changed ?? []).flatMap(({ hcpcs, modifier, nonFacility, facility }): Physician[] => {
    const code = modifier === "" ? hcpcs : `${hcpcs} ${modifier}`;
    return [
      { code, setting: "non-facility", amount: nonFacility },
      { code, setting: "facility", amount: facility },
    ];
  });
  return all.filter(({ amount }) => amount.from !== amount.to);
}

/** What stands in no list of movers, said above them. */
function naLine(all: readonly Physician[]): string[] {
  const marked = all.filter(({ amount }) => isMarkedNa(amount)).length;
  if (marked === 0) return [];
  const what = `${countText(marked)} of the ${counted(all.length, "amount")} that changed, came or went`;
  return [`${what} are marked NA on a side and not listed. ${NA_MEANING}.\n`];
}

function movers(title: string, rows: readonly (readonly string[])[], most: number, above: readonly string[]): string[] {
  if (rows.length + above.length === 0) return [];
  const more = rows.length > most ? [`\n... and ${countText(rows.length - most)} more`] : [];
  const table = rows.length === 0 ? [] : [markdownTable(AMOUNT_HEADING, rows.slice(0, most))];
  return [`## ${title}\n`, ...above, ...table, ...more, ""];
}

function physicianMovers(diff: DiffDocument, most: number): string[] {
  const all = physicians(diff);
  const listed = all.filter(({ amount }) => !isMarkedNa(amount));
  const rows = listed.flatMap(({ code, setting, amount }) => amountRow(code, setting, amount));
  const title = "Physician fee schedule, national: what no cited rule on record explains first";
  return movers(title, rows, most, naLine(all));
}

function rateRows(setting: string, changed: readonly RateChange[] = []): string[][] {
  return changed.filter(isRateCompared).flatMap(({ hcpcs, rate }) => amountRow(hcpcs, setting, rate));
}

/** Codes that are named of each way in which a letter changed. */
const NAMED = 8;

/** "- A to N: 12 (33340, ...)". */
function wayLine({ from, to, codes }: Way): string {
  const more = codes.length > NAMED ? ", ..." : "";
  return `- ${from} to ${to}: ${countText(codes.length)} (${codes.slice(0, NAMED).join(", ")}${more})`;
}

function letters(diff: DiffDocument): string[] {
  const { pfs, opps, asc } = diff;
  const marks = naWays(diff).map(({ setting, ...way }) => wayLine(way).replace("- ", `- ${setting}: `));
  const groups: [string, string[]][] = [
    ["PFS status", ways(pfs?.changed ?? [], "status").map(wayLine)],
    ["NA marks: rarely or never done at the setting", marks],
    ["OPPS status indicator", ways(opps?.changed ?? [], "statusIndicator").map(wayLine)],
    ["APC", ways(opps?.changed ?? [], "apc").map(wayLine)],
    ["ASC payment indicator", ways(asc?.changed ?? [], "paymentIndicator").map(wayLine)],
  ];
  return groups.flatMap(([words, lines]) => (lines.length === 0 ? [] : [`## ${words}\n`, ...lines, ""]));
}

function factorLines(diff: DiffDocument): string[] {
  const rows = diff.factors
    .filter(({ from, to }) => from !== to)
    .map((factor) => [
      factor.schedule.toUpperCase(),
      factor.track ?? "",
      factorText(diff, factor, "from"),
      factorText(diff, factor, "to"),
    ]);
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
  const { from, to, opps, asc } = diff;
  const side = ({ release, title, coverage }: DiffDocument["from"]): string => `${release} (${title}, ${coverage})`;
  const lines = [
    `# ${from.release} to ${to.release}\n`,
    `${side(from)} and ${side(to)}.\n`,
    ...sideLines(diff),
    ...tallies(diff),
    ...factorLines(diff),
    ...physicianMovers(diff, most),
    ...localityLines(diff, most),
    ...movers("Hospital outpatient", rateRows("OPPS", opps?.changed), most, []),
    ...movers("Ambulatory surgical centers", rateRows("ASC", asc?.changed), most, []),
    ...letters(diff),
    ...ruleLines(diff, "What explains the causes marked *"),
    "## How a change is split\n",
    diff.method,
  ];
  return lines.join("\n");
}
