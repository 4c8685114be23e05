import type { Manifest } from "../../../schemas/out/manifest.ts";
import { nameOfRow } from "../../answers/diff/amount-inputs.ts";
import { causesText, NEW_FIGURES, withSign } from "../../words/changes.ts";
import { counted, countText, dollars } from "../../words/money-text.ts";
import { AMOUNTS, type Amount } from "../../words/names.ts";
import { AMOUNT_FILES, AMOUNT_NAMES, largest, type Movement, partsOf } from "./movements.ts";
import { otherAmounts, type Where } from "./review-others.ts";
import type { ReviewSources } from "./review-sources.ts";
import { figure, paragraph, type Section, type TableBlock, table, type ViewColumn } from "./view.ts";

/** Names of a release's files of an amount: "AA.csv or BB.csv". */
function fileNames({ publications }: Manifest, amount: Amount): string {
  const files = publications.flatMap((publication) => publication.files);
  return files
    .filter(({ id }) => AMOUNT_FILES[amount].includes(id))
    .map(({ name }) => name)
    .join(" or ");
}

/** Names the row of an amount: "2025A: row 14 of PPRRVU25_JAN.csv"; names of files are looked up once. */
function whereOf({ diff, before, after }: ReviewSources): Where {
  const filesOf = (manifest: Manifest) => new Map(AMOUNT_NAMES.map((amount) => [amount, fileNames(manifest, amount)]));
  const files = { from: filesOf(before), to: filesOf(after) };
  return (side, schedule, row) => `${diff[side].release}: row ${row} of ${files[side].get(schedule)}`;
}

/** A side's amount, with its row. */
function amountColumn({ diff }: ReviewSources, side: "from" | "to", where: Where): ViewColumn<Movement> {
  return {
    heading: diff[side].release,
    isNumber: true,
    sortBy: ({ amount }) => (amount[side] === null ? null : Number(amount[side])),
    cell: ({ schedule, fromRow, toRow, amount }) => {
      const value = amount[side];
      const row = side === "from" ? fromRow : toRow;
      return figure(value === null ? "none" : dollars(value), where(side, schedule, row));
    },
  };
}

/** @param moved every amount that changed, those marked NA included */
function largestChangesTable(
  sources: ReviewSources,
  shown: readonly Movement[],
  moved: readonly Movement[],
): TableBlock {
  const where = whereOf(sources);
  return table<Movement>({
    caption: "Amounts that changed",
    filter: "Amounts with",
    others: otherAmounts(sources, moved, new Set(shown), where),
    rows: shown,
    columns: [
      { heading: "Code", cell: nameOfRow, sortBy: nameOfRow },
      { heading: "Amount", cell: ({ schedule }) => AMOUNTS[schedule].name, sortBy: ({ schedule }) => schedule },
      amountColumn(sources, "from", where),
      amountColumn(sources, "to", where),
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
      {
        heading: "By CMS's new figures",
        isNumber: true,
        cell: ({ amount }) => amount.unexplained && dollars(amount.unexplained),
        sortBy: ({ amount }) => (amount.unexplained === null ? null : Number(amount.unexplained)),
      },
    ],
  });
}

/** What the list leaves out: changes, and separately amounts that appeared or disappeared, which have no size. */
function hiddenText(hidden: readonly Movement[], isAnswered: boolean): string {
  const { up, down, came, went } = partsOf(hidden);
  const parts = [
    [up + down, "with an amount in both releases"],
    [came, "without an amount before"],
    [went, "without an amount after"],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, words]) => `${countText(count)} ${words}`);
  return counts.length === 0
    ? ""
    : ` Not shown: ${counts.join(", ")}; ${isAnswered ? "the field above the table finds every amount of both releases" : "the diff as JSON has them all"}.`;
}

/** How the amounts of the list were chosen; "all of them" where it has all. */
function choiceText(most: number, isAll: boolean): string {
  if (isAll) return "all of them";
  const number = countText(most);
  return `the ${number} largest changes of each schedule in dollars and the ${number} largest in percent; where a schedule has fewer, also amounts that appeared or disappeared`;
}

/**
 * The largest changes, to sort and to filter.
 *
 * @param all amounts that changed, without those marked NA
 * @param moved the same with those
 */
export function largestChangesSection(
  sources: ReviewSources,
  all: readonly Movement[],
  moved: readonly Movement[] = all,
): Section {
  const chosen = new Set(largest(all, sources.most));
  const hidden = all.filter((each) => !chosen.has(each));
  const choice = choiceText(sources.most, hidden.length === 0);
  const blocks = [
    paragraph(
      `${counted(chosen.size, "amount")}, the largest change in dollars first: ${choice}.${hiddenText(hidden, sources.sides !== undefined)}`,
    ),
    paragraph(
      `${NEW_FIGURES} “By CMS's new figures” is their sum. A rate without a weight cannot be split, so its whole change is there.`,
    ),
    largestChangesTable(sources, [...chosen], moved),
  ];
  return { id: "movers", title: "Largest changes", blocks };
}
