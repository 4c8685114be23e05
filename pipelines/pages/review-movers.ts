import type { Manifest } from "../../schemas/out/manifest.ts";
import { nameOfRow } from "../diff/amount-inputs.ts";
import { counted, countText, dollars } from "../shared/money-text.ts";
import { causesText, signedText } from "./change-words.ts";
import { dataTable } from "./data-table.ts";
import { figure } from "./figure.ts";
import { type Child, type Html, html } from "./html.ts";
import { largest, type Movement, partsOf, SCHEDULES } from "./movements.ts";
import type { ReviewSources } from "./review-sources.ts";
import type { Section } from "./section.ts";

/** Names of a release's files of some roles: "AA.csv or BB.csv". */
function fileNames({ publications }: Manifest, roles: readonly string[]): string {
  const files = publications.flatMap((publication) => publication.files);
  return files
    .filter(({ id }) => roles.includes(id))
    .map(({ name }) => name)
    .join(" or ");
}

/** Writes amounts with the row they stand in; names of files are looked up once a schedule. */
class Rows {
  private readonly files: ReadonlyMap<string, readonly [string, string]>;
  private readonly sources: ReviewSources;

  constructor(sources: ReviewSources) {
    this.sources = sources;
    const named = Object.entries(SCHEDULES).map(([schedule, { files }]) => {
      const names = [fileNames(sources.before, files), fileNames(sources.after, files)] as const;
      return [schedule, names] as const;
    });
    this.files = new Map(named);
  }

  amount({ schedule, fromRow, toRow, amount }: Movement, side: "from" | "to"): Html {
    const value = amount[side];
    const [before, after] = this.files.get(schedule) ?? ["", ""];
    const { release } = this.sources.diff[side];
    const where = side === "from" ? `row ${fromRow} of ${before}` : `row ${toRow} of ${after}`;
    return figure(value === null ? "none" : dollars(value), `${release}: ${where}`);
  }
}

function moversTable(sources: ReviewSources, shown: readonly Movement[]): Html {
  const rows = new Rows(sources);
  const money = (heading: Child, side: "from" | "to") => ({
    heading,
    isNumber: true as const,
    sortBy: ({ amount }: Movement) => (amount[side] === null ? null : Number(amount[side])),
    cell: (row: Movement) => rows.amount(row, side),
  });
  return dataTable({
    caption: "Amounts that moved",
    filter: "Amounts with",
    rows: shown,
    columns: [
      {
        heading: "Code",
        cell: nameOfRow,
        sortBy: nameOfRow,
      },
      {
        heading: "Amount",
        cell: ({ schedule }: Movement) => SCHEDULES[schedule].name,
        sortBy: ({ schedule }) => schedule,
      },
      money(sources.diff.from.release, "from"),
      money(sources.diff.to.release, "to"),
      {
        heading: "Change",
        isNumber: true,
        cell: ({ amount }: Movement) => signedText(amount.change, dollars),
        sortBy: ({ mills }) => mills,
      },
      {
        heading: "Percent",
        isNumber: true,
        cell: ({ amount }: Movement) => signedText(amount.percent),
        sortBy: ({ percent }) => percent,
      },
      { heading: "Causes, in dollars", cell: ({ amount }: Movement) => causesText(amount) },
      {
        heading: "No cited rule",
        isNumber: true,
        cell: ({ amount }: Movement) => amount.unexplained && dollars(amount.unexplained),
        sortBy: ({ amount }) => (amount.unexplained === null ? null : Number(amount.unexplained)),
      },
    ],
  });
}

/** What the list leaves out: changes apart from amounts that came or went, which have no size to be large by. */
function hiddenText(hidden: readonly Movement[]): string {
  const { up, down, came, went } = partsOf(hidden);
  const parts = [
    [up + down, "with an amount on both sides"],
    [came, "with none before"],
    [went, "with none after"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${countText(count)} ${words}`);
  return told.length === 0 ? "" : ` Not shown: ${told.join(", ")}; the diff as JSON has them all.`;
}

/** How the amounts of the list were chosen; nothing where it has all there are. */
function choiceText(most: number, isAll: boolean): string {
  if (isAll) return "all there are";
  const number = countText(most);
  return `the ${number} largest changes of each schedule in dollars and the ${number} largest in percent, and where a schedule has fewer, amounts that came or went too`;
}

/** The largest movers, to sort and to filter. */
export function moversSection(sources: ReviewSources, all: readonly Movement[]): Section {
  const chosen = new Set(largest(all, sources.most));
  const hidden = all.filter((each) => !chosen.has(each));
  const choice = choiceText(sources.most, hidden.length === 0);
  const body = html`<p>${counted(chosen.size, "amount")}, the largest change in dollars first: ${choice}.${hiddenText(hidden)}</p>
<p>A star marks what a cited rule explains; under “no cited rule” stand the dollars for which no rule on record, with its
source, says why. A rate without a weight cannot be split, and stands there whole.</p>
${moversTable(sources, [...chosen])}`;
  return { id: "movers", title: "Largest movers", body };
}
