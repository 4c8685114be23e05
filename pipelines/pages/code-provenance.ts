import type { FileRef } from "../../schemas/out/common.ts";
import type { CodePageSources } from "./code-sources.ts";
import { filesShown } from "./copies.ts";
import { dataTable } from "./data-table.ts";
import { type Html, html } from "./html.ts";
import { ruleEntries } from "./rules-list.ts";
import type { Section } from "./section.ts";
import { originWords } from "./source-text.ts";

type NamedFile = readonly [id: string, file: FileRef];

function filesTable({ document }: CodePageSources): Html {
  return dataTable({
    caption: "Files that the figures were read from, or in which the code was looked for",
    columns: [
      { heading: "File", cell: ([, { name }]: NamedFile) => name },
      { heading: "What it is", cell: ([, { origin }]: NamedFile) => originWords(origin) },
      { heading: "Taken from", cell: ([, { excerptOf }]: NamedFile) => excerptOf },
      { heading: "sha256", cell: ([, { sha256 }]: NamedFile) => html`<code class="hash">${sha256}</code>` },
    ],
    rows: filesShown(document),
  });
}

function rulesList({ document }: CodePageSources, shown: ReadonlySet<string>): Html | false {
  const followed = Object.entries(document.rules).filter(([id]) => shown.has(id));
  return (
    followed.length > 0 &&
    html`<details><summary>Rules that the computed figures follow</summary>${ruleEntries(Object.fromEntries(followed))}</details>`
  );
}

/**
 * What to know of the release's rates, and where the figures come from.
 *
 * @param rules ids of those that figures of the page follow
 */
export function provenanceSections(sources: CodePageSources, rules: ReadonlySet<string>): Section[] {
  const { caveats } = sources.manifest;
  const items = caveats.map(
    ({ text, cites }) =>
      html`<li>${text} <span class="quiet">${cites.map(({ title }) => title).join("; ")}</span></li>`,
  );
  const general =
    "Amounts are the fee schedule's: before sequestration, coinsurance and deductible, and before reductions that depend on the claim.";
  return [
    { id: "beware", title: "Before you use a figure", body: html`<ul><li>${general}</li>${items}</ul>` },
    { id: "sources", title: "Sources", body: html`${filesTable(sources)}${rulesList(sources, rules)}` },
  ];
}
