import type { DiffDocument } from "../../schemas/out/diff.ts";
import { type Html, html } from "./html.ts";

type Rule = DiffDocument["rules"][string] & { readonly formula?: string };

/** Rules by id, each with its formula, where it computes something, and the documents that it is cited from. */
export function ruleEntries(rules: Readonly<Record<string, Rule>>): Html {
  const items = Object.entries(rules).map(
    ([id, { title, formula, cites }]) => html`<dt>${title}</dt>
<dd>${formula !== undefined && `${formula} `}<code>${id}</code>${cites.map((cite) => html`<br><span class="quiet">${cite.title}</span>`)}</dd>`,
  );
  return html`<dl class="rules">${items}</dl>`;
}

/** The rules that explain changes, each with the documents that it is cited from. */
export function rulesList(rules: DiffDocument["rules"]): Html {
  return html`<h3>What explains the causes marked with a star</h3>${ruleEntries(rules)}`;
}
