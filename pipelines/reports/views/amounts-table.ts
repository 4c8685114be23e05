import { nameOfRow } from "../../answers/diff/row-name.ts";
import { causesText, withSign } from "../../words/changes.ts";
import { dollars } from "../../words/money-text.ts";
import { AMOUNTS } from "../../words/names.ts";
import type { Movement } from "./movements.ts";
import { type Content, type TableBlock, table, type ViewColumn } from "./view.ts";

/** Amounts of two releases side by side, and how a table of them is used. */
export interface AmountsTable<Moved extends Movement> extends Pick<TableBlock, "filter" | "others"> {
  readonly caption: string;
  readonly rows: readonly Moved[];
  /** Headings of the two amounts. */
  readonly headings: Readonly<Record<"from" | "to", string>>;
  /** A side's amount with its source, or why there is none. */
  readonly cell: (moved: Moved, side: "from" | "to") => Content;
  /** Whether it is known which changes a rule on record gives. */
  readonly hasRules: boolean;
}

function sideColumn<Moved extends Movement>(
  { headings, cell }: AmountsTable<Moved>,
  side: "from" | "to",
): ViewColumn<Moved> {
  return {
    heading: headings[side],
    isNumber: true,
    sortBy: ({ amount }) => (amount[side] === null ? null : Number(amount[side])),
    cell: (moved) => cell(moved, side),
  };
}

/** The part of a change that no rule on record gives. */
const BY_NEW_FIGURES: ViewColumn<Movement> = {
  heading: "By CMS's new figures",
  isNumber: true,
  cell: ({ amount }) => amount.unexplained && dollars(amount.unexplained),
  sortBy: ({ amount }) => (amount.unexplained === null ? null : Number(amount.unexplained)),
};

/** Amounts before and after, how each changed and why; to sort. */
export function amountsTable<Moved extends Movement>(shown: AmountsTable<Moved>): TableBlock {
  const { caption, rows, filter, others, hasRules } = shown;
  return table<Moved>({
    caption,
    ...(filter !== undefined && { filter }),
    others,
    rows,
    columns: [
      { heading: "Code", cell: nameOfRow, sortBy: nameOfRow },
      { heading: "Amount", cell: ({ schedule }) => AMOUNTS[schedule].name, sortBy: ({ schedule }) => schedule },
      sideColumn(shown, "from"),
      sideColumn(shown, "to"),
      {
        heading: "Change",
        isNumber: true,
        cell: ({ amount }) => withSign(amount.change, dollars),
        sortBy: ({ mills }) => mills,
      },
      {
        heading: "Percent",
        isNumber: true,
        cell: ({ amount }) => withSign(amount.percent),
        sortBy: ({ percent }) => percent,
      },
      { heading: "Causes", cell: ({ amount }) => causesText(amount) },
      ...(hasRules ? [BY_NEW_FIGURES] : []),
    ],
  });
}
