import type { DiffDocument, FactorChange, TableTally } from "../../schemas/out/diff.ts";
import { countText, dollars } from "../shared/money-text.ts";
import { changeDistribution } from "./change-distribution.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import { type Movement, movements, SCHEDULE_NAMES, SCHEDULES } from "./movements.ts";
import { pageText } from "./page.ts";
import { checksSection } from "./review-checks.ts";
import { letterSections } from "./review-letters.ts";
import { moversSection } from "./review-movers.ts";
import { reviewProvenance } from "./review-provenance.ts";
import type { ReviewSources } from "./review-sources.ts";
import { contents, type Section, sectionHtml } from "./section.ts";
import { waterfall } from "./waterfall.ts";

function entry(term: string, value: Child, note: Child): Html {
  return html`<div><dt>${term}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd></div>`;
}

const nameOf = ({ hcpcs, modifier }: Movement): string => (modifier === "" ? hcpcs : `${hcpcs}-${modifier}`);

/** The amount that moved furthest one way, among those that physicians are paid. */
function furthest(all: readonly Movement[], sign: 1 | -1): Movement | undefined {
  const physician = all.filter(
    ({ schedule, percent }) => schedule !== "opps" && schedule !== "asc" && percent !== null,
  );
  const way = physician.filter(({ mills }) => Math.sign(mills ?? 0) === sign);
  return way.toSorted((left, right) => sign * ((right.percent ?? 0) - (left.percent ?? 0)))[0];
}

function mover(term: string, moved: Movement | undefined): Html {
  if (moved === undefined) return entry(term, "none", "");
  const { amount, schedule } = moved;
  const note = `${nameOf(moved)}, ${SCHEDULES[schedule].name.toLowerCase()}: ${dollars(amount.from ?? "")} to ${dollars(amount.to ?? "")}`;
  return entry(term, `${amount.percent}%`, note);
}

function headline({ diff }: ReviewSources, all: readonly Movement[]): Html {
  const { from, to, pfs } = diff;
  const count = (sign: number): string => countText(all.filter(({ mills }) => Math.sign(mills ?? 0) === sign).length);
  const open = all.filter(({ amount }) => amount.unexplained !== null && !/^-?0\.0+$/.test(amount.unexplained)).length;
  const factor = (side: DiffDocument["from"]): string => side.conversionFactor?.value ?? "none";
  return html`<dl class="headline">
${entry("Amounts moved", countText(all.length), `${count(1)} up, ${count(-1)} down`)}
${entry("Conversion factor", factor(to), `${factor(from)} before`)}
${entry("Not explained", countText(open), "amounts, at least in part, by any cited rule")}
${entry("Status changes", countText((pfs?.changed ?? []).filter(({ fields }) => fields["status"] !== undefined).length), "rows of the fee schedule")}
${mover("Furthest up", furthest(all, 1))}
${mover("Furthest down", furthest(all, -1))}
</dl>`;
}

function tallyTable({ pfs, localities, opps, asc }: DiffDocument): Html {
  const rows = Object.entries({
    "Relative value rows": pfs?.tally,
    Localities: localities?.tally,
    "Addendum B codes": opps?.tally,
    "ASC codes": asc?.tally,
  });
  const columns = ["before", "after", "added", "removed", "changed", "unchanged"] as const;
  type Row = (typeof rows)[number];
  const number = (name: keyof TableTally) => ({
    heading: name,
    isNumber: true as const,
    cell: ([, tally]: Row) => (tally === undefined ? "not read" : countText(tally[name])),
  });
  return dataTable({
    caption: "Rows of every table",
    columns: [{ heading: "Table", cell: ([name]: Row) => name }, ...columns.map(number)],
    rows,
  });
}

function factorsTable({ factors }: DiffDocument): Html {
  return dataTable({
    caption: "Conversion factors",
    columns: [
      { heading: "Schedule", cell: ({ schedule }: FactorChange) => schedule.toUpperCase() },
      { heading: "For", cell: ({ track }: FactorChange) => track?.replace("-apm", " APM") ?? "all" },
      { heading: "Before", isNumber: true, cell: ({ from }: FactorChange) => from ?? "none" },
      { heading: "After", isNumber: true, cell: ({ to }: FactorChange) => to ?? "none" },
    ],
    rows: factors,
  });
}

function causesSection(all: readonly Movement[]): Section {
  const charts = SCHEDULE_NAMES.map((schedule) =>
    waterfall(
      schedule,
      all.filter((each) => each.schedule === schedule),
    ),
  );
  const body = html`<p>The effects of each cause, added up over national amounts that changed: each amount counts once, however
often it is billed. Every amount's own split stands under the largest movers.</p>${charts}`;
  return { id: "causes", title: "What moved the amounts", body };
}

function sections(sources: ReviewSources, all: readonly Movement[]): Section[] {
  const { diff } = sources;
  return [
    causesSection(all),
    { id: "distribution", title: "Distribution of changes", body: changeDistribution(all) },
    moversSection(sources, all),
    ...letterSections(sources),
    { id: "tables", title: "Tables and factors", body: [tallyTable(diff), factorsTable(diff)] },
    checksSection(sources),
    reviewProvenance(sources),
  ];
}

/** The review of what changed from one release to another, as one file of HTML. */
export function reviewPage(sources: ReviewSources): string {
  const { from, to, codes } = sources.diff;
  const all = movements(sources.diff);
  const parts = sections(sources, all);
  const title = `${from.release} to ${to.release}: what changed, and why`;
  const excerpt =
    from.coverage === "excerpt" || to.coverage === "excerpt" ? " At least one of them was built from an excerpt." : "";
  const which = `${codes === null ? "Every code of both releases." : `${countText(codes.length)} codes.`}${excerpt}`;
  const body = html`<header>
<p class="eyebrow">What Medicare pays: review of a release</p>
<h1>${from.release} to ${to.release}</h1>
<p class="lead">${from.title} and ${to.title}. ${which} National amounts, each change split exactly into what moved it.</p>
${headline(sources, all)}
${contents(parts)}
</header>
<main id="main" tabindex="-1">
${parts.map(sectionHtml)}
</main>
<footer><p>Made by ratebook ${sources.after.ratebook} from the releases ${from.release} and ${to.release}. CPT codes are the American Medical
Association's; no descriptor of theirs is shown.</p></footer>`;
  return pageText({ title, description: `${title}.`, body });
}
