import type { Block, Content, ReportBody, Rules, Section, TableBlock } from "../../pipelines/reports/views/view.ts";
import { LINE_END } from "../../pipelines/reports/views/view.ts";
import { markdownTable } from "./marked.ts";

/** Characters with a meaning in Markdown: code, markup, links, cell borders, and the escape character. */
const ACTING = /[\\`<|[]/g;

/** A text that Markdown shows unchanged, in one line. */
function escaped(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ").replace(ACTING, "\\$&");
}

/** A text as code, in which only backticks and cell borders have a meaning. */
function code(text: string): string {
  return `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

/** The text of a cell or a sentence. Only the JSON has the source of a figure. */
function contentMarkdown(content: Content): string {
  if (content === LINE_END) return "; ";
  if (content === null || content === undefined || content === false) return "";
  if (typeof content !== "object") return escaped(String(content));
  if ("source" in content) return escaped(content.text);
  if ("reason" in content) return escaped(content.reason);
  if ("rest" in content) return escaped(content.first);
  if (!("content" in content)) return content.map(contentMarkdown).join("");
  if (content.tones.includes("code") && typeof content.content === "string") return code(content.content);
  return contentMarkdown(content.content);
}

function tableMarkdown({ columns, rows }: TableBlock): string {
  return markdownTable(
    columns.map(({ heading }) => contentMarkdown(heading)),
    rows.map(({ cells }) => cells.map(contentMarkdown)),
  );
}

function items(texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [texts.map((text) => `- ${text}`).join("\n")];
}

function rulesMarkdown(rules: Rules): string[] {
  return items(
    Object.entries(rules).map(([id, { title, formula, cites }]) => {
      const computed = formula === undefined ? "" : ` ${formula}.`;
      return `${code(id)}: ${escaped(`${title}.${computed} Source: ${cites.map((cite) => cite.title).join("; ")}`)}`;
    }),
  );
}

/** A block as paragraphs; a chart is its table. */
function paragraphs(block: Block): string[] {
  if (!block) return [];
  switch (block.kind) {
    case "text":
      return [contentMarkdown(block.content)];
    case "heading":
      return [`### ${contentMarkdown(block.content)}`];
    case "list":
      return items(block.items.map(contentMarkdown));
    case "table":
      return [tableMarkdown(block)];
    case "rules":
      return rulesMarkdown(block.rules);
    case "entries":
      return items(
        block.entries.map(({ term, value, notes }) => {
          const texts = notes.map(contentMarkdown).filter((note) => note !== "");
          return `${escaped(term)}: ${contentMarkdown(value)}${texts.length > 0 ? ` (${texts.join("; ")})` : ""}`;
        }),
      );
    case "folded":
      return block.blocks.flatMap(paragraphs);
    case "chart":
      return [...(block.notes ?? []), ...block.table].flatMap(paragraphs);
  }
}

/** An empty section is left out. */
function sectionParagraphs({ title, blocks }: Section): string[] {
  const own = blocks.flatMap(paragraphs);
  return own.length === 0 ? [] : [`## ${escaped(title)}`, ...own];
}

/** A report as Markdown, with tables that are also readable as text. */
export function reportMarkdown({ name, head, sections }: ReportBody): string {
  return [`# ${escaped(name)}`, ...head.flatMap(paragraphs), ...sections.flatMap(sectionParagraphs)].join("\n\n");
}
