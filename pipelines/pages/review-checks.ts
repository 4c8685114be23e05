import type { Manifest } from "../../schemas/out/manifest.ts";
import { countText } from "../shared/money-text.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import type { ReviewSources } from "./review-sources.ts";
import type { Section } from "./section.ts";

type Check = Manifest["checks"][number];

/** A check in both releases. */
interface Both {
  readonly id: string;
  readonly title: string;
  readonly before: Check | undefined;
  readonly after: Check | undefined;
}

function both({ before, after }: ReviewSources): Both[] {
  const [old, now] = [before, after].map(({ checks }) => new Map(checks.map((check) => [check.id, check])));
  const ids = [...new Set([...before.checks, ...after.checks].map(({ id }) => id))];
  return ids.map((id) => {
    const [earlier, later] = [old?.get(id), now?.get(id)];
    return { id, title: (later ?? earlier)?.title ?? id, before: earlier, after: later };
  });
}

/** "19,090 of 19,090", with what was excepted; "not run" where a source is missing; a check of no row has not held. */
function result(check: Check | undefined): Child {
  if (check?.ran !== true) return html`<span class="quiet">not run</span>`;
  if (check.checked === 0) return html`<span class="quiet">nothing to check</span>`;
  const open = [
    ...(check.excepted > 0 ? [`${countText(check.excepted)} excepted`] : []),
    ...(check.unreviewed > 0 ? [`${countText(check.unreviewed)} unreviewed`] : []),
  ];
  const held = `${countText(check.held)} of ${countText(check.checked)}`;
  return html`${held}${open.length > 0 && html`<br><span class="small">${open.join(", ")}</span>`}`;
}

const sorted = (check: Check | undefined): number | null => (check?.ran === true ? check.checked - check.held : null);

function checksTable(sources: ReviewSources): Html {
  return dataTable({
    caption: "Checks of both releases, and rows that held of those they looked at",
    filter: "Checks with",
    rows: both(sources),
    columns: [
      {
        heading: "Check",
        cell: ({ title, id }: Both) => html`${title} <code class="quiet">${id}</code>`,
        sortBy: ({ id }) => id,
      },
      {
        heading: sources.before.release,
        isNumber: true,
        cell: (row: Both) => result(row.before),
        sortBy: (row) => sorted(row.before),
      },
      {
        heading: sources.after.release,
        isNumber: true,
        cell: (row: Both) => result(row.after),
        sortBy: (row) => sorted(row.after),
      },
    ],
  });
}

type Exception = Manifest["exceptions"][number];

function exceptionsTable({ release, exceptions }: Manifest): Html {
  if (exceptions.length === 0) return html`<h3>Exceptions of ${release}</h3><p class="quiet">None needed.</p>`;
  return dataTable({
    caption: `Exceptions of ${release}: rows in which CMS's own files break a check`,
    rows: exceptions,
    columns: [
      { heading: "Check", cell: ({ check }: Exception) => html`<code>${check}</code>` },
      { heading: "Row", cell: ({ key }: Exception) => key },
      { heading: "Rows", isNumber: true, cell: ({ rows }: Exception) => countText(rows) },
      {
        heading: "Reason, and who says so",
        cell: ({ reason, source }: Exception) => html`${reason} <span class="quiet">${source}</span>`,
      },
    ],
  });
}

/** What was checked in both releases, and where CMS breaks a check. */
export function checksSection(sources: ReviewSources): Section {
  const body = [checksTable(sources), exceptionsTable(sources.before), exceptionsTable(sources.after)];
  return { id: "checks", title: "Checks and exceptions", body };
}
