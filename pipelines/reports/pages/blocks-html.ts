import {
  type Block,
  type Chart,
  type Content,
  type Entry,
  LINE_END,
  type List,
  type Paragraph,
  type Reason,
  type Rules,
  type Section,
  type TableBlock,
  type Toned,
} from "../views/view.ts";
import { type Html, html } from "./html.ts";
import { packedRows } from "./packed-rows.ts";

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

type Shown = Exclude<Block, null | undefined | false>;
type Writers = { readonly [Kind in Shown["kind"]]: (block: Extract<Shown, { kind: Kind }>) => Html };

/** Writes a chart, its notes and its table by what writes their blocks. */
export type ChartWriter = (chart: Chart, blockHtml: (block: Block) => Html) => Html;

/** What writes blocks and sections as HTML, whatever draws their charts. */
export interface BlockWriter {
  readonly blockHtml: (block: Block) => Html;
  /** A section under its heading. */
  readonly sectionHtml: (section: Section) => Html;
}

/** Makes a writer of blocks. Charts are large programs, so who needs none brings none. */
export function blockWriter(chartHtml: ChartWriter): BlockWriter {
  const writers: Writers = {
    text: textHtml,
    list: listHtml,
    table: tableHtml,
    heading: ({ content }) => html`<h3>${contentHtml(content)}</h3>`,
    entries: ({ entries }) => entriesHtml(entries),
    rules: ({ rules }) => rulesHtml(rules),
    folded: ({ summary, blocks }) => html`<details><summary>${summary}</summary>${blocks.map(blockHtml)}</details>`,
    chart: (chart) => chartHtml(chart, blockHtml),
  };
  function blockHtml(block: Block): Html {
    if (!block) return html``;
    const write = writers[block.kind] as (block: Shown) => Html;
    return html`${write(block)}
`;
  }
  const sectionHtml = ({ id, title, blocks }: Section): Html => html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${blocks.map(blockHtml)}</section>
`;
  return { blockHtml, sectionHtml };
}
