import type { TimelineDocument } from "../../schemas/out/timeline.ts";
import { dollars } from "../shared/money-text.ts";
import { physicianDollars } from "../shared/na-mark.ts";
import { causesText, signedText } from "./change-words.ts";
import { dataTable } from "./data-table.ts";
import { html } from "./html.ts";
import { rulesList } from "./rules-list.ts";
import type { Section } from "./section.ts";
import { AMOUNT_NAMES } from "./timeline-amounts.ts";
import { COMPARED, type ShownChange, shownChanges, shownRules } from "./timeline-words.ts";

function money(text: string | null, isNa: boolean): string {
  return text === null ? "none" : physicianDollars(text, isNa);
}

/** Every change of an amount between built releases in force, split into what moved it. */
export function changesSection(document: TimelineDocument): Section {
  const rows = shownChanges(document);
  const table = dataTable({
    caption: "What moved each amount since the last built release in force",
    columns: [
      { heading: "Release", cell: ({ release }: ShownChange) => release },
      { heading: "Since", cell: ({ change }: ShownChange) => change.since },
      { heading: "Amount", cell: ({ field }: ShownChange) => AMOUNT_NAMES[field] },
      {
        heading: "Before",
        isNumber: true,
        cell: ({ change, isNaBefore }: ShownChange) => money(change.from, isNaBefore),
      },
      { heading: "After", isNumber: true, cell: ({ change, isNaAfter }: ShownChange) => money(change.to, isNaAfter) },
      { heading: "Change", isNumber: true, cell: ({ change }: ShownChange) => signedText(change.change, dollars) },
      { heading: "Percent", isNumber: true, cell: ({ change }: ShownChange) => signedText(change.percent) },
      {
        heading: "Causes, in dollars",
        cell: ({ change }: ShownChange) => html`<div class="roomy">${causesText(change)}</div>`,
      },
    ],
    rows,
  });
  const body = html`<p class="small">${COMPARED}</p>${rows.length === 0 ? html`<p>No amount moved.</p>` : table}`;
  return { id: "changes", title: "What moved them", body };
}

/** How a change is split, and the rules that explain the causes that are shown. */
export function methodSection(document: TimelineDocument): Section {
  const rules = shownRules(document);
  const body = html`<p>${document.method}</p>${Object.keys(rules).length > 0 && rulesList(rules)}`;
  return { id: "method", title: "How a change is split", body };
}
