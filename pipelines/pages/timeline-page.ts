import type { TimelineDocument } from "../../schemas/out/timeline.ts";
import { counted } from "../shared/money-text.ts";
import { NA_WORDS } from "../shared/na-mark.ts";
import { type Html, html } from "./html.ts";
import { pageText } from "./page.ts";
import { rowName } from "./row-name.ts";
import { contents, sectionHtml } from "./section.ts";
import { amountsSection } from "./timeline-amounts.ts";
import { changesSection, methodSection } from "./timeline-changes.ts";
import { sourcesSection } from "./timeline-sources.ts";
import { factorOverTime, unitsOverTime } from "./timeline-units.ts";
import { GENERAL, hasMarkedNa } from "./timeline-words.ts";

/** What stands in the tables alone: releases that were not in force. */
function leftOut({ points }: TimelineDocument): Html | undefined {
  const others = points.filter(({ standing }) => standing !== "in-force").length;
  if (others === 0) return undefined;
  return html`<p class="lead">In the tables alone, because they were not in force or are another posting of one: ${counted(others, "release")}.</p>`;
}

/** One code over every built release, as one file of HTML: amounts, units, factor, what moved them, and their files. */
export function timelinePage(document: TimelineDocument): string {
  const { hcpcs, modifier, locality, points } = document;
  const name = rowName(hcpcs, modifier ?? "");
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
    sourcesSection(document),
  ];
  const [first, last] = [points[0]?.release, points.at(-1)?.release];
  const title = `${name}: Medicare fee schedule amounts, ${first} to ${last}`;
  const body = html`<header>
<p class="eyebrow">Medicare fee schedule amounts: a code over time</p>
<h1>${name}</h1>
<p class="lead">${counted(points.length, "release")}, ${first} to ${last}. ${where} ${GENERAL}
Point at a figure, or move to it with the keyboard, to see the cell it was read from or the rule it was computed by.</p>
${leftOut(document)}
${hasMarkedNa(document) && html`<p class="lead">NA before an amount: ${NA_WORDS}.</p>`}
${contents(parts)}
</header>
<main id="main" tabindex="-1">
${parts.map(sectionHtml)}
</main>
<footer><p>Made by ratebook from ${counted(points.length, "release")}. CPT codes are the American Medical Association's; no descriptor of theirs is shown.</p></footer>`;
  return pageText({ title, description: `${title}.`, body });
}
