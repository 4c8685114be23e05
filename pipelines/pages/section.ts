import { type Child, type Html, html } from "./html.ts";

/** A section of a page, and how the page's contents name it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Child;
}

/** A section as HTML. */
export function sectionHtml({ id, title, body }: Section): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body}
</section>
`;
}

/** Links to the sections. */
export function contents(sections: readonly Section[]): Html {
  const items = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav aria-label="Contents"><ul>${items}</ul></nav>`;
}
