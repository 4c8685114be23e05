import type { DiffDocument } from "../../schemas/out/diff.ts";
import { type Html, html } from "./html.ts";

/** The rules that explain changes, each with the documents that it is cited from. */
export function rulesList(rules: DiffDocument["rules"]): Html {
  const items = Object.entries(rules).map(
    ([id, { title, cites }]) =>
      html`<dt>${title}</dt><dd><code>${id}</code>${cites.map((cite) => html`<br><span class="quiet">${cite.title}</span>`)}</dd>`,
  );
  return html`<h3>What explains the causes marked with a star</h3><dl class="rules">${items}</dl>`;
}
