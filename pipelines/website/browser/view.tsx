import { useEffect, useRef } from "preact/hooks";
import { blockWriter } from "../../reports/pages/blocks-html.ts";
import { settleFigures } from "../../reports/pages/browser/figures.ts";
import { addFilters, addSorting } from "../../reports/pages/browser/tables.ts";
import { settleStops } from "../../reports/pages/browser/whole-page.ts";
import { html } from "../../reports/pages/html.ts";
import type { Section } from "../../reports/views/view.ts";
import type { SiteIndex } from "../site-index.ts";
import { NoAnswer } from "./figure.tsx";
import { useLatePart } from "./late-part.ts";

/** Until the charts are loaded a chart is its table. */
const withoutCharts = blockWriter(({ table }, blockHtml) => html`${table.map(blockHtml)}`);

/** Writes the heading of each cell into it, for telephones, where a row is a card. */
function labelCells(table: HTMLTableElement): void {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent?.trim() ?? "");
  for (const { cells } of [...table.tBodies].flatMap((body) => [...body.rows]))
    for (const [at, cell] of [...cells].entries()) cell.dataset["label"] = headings[at];
}

/** A section that was written as HTML. */
function WrittenSection({ id, text }: { readonly id: string; readonly text: string }) {
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (own.current === null) return;
    own.current.innerHTML = text;
    for (const each of own.current.querySelectorAll("table")) labelCells(each);
    addSorting(own.current);
    addFilters(own.current, `filter-${id}`);
    settleFigures(own.current);
    settleStops(own.current);
  }, [text]);
  return <div ref={own} class="report" />;
}

/** A section of a report, as the pages have it: the same views, written by the same code. */
export function SectionView({ index, section }: { readonly index: SiteIndex; readonly section: Section }) {
  const { part: charts, failure } = useLatePart("charts", index.lateParts.charts);
  const text = charts?.sectionHtml(section) ?? withoutCharts.sectionHtml(section).toString();
  return (
    <>
      {failure !== undefined && <NoAnswer text={`Charts are left out: ${failure}`} />}
      <WrittenSection id={section.id} text={text} />
    </>
  );
}

/** A section without charts. */
export function PlainSectionView({ section }: { readonly section: Section }) {
  return <WrittenSection id={section.id} text={withoutCharts.sectionHtml(section).toString()} />;
}
