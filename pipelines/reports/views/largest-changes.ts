import type { Manifest } from "../../../schemas/out/manifest.ts";
import { NEW_FIGURES } from "../../words/changes.ts";
import { dollars } from "../../words/money-text.ts";
import type { Amount } from "../../words/names.ts";
import { amountsTable } from "./amounts-table.ts";
import { largestChanges } from "./chosen-changes.ts";
import { AMOUNT_FILES, AMOUNT_NAMES, type RowMovement } from "./movements.ts";
import { otherAmounts, type Where } from "./review-others.ts";
import type { ReviewSources } from "./review-sources.ts";
import { figure, paragraph, type Section, type TableBlock } from "./view.ts";

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

/** @param moved every amount that changed, those marked NA included */
function largestChangesTable(
  sources: ReviewSources,
  shown: readonly RowMovement[],
  moved: readonly RowMovement[],
): TableBlock {
  const { from, to } = sources.diff;
  const where = whereOf(sources);
  return amountsTable<RowMovement>({
    caption: "Amounts that changed",
    filter: "Amounts with",
    others: otherAmounts(sources, moved, new Set(shown), where),
    rows: shown,
    headings: { from: from.release, to: to.release },
    cell: ({ schedule, fromRow, toRow, amount }, side) => {
      const value = amount[side];
      const row = side === "from" ? fromRow : toRow;
      return figure(value === null ? "none" : dollars(value), where(side, schedule, row));
    },
    hasRules: true,
  });
}

/**
 * The largest changes, to sort and to filter.
 *
 * @param all amounts that changed, without those marked NA
 * @param moved the same with those
 */
export function largestChangesSection(
  sources: ReviewSources,
  all: readonly RowMovement[],
  moved: readonly RowMovement[] = all,
): Section {
  const elsewhere =
    sources.sides === undefined
      ? "the diff as JSON has them all"
      : "the field above the table finds every amount of both releases";
  const { shown, words } = largestChanges(all, sources.most, elsewhere);
  const blocks = [
    paragraph(words),
    paragraph(
      `${NEW_FIGURES} “By CMS's new figures” is their sum. A rate without a weight cannot be split, so its whole change is there.`,
    ),
    largestChangesTable(sources, shown, moved),
  ];
  return { id: "movers", title: "Largest changes", blocks };
}
