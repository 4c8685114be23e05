import { verdictWords } from "../../answers/audit/verdict-words.ts";
import { type Batch, type ColumnType, type ExportShape, FINE, type Value } from "../../exports/column-types.ts";
import { rateSheet, type SheetColumn } from "../../exports/rate-sheet.ts";
import { NA_MARK } from "../../words/na.ts";
import {
  answersFor,
  figuresAt,
  LIST_AMOUNTS,
  NO_RATE_WITH_MODIFIER,
  ownDifference,
  ownHeading,
  type PricedList,
  sheetRowOf,
} from "./list-answers.ts";
import { whyNoAmount } from "./sources-words.ts";

/** A priced list as a table that can be written. */
export interface ListTable {
  readonly shape: ExportShape;
  readonly batch: Batch<readonly Value[]>;
}

const NAMES: readonly SheetColumn[] = [
  { name: "code", heading: "Code" },
  { name: "modifier", heading: "Modifier" },
];
const ABOUT: readonly SheetColumn[] = [
  { name: "release", heading: "Release" },
  { name: "from", heading: "From" },
  { name: "to", heading: "To" },
  { name: "locality", heading: "Locality" },
];

/** Columns by their headings. */
type Columns = readonly (readonly [heading: string, type: ColumnType, values: readonly Value[]])[];

function notesOf(priced: PricedList): Value[] {
  return priced.list.lines.map((line) => {
    const notes = answersFor(priced, line).flatMap((answer, at) => {
      const name = LIST_AMOUNTS[at]?.short;
      if (answer?.kind === "reason") return [`${name}: ${whyNoAmount(answer)}`];
      return answer !== undefined && "na" in answer && answer.na ? [`${name}: ${NA_MARK}`] : [];
    });
    return [...notes, ...(line.modifier === "" ? [] : [NO_RATE_WITH_MODIFIER])].join("; ");
  });
}

function ownColumns(priced: PricedList): Columns {
  const figureAt = figuresAt(priced);
  if (priced.audit === undefined) return [];
  return priced.list.own.flatMap(({ column, heading }) => {
    const figures = priced.list.lines.map(({ row }) => figureAt(row, column));
    const name = `${ownHeading(heading)} (${column})`;
    return [
      [`Yours: ${name}`, FINE, figures.map((each) => each?.seen ?? null)],
      [`Difference: ${name}`, FINE, figures.map(ownDifference)],
      [`Verdict: ${name}`, "text", figures.map((each) => (each === undefined ? null : verdictWords(each)))],
    ] as const;
  });
}

/**
 * A list as a table: the rate sheet of its rows, with what the sheet does not have.
 *
 * @throws InputFault for a list without lines
 */
export function listTable(priced: PricedList): ListTable {
  const { release, locality, list } = priced;
  const sheet = rateSheet({
    release,
    asked: { locality, setting: "office", track: undefined },
    rows: list.lines.map(sheetRowOf),
    columns: [...NAMES, ...LIST_AMOUNTS, ...ABOUT],
    keepsAll: true,
  });
  const ofSheet = (columns: readonly SheetColumn[]): Columns =>
    columns.map(({ heading }) => [heading, sheet.shape.columns[heading] ?? "text", sheet.batch[heading] ?? []]);
  const columns: Columns = [
    ["Line", "text", list.lines.map(({ line }) => String(line))],
    ...ofSheet(NAMES),
    ...ofSheet(LIST_AMOUNTS),
    ["Notes", "text", notesOf(priced)],
    ...ownColumns(priced),
    ...ofSheet(ABOUT),
  ];
  return {
    shape: { name: "list", columns: Object.fromEntries(columns.map(([heading, type]) => [heading, type])) },
    batch: Object.fromEntries(columns.map(([heading, , values]) => [heading, values])),
  };
}
