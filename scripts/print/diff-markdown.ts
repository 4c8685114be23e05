import { nameOfRow } from "../../pipelines/diff/amount-inputs.ts";
import { CAUSE_WORDS } from "../../pipelines/diff/cause-words.ts";
import { fieldWords } from "../../pipelines/diff/field-words.ts";
import { naWays, type Way, ways } from "../../pipelines/diff/letter-ways.ts";
import { isMarkedNa, NA_MEANING } from "../../pipelines/diff/na-marks.ts";
import { firstText, otherFields, rowsText } from "../../pipelines/diff/other-fields.ts";
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
  const all = (pfs?.changed ?? []).flatMap(({ nonFacility, facility, ...row }): Physician[] => {
    const code = nameOfRow(row);
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
  return [`${what} ${marked === 1 ? "is" : "are"} marked NA on a side and not listed. ${NA_MEANING}.\n`];
}

function movers(title: string, rows: readonly (readonly string[])[], most: number, above: readonly string[]): string[] {
  if (rows.length + above.length === 0) return [];
  const more = rows.length > most ? [`\n... and ${countText(rows.length - most)} more`] : [];
  const table = rows.length === 0 ? [] : [markdownTable(AMOUNT_HEADING, rows.slice(0, most))];
  return [`## ${title}\n`, ...above, ...table, ...more, ""];
}

/** The order of every list of amounts. */
const OPEN_FIRST = "what no cited rule on record explains first, the largest first";

function physicianMovers(diff: DiffDocument, most: number): string[] {
  const all = physicians(diff);
  const listed = all.filter(({ amount }) => !isMarkedNa(amount));
  const rows = listed.flatMap(({ code, setting, amount }) => amountRow(code, setting, amount));
  const order =
    "By row of CMS's file, both its amounts together: first the row with the largest change that no cited rule explains, in either setting.\n";
  const above = rows.length === 0 ? naLine(all) : [...naLine(all), order];
  return movers(`Physician fee schedule, national: ${OPEN_FIRST}`, rows, most, above);
}

function rateRows(setting: string, changed: readonly RateChange[] = []): string[][] {
  return changed.filter(isRateCompared).flatMap(({ hcpcs, rate }) => amountRow(hcpcs, setting, rate));
}

/** Rows that are named of each way in which a letter changed, and of those on one side only. */
const NAMED = 8;

function firstNames(names: readonly string[]): string {
  return [...names.slice(0, NAMED), ...(names.length > NAMED ? ["..."] : [])].join(", ");
}

/** "- A to N: 12 (33340, ...)". */
function wayLine({ from, to, codes }: Way): string {
  return `- ${from} to ${to}: ${countText(codes.length)} (${firstNames(codes)})`;
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

/** Cells of a field that are told, old and new. */
const FIRST = 5;

/** Fields that have no list of their own: how many rows changed, and the first of them. */
function otherFieldLines(diff: DiffDocument): string[] {
  const lines = otherFields(diff).map(
    (each) =>
      `- ${TABLE_WORDS[each.table]}, ${fieldWords(each.field, each.table)}: ${rowsText(each)} (${firstText(each.rows, FIRST)})`,
  );
  return lines.length === 0 ? [] : ["## Other fields\n", ...lines, ""];
}

/** Rows that stand on one side only, by name. */
function oneSidedLines(diff: DiffDocument): string[] {
  const lines = DiffTable.options.flatMap((table) =>
    (["added", "removed"] as const).flatMap((way) => {
      const rows = (diff[table]?.[way] ?? []).map(({ key }) => key);
      if (rows.length === 0) return [];
      const { release } = way === "added" ? diff.to : diff.from;
      return [`- ${TABLE_WORDS[table]} only in ${release}: ${countText(rows.length)} (${firstNames(rows)})`];
    }),
  );
  return lines.length === 0 ? [] : ["## In one release only\n", ...lines, ""];
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
    ...movers(`Hospital outpatient: ${OPEN_FIRST}`, rateRows("OPPS", opps?.changed), most, []),
    ...movers(`Ambulatory surgical centers: ${OPEN_FIRST}`, rateRows("ASC", asc?.changed), most, []),
    ...letters(diff),
    ...otherFieldLines(diff),
    ...oneSidedLines(diff),
    ...ruleLines(diff, "What explains the causes marked *"),
    "## How a change is split\n",
    diff.method,
  ];
  return lines.join("\n");
}
