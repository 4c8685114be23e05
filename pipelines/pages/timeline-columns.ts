import type { TimelinePoint } from "../../schemas/out/timeline.ts";
import type { Column } from "./data-table.ts";
import { type Html, html } from "./html.ts";

const STANDINGS: Readonly<Record<TimelinePoint["standing"], string>> = {
  "in-force": "in force",
  superseded: "replaced",
  "never-in-force": "never in force",
  "other-revision": "another posting",
};

function standingText({ standing, replacedBy, coverage }: TimelinePoint): Html {
  const by = replacedBy !== null && standing === "superseded" ? ` by ${replacedBy}` : "";
  return html`<span class="day">${STANDINGS[standing]}${by}${coverage === "excerpt" && ", an excerpt"}</span>`;
}

/** Columns of releases: which one, whatever is told of it, and, since a telephone shows the first columns, how it stands last. */
export function releaseColumns(told: readonly Column<TimelinePoint>[]): Column<TimelinePoint>[] {
  return [
    {
      heading: "Release",
      cell: ({ release }) => html`<span class="day">${release}</span>`,
      sortBy: ({ release }) => release,
    },
    { heading: "From", cell: ({ window }) => html`<span class="day">${window.from}</span>` },
    ...told,
    { heading: "Standing", cell: standingText },
  ];
}
