import { type DiffDocument, DiffTable, type FactorChange } from "../../schemas/out/diff.ts";
import { factorText, trackText } from "../diff/side-words.ts";
import { TALLY_NAMES, tallyCells, tallyNotes } from "../diff/tally-words.ts";
import { countText } from "../shared/money-text.ts";
import { changeDistribution } from "./change-distribution.ts";
import { dataTable } from "./data-table.ts";
import { type Html, html } from "./html.ts";
import { comparedSchedules, type Movement, movements, SCHEDULE_NAMES } from "./movements.ts";
import { pageText } from "./page.ts";
import { checksSection } from "./review-checks.ts";
import { headline, sideNotes } from "./review-headline.ts";
import { letterSections } from "./review-letters.ts";
import { moversSection } from "./review-movers.ts";
import { reviewProvenance } from "./review-provenance.ts";
import type { ReviewSources } from "./review-sources.ts";
import { contents, type Section, sectionHtml } from "./section.ts";
import { TABLE_NAMES } from "./table-names.ts";
import { waterfall } from "./waterfall.ts";

function tallyTable(diff: DiffDocument): Html {
  const number = (name: (typeof TALLY_NAMES)[number]) => ({
    heading: name,
    isNumber: true as const,
    cell: (table: DiffTable) => tallyCells(diff, table)[name],
  });
  const rows = DiffTable.options;
  const notes = rows.flatMap((table) => {
    const sentences = tallyNotes(diff, table);
    return sentences.length === 0 ? [] : [html`<li>${TABLE_NAMES[table]}: ${sentences.join(" ")}</li>`];
  });
  const table = dataTable({
    caption: "Rows of every table",
    columns: [{ heading: "Table", cell: (name: DiffTable) => TABLE_NAMES[name] }, ...TALLY_NAMES.map(number)],
    rows,
  });
  return html`${table}${notes.length > 0 && html`<ul class="small">${notes}</ul>`}`;
}

function factorsTable(diff: DiffDocument): Html {
  return dataTable({
    caption: "Conversion factors",
    columns: [
      { heading: "Schedule", cell: ({ schedule }: FactorChange) => schedule.toUpperCase() },
      { heading: "For", cell: trackText },
      { heading: "Before", isNumber: true, cell: (factor: FactorChange) => factorText(diff, factor, "from") },
      { heading: "After", isNumber: true, cell: (factor: FactorChange) => factorText(diff, factor, "to") },
    ],
    rows: diff.factors,
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
often it is billed. Amounts marked NA are left out. Each amount's own split stands under the largest movers for those listed
there, and in the diff as JSON for all.</p>${charts}`;
  return { id: "causes", title: "What moved the amounts", body };
}

/** The sections about amounts that moved; one that says so where none did, or none could be compared. */
function movedSections(sources: ReviewSources, all: readonly Movement[]): Section[] {
  const schedules = comparedSchedules(sources.diff);
  if (all.length > 0)
    return [
      causesSection(all),
      { id: "distribution", title: "Distribution of changes", body: changeDistribution(all, schedules) },
      moversSection(sources, all),
    ];
  const none = schedules.length === 0 ? "No schedule was read on both sides, so that no amount was compared." : "None.";
  return [{ id: "movers", title: "Amounts that moved", body: html`<p>${none}</p>` }];
}

function sections(sources: ReviewSources, all: readonly Movement[]): Section[] {
  const { diff } = sources;
  return [
    ...movedSections(sources, all),
    ...letterSections(sources),
    { id: "tables", title: "Tables and factors", body: [tallyTable(diff), factorsTable(diff)] },
    checksSection(sources),
    reviewProvenance(sources),
  ];
}

/** The review of what changed from one release to another, as one file of HTML. */
export function reviewPage(sources: ReviewSources): string {
  const { from, to, codes } = sources.diff;
  const moved = movements(sources.diff);
  const all = moved.filter(({ isNa }) => !isNa);
  const parts = sections(sources, all);
  const title = `${from.release} to ${to.release}: what changed, and why`;
  const which = codes === null ? "Every code of both releases." : `${countText(codes.length)} codes.`;
  const body = html`<header>
<p class="eyebrow">Medicare fee schedule amounts: review of a release</p>
<h1>${from.release} to ${to.release}</h1>
<p class="lead">${from.title} and ${to.title}. ${which} National amounts, each change split exactly into what moved it.</p>
${sideNotes(sources.diff)}
${headline(sources.diff, moved)}
${contents(parts)}
</header>
<main id="main" tabindex="-1">
${parts.map(sectionHtml)}
</main>
<footer><p>Made by ratebook ${sources.after.ratebook} from the releases ${from.release} and ${to.release}. CPT codes are the American Medical
Association's; no descriptor of theirs is shown.</p></footer>`;
  return pageText({ title, description: `${title}.`, body });
}
