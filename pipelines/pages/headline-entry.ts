import { type Child, type Html, html } from "./html.ts";

/** One figure of a headline: its name, the figure, and below it what it is, with more lines where there is more to say. */
export function entry(term: string, value: Child, note: Child, more?: Child): Html {
  return html`<div><dt>${term}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd>${more}</div>`;
}
