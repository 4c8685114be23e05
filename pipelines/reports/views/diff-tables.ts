import {
  type DiffDocument,
  type DiffSide,
  DiffTable,
  type FactorChange,
  type MissingColumn,
  type NotInCopy,
  type OneSided,
  type TableTally,
} from "../../../schemas/out/diff.ts";
import { fieldWords } from "../../words/fields.ts";
import { countText } from "../../words/money-text.ts";
import { TABLES, trackText } from "../../words/names.ts";
import { successionSentence } from "../../words/successions.ts";
import type { Sides } from "./side-notes.ts";
import { type Block, list, paragraph, type TableBlock, table as tableOf, type ViewColumn } from "./view.ts";

/** Which wanted codes are compared with nothing: neither release has them. */
export function unknownCodesBlock({ from, to, unknownCodes = [] }: DiffDocument): Block {
  const which = unknownCodes.join(", ");
  return unknownCodes.length > 0 && paragraph(`In neither ${from.release} nor ${to.release}, and left out: ${which}.`);
}

/** Why a side has nothing of a table; undefined where it was read. */
export function notReadReason({ notRead }: DiffSide, table: DiffTable): string | undefined {
  return notRead.find((each) => each.table === table)?.reason;
}

/** "not read in 2025D: no asc publication of 2025Q4 is registered"; undefined where both sides have the table. */
export function notReadText({ from, to }: Sides, table: DiffTable): string | undefined {
  const lacking = [from, to].flatMap((side): string[] => {
    const reason = notReadReason(side, table);
    return reason === undefined ? [] : [`not read in ${side.release}: ${reason}`];
  });
  return lacking.length === 0 ? undefined : lacking.join("; ");
}

/** A conversion factor, or why a side has none: it has those of other tracks, the file was not read, or it is not known. */
function factorText(diff: Sides & Pick<DiffDocument, "factors">, factor: FactorChange, at: "from" | "to"): string {
  const { schedule, [at]: value } = factor;
  if (value !== null) return value;
  if (diff.factors.some((other) => other.schedule === schedule && other[at] !== null)) return "no such track";
  return notReadReason(diff[at], schedule) === undefined ? "none recorded" : `not read in ${diff[at].release}`;
}

/** The counts of a table, in the order of the report. */
const TALLY_NAMES = [
  "before",
  "after",
  "added",
  "removed",
  "changed",
  "unchanged",
] as const satisfies (keyof TableTally)[];

function cells({ fields }: NotInCopy, at: "from" | "to", table: DiffTable): string[] {
  const some = Object.entries(fields).filter(([, counts]) => counts[at] > 0);
  return some.map(([field, counts]) => `${fieldWords(field, table)} ${countText(counts[at])}`);
}

/** What was not compared because a side's copy leaves it out, in sentences; none where both copies have all of it. */
function notInCopyText({ from, to }: Sides, { fields, rows }: NotInCopy, table: DiffTable): string[] {
  const sides = (["from", "to"] as const).flatMap((at): string[] => {
    const counts = cells({ fields, rows }, at, table);
    const other = at === "from" ? to : from;
    const { release } = at === "from" ? from : to;
    const what = `Not in the copy of ${release}, and not compared with the cells of ${other.release}`;
    return counts.length === 0 ? [] : [`${what}: ${counts.join(", ")}.`];
  });
  if (sides.length === 0) return [];
  const known = `Codes with such a cell: ${countText(rows.changed)} of the changed rows, ${countText(rows.unchanged)} of the unchanged, of which only the other cells are known.`;
  const weights = fields["relativeWeight"] ?? fields["paymentWeight"];
  const whole = "Where a release has no weight, the change of a rate is not split into weight and factor.";
  return [...sides, known, ...(weights === undefined ? [] : [whole])];
}

/** What was not compared because a side's file has no such column. */
function missingText({ from, to }: Sides, missing: readonly MissingColumn[], table: DiffTable): string[] {
  return [from, to].flatMap(({ release }, at) => {
    const fields = missing.filter(({ side }) => side === (at === 0 ? "from" : "to")).map(({ field }) => field);
    const words = fields.map((field) => fieldWords(field, table)).join(", ");
    return fields.length === 0 ? [] : [`No such column in the file of ${release}, and not compared: ${words}.`];
  });
}

/** What the counts of a table leave out, in sentences: a side that was built without it, columns and cells that one lacks. */
export function tallyNotes(diff: DiffDocument, table: DiffTable): string[] {
  const unread = notReadText(diff, table);
  const copies = table === "opps" || table === "asc" ? diff[table]?.notInCopy : undefined;
  return [
    ...(unread === undefined ? [] : [`${unread}.`]),
    ...missingText(diff, diff[table]?.missingColumns ?? [], table),
    ...(copies ? notInCopyText(diff, copies, table) : []),
  ];
}

/** One of a table's counts as text; where one side was built without it, "not read" there, the other's rows, and "-". */
function tallyCell(diff: DiffDocument, table: DiffTable, name: keyof TableTally): string {
  const tally = diff[table]?.tally;
  if (tally !== undefined) return countText(tally[name]);
  if (name !== "before" && name !== "after") return "-";
  const rows = diff[name === "before" ? "from" : "to"].rows[table];
  return rows === null ? "not read" : countText(rows);
}

/** Rows of every table on both sides, and what the counts leave out. */
export function tallyBlocks(diff: DiffDocument): Block[] {
  const number = (name: (typeof TALLY_NAMES)[number]): ViewColumn<DiffTable> => ({
    heading: name,
    isNumber: true,
    cell: (table) => tallyCell(diff, table, name),
  });
  const notes = DiffTable.options.flatMap((table) => {
    const sentences = tallyNotes(diff, table);
    return sentences.length === 0 ? [] : [`${TABLES[table]}: ${sentences.join(" ")}`];
  });
  const counts = tableOf<DiffTable>({
    caption: "Rows of every table",
    columns: [{ heading: "Table", cell: (table) => TABLES[table] }, ...TALLY_NAMES.map(number)],
    rows: DiffTable.options,
  });
  return [counts, list(notes, "small")];
}

/** Conversion factors of both sides, whom they are for, and why a side has none. */
export function factorsTable(diff: DiffDocument, factors: readonly FactorChange[]): TableBlock {
  return tableOf<FactorChange>({
    caption: "Conversion factors",
    columns: [
      { heading: "Schedule", cell: ({ schedule }) => schedule.toUpperCase() },
      { heading: "For", cell: trackText },
      { heading: "Before", isNumber: true, cell: (factor) => factorText(diff, factor, "from") },
      { heading: "After", isNumber: true, cell: (factor) => factorText(diff, factor, "to") },
    ],
    rows: factors,
  });
}

/** The heading of {@link successionBlocks}. */
export const SUCCESSIONS = "Codes that succeeded others";

/** What succeeded what, of the codes that only one side has, and who says so. */
export function successionBlocks({ successions }: DiffDocument): Block[] {
  const { successions: all = [], cites = [] } = successions ?? {};
  return [
    list(all.map((each) => `${successionSentence(each)}.`)),
    list(
      cites.map(({ title }) => title),
      "small",
    ),
  ];
}

/** Rows of one table that only one side has. */
export interface OneSide {
  /** "ASC codes only in 2026A" */
  readonly name: string;
  readonly rows: readonly OneSided[];
}

/** Rows in one release only, those of the second first. */
export function oneSides(diff: DiffDocument, table: DiffTable): OneSide[] {
  const { added = [], removed = [] } = diff[table] ?? {};
  const name = (release: string): string => `${TABLES[table]} only in ${release}`;
  return [
    { name: name(diff.to.release), rows: added },
    { name: name(diff.from.release), rows: removed },
  ];
}
