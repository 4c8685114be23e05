import type { DiffSide } from "../../schemas/out/diff.ts";
import { countText } from "../shared/money-text.ts";
import { dataTable } from "./data-table.ts";
import { type Html, html } from "./html.ts";
import type { ReviewSources } from "./review-sources.ts";
import { rulesList } from "./rules-list.ts";
import type { Section } from "./section.ts";
import { originWords } from "./source-text.ts";

type File = DiffSide["files"][number];

/** "CMS's own figures", "reconstructed" with how, and the original of an excerpt. */
function whatItIs({ origin, note, excerptOf }: File): Html {
  const said = [note, excerptOf && `a few rows of ${excerptOf}`].filter((each) => typeof each === "string");
  return html`${originWords(origin)}${said.length > 0 && html` <span class="quiet small">${said.join(". ")}</span>`}`;
}

function filesTable({ release, title, coverage, window, manifestSha256, files }: DiffSide): Html {
  const table = dataTable({
    caption: `Files of ${release}`,
    columns: [
      { heading: "File", cell: ({ name }: File) => name },
      { heading: "What it is", cell: whatItIs },
      { heading: "sha256", cell: ({ sha256 }: File) => html`<code class="hash">${sha256}</code>` },
    ],
    rows: files,
  });
  return html`<h3>${release}</h3>
<p>${title}, in force from ${window.from} to ${window.to}; ${coverage === "whole" ? "read whole" : "an excerpt"}.
Manifest <code class="hash">${manifestSha256}</code></p>
${table}`;
}

/** Which files both releases were built from, how a change is split, and what explains one. */
export function reviewProvenance(sources: ReviewSources): Section {
  const { diff } = sources;
  const gone = `Rows in which CMS breaks a rule: ${countText(diff.from.excepted)} before, ${countText(diff.to.excepted)} after.`;
  const body = html`${filesTable(diff.from)}${filesTable(diff.to)}<p>${gone}</p>${rulesList(diff.rules)}
<h3>How a change is split</h3><p>${diff.method}</p>`;
  return { id: "provenance", title: "Provenance", body };
}
