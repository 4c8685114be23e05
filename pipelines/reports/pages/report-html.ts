import type { Report, Section } from "../views/view.ts";
import { type Html, html } from "./html.ts";
import { pageText } from "./page.ts";
import { blockHtml, sectionHtml } from "./view-html.ts";

function contents(sections: readonly Section[]): Html {
  const items = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav aria-label="Contents"><ul>${items}</ul></nav>`;
}

/** A report as one file of HTML. */
export function reportHtml({ title, description, eyebrow, name, head, sections, footer }: Report): string {
  const body = html`<header>
<p class="eyebrow">${eyebrow}</p>
<h1>${name}</h1>
${head.map(blockHtml)}${contents(sections)}
</header>
<main id="main" tabindex="-1">
${sections.map(sectionHtml)}
</main>
<footer><p>${footer}</p></footer>`;
  return pageText({ title, description, body });
}
