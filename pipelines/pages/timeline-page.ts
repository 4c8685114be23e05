import type { TimelineDocument } from "../../schemas/out/timeline.ts";
import { counted } from "../shared/money-text.ts";
import { type Html, html } from "./html.ts";
import { pageText } from "./page.ts";
import { rulesList } from "./rules-list.ts";
import { contents, type Section, sectionHtml } from "./section.ts";
import { amountsSection, changesSection, factorOverTime, unitsOverTime } from "./timeline-sections.ts";

/** What is not drawn: releases that were not in force, and days that no built release answers for. */
function leftOut({ points, notBuilt }: TimelineDocument): Html {
  const others = points.filter(({ standing }) => standing !== "in-force").length;
  const tables = html`<p>In the tables alone, because they were not in force or are another posting of one: ${counted(others, "release")}.</p>`;
  const gaps = html`<p>In force between them, not built, and dotted in the charts: ${counted(notBuilt.length, "release")}.</p>
<details><summary>Their names</summary><p>${notBuilt.join(", ")}</p></details>`;
  return html`${others > 0 && tables}${notBuilt.length > 0 && gaps}`;
}

function methodSection({ method, rules }: TimelineDocument): Section {
  const body = html`<p>${method}</p>${Object.keys(rules).length > 0 && rulesList(rules)}`;
  return { id: "method", title: "How a change is split", body };
}

/** One code over every built release, as one file of HTML: amounts, units, factor, and what moved them. */
export function timelinePage(document: TimelineDocument): string {
  const { hcpcs, modifier, locality, points } = document;
  const name = modifier === null ? hcpcs : `${hcpcs}-${modifier}`;
  const where =
    locality === null
      ? "National amounts: all GPCIs 1."
      : `Physician's amounts in ${locality.name} (${locality.locality}); hospital and surgical center nationally.`;
  const parts = [
    amountsSection(document),
    unitsOverTime(document),
    factorOverTime(document),
    changesSection(document),
    methodSection(document),
  ];
  const [first, last] = [points[0]?.release, points.at(-1)?.release];
  const title = `${name} from ${first} to ${last}: what Medicare paid`;
  const body = html`<header>
<p class="eyebrow">What Medicare pays: a code over time</p>
<h1>${name}</h1>
<p class="lead">${counted(points.length, "release")}, ${first} to ${last}. ${where}</p>
${contents(parts)}
</header>
<main id="main" tabindex="-1">
${leftOut(document)}
${parts.map(sectionHtml)}
</main>
<footer><p>Made by ratebook from ${counted(points.length, "release")}. The cell of every figure of one release: ratebook page, or
ratebook explain. CPT codes are the American Medical Association's; no descriptor of theirs is shown.</p></footer>`;
  return pageText({ title, description: `${title}.`, body });
}
