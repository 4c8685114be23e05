import {
  type Block,
  type Content,
  type Entry,
  LINE_END,
  type List,
  type Paragraph,
  type Reason,
  type Report,
  type Rules,
  type Section,
  type TableBlock,
  type Toned,
} from "../views/view.ts";
import { chartFigure, legend } from "./charts/chart.ts";
import { plotOf } from "./charts/plots.ts";
import { type Html, html } from "./html.ts";
import { packedRows } from "./packed-rows.ts";
import { pageText } from "./page.ts";

function classOf(names: readonly string[]): Html | false {
  return names.length > 0 && html` class="${names.join(" ")}"`;
}

function tonedHtml({ tones, content }: Toned): Html {
  const inner = contentHtml(content);
  const classes = classOf(tones.filter((tone) => tone !== "strong" && tone !== "code"));
  if (tones.includes("code")) return html`<code${classes}>${inner}</code>`;
  if (tones.includes("strong")) return html`<strong${classes}>${inner}</strong>`;
  return html`<span${classes}>${inner}</span>`;
}

/** A figure shows where it comes from on hover, on focus and on touch. */
function figureHtml(text: string, source: string): Html {
  return html`<button type="button" class="figure" data-source="${source}">${text}</button>`;
}

function reasonHtml({ reason, tones, sign }: Reason): Html {
  return sign === undefined ? tonedHtml({ tones, content: reason }) : figureHtml(sign, reason);
}

/** The content of a cell or a sentence. */
export function contentHtml(content: Content): Html {
  if (content === LINE_END) return html`<br>`;
  if (typeof content !== "object" || content === null) return html`${content}`;
  if ("source" in content) return figureHtml(content.text, content.source);
  if ("content" in content) return tonedHtml(content);
  if ("reason" in content) return reasonHtml(content);
  if ("rest" in content) return html`<details><summary>${content.first}</summary>${content.rest}</details>`;
  return html`${content.map(contentHtml)}`;
}

/** A table of more rows scrolls in its own frame, under its headings. */
const LONG = 40;

function headingCell({ heading, isNumber, isSortable }: TableBlock["columns"][number]): Html {
  return html`<th scope="col"${isNumber && html` class="number"`}${isSortable && html` data-sort`}>${contentHtml(heading)}</th>`;
}

function bodyRow({ cells, keys, standsOut }: TableBlock["rows"][number], { columns }: TableBlock): Html {
  const naming = Math.max(
    0,
    columns.findIndex(({ isRowHeading }) => isRowHeading),
  );
  const all = cells.map((content, at) => {
    const [column, key] = [columns[at], keys[at]];
    const sorted = column?.isSortable && html` data-value="${key ?? ""}"`;
    const attributes = html`${column?.isNumber && html` class="number"`}${sorted}`;
    const inner = contentHtml(content);
    return at === naming ? html`<th scope="row"${attributes}>${inner}</th>` : html`<td${attributes}>${inner}</td>`;
  });
  return html`<tr${standsOut && html` class="total"`}>${all}</tr>
`;
}

/** A table; sorting and filtering are the page script's. It scrolls by itself where the page is too narrow. */
export function tableHtml(table: TableBlock): Html {
  const { caption, columns, rows, filter, others, hidesCaption } = table;
  const sorts = columns.some(({ isSortable }) => isSortable);
  return html`<div class="scroll${rows.length > LONG && " long"}" tabindex="0" role="group" aria-label="${caption}">
<table${sorts && html` data-sortable`}${filter !== undefined && html` data-filter="${filter}"`}>
<caption${hidesCaption && html` class="unseen"`}>${caption}</caption>
<thead><tr>${columns.map(headingCell)}</tr></thead>
<tbody>
${rows.map((row) => bodyRow(row, table))}</tbody>
</table>
${
  others !== undefined &&
  html`<template>${packedRows(others)}</template>
`
}</div>`;
}

function entriesHtml(entries: readonly Entry[]): Html {
  const items = entries.map(({ term, value, notes }) => {
    const below = notes.map((note) => html`<dd class="note">${contentHtml(note)}</dd>`);
    return html`<div><dt>${term}</dt><dd class="value">${contentHtml(value)}</dd>${below}</div>
`;
  });
  return html`<dl class="headline">
${items}</dl>`;
}

function rulesHtml(rules: Rules): Html {
  const items = Object.entries(rules).map(
    ([id, { title, formula, cites }]) => html`<dt>${title}</dt>
<dd>${formula !== undefined && `${formula} `}<code>${id}</code>${cites.map((cite) => html`<br><span class="quiet">${cite.title}</span>`)}</dd>`,
  );
  return html`<dl class="rules">${items}</dl>`;
}

function textHtml({ tones, content }: Paragraph): Html {
  return html`<p${classOf(tones)}>${contentHtml(content)}</p>`;
}

function listHtml({ items, tone }: List): Html {
  return html`<ul${tone !== undefined && classOf([tone])}>${items.map((item) => html`<li>${contentHtml(item)}</li>`)}</ul>`;
}

/** How each kind of block is written. */
const BLOCKS: { readonly [Kind in Shown["kind"]]: (block: Extract<Shown, { kind: Kind }>) => Html } = {
  text: textHtml,
  list: listHtml,
  table: tableHtml,
  heading: ({ content }) => html`<h3>${contentHtml(content)}</h3>`,
  entries: ({ entries }) => entriesHtml(entries),
  rules: ({ rules }) => rulesHtml(rules),
  folded: ({ summary, blocks }) => html`<details><summary>${summary}</summary>${blocks.map(blockHtml)}</details>`,
  chart: ({ drawing, legend: colours, notes = [], table, ...chart }) =>
    chartFigure({
      ...chart,
      draw: (width) => plotOf(drawing, width),
      legend: html`${colours && legend(colours)}${notes.map(blockHtml)}`,
      table: html`${table.map(blockHtml)}`,
    }),
};
type Shown = Exclude<Block, null | undefined | false>;

/** A block of a section. */
function blockHtml(block: Block): Html {
  if (!block) return html``;
  const write = BLOCKS[block.kind] as (block: Shown) => Html;
  return html`${write(block)}
`;
}

/** A section under its heading. */
export function sectionHtml({ id, title, blocks }: Section): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${blocks.map(blockHtml)}</section>
`;
}

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
