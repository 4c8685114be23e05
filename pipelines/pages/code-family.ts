import type { Snapshot } from "./code-sources.ts";
import { dataTable } from "./data-table.ts";
import { html } from "./html.ts";
import type { Section } from "./section.ts";
import { naNote, snapshotColumns } from "./snapshot-table.ts";

/** The codes that begin alike, side by side. */
export function familySection(family: readonly Snapshot[], hcpcs: string): Section | undefined {
  if (family.length < 2) return undefined;
  const table = dataTable({
    caption: "Related codes, side by side",
    columns: [
      {
        heading: "Code",
        cell: (snapshot: Snapshot) =>
          html`<span class="day">${snapshot.hcpcs === hcpcs ? html`<strong>${snapshot.hcpcs}</strong>` : snapshot.hcpcs}</span>`,
        sortBy: (snapshot) => snapshot.hcpcs,
      },
      ...snapshotColumns(),
    ],
    rows: family,
    hidesCaption: true,
  });
  const body = html`<p>Codes of the same kind that begin with ${hcpcs.slice(0, 4)}; CMS's files do not say which codes belong together.</p>${table}${naNote(family)}`;
  return { id: "family", title: "Related codes", body };
}
