import { useEffect, useRef } from "preact/hooks";
import { blockWriter } from "../../reports/pages/blocks-html.ts";
import { settleFigures } from "../../reports/pages/browser/figures.ts";
import { addFilters, addSorting } from "../../reports/pages/browser/tables.ts";
import { html } from "../../reports/pages/html.ts";
import type { Section } from "../../reports/views/view.ts";
import type { SiteIndex } from "../site-index.ts";
import { useLatePart } from "./late-part.ts";

/** Until the charts are loaded a chart is its table. */
const withoutCharts = blockWriter(({ table }, blockHtml) => html`${table.map(blockHtml)}`);

/** A section of a report, as the pages have it: the same views, written by the same code. */
export function SectionView({ index, section }: { readonly index: SiteIndex; readonly section: Section }) {
  const charts = useLatePart("charts", index.lateParts.charts);
  const own = useRef<HTMLDivElement>(null);
  const text = charts?.sectionHtml(section) ?? withoutCharts.sectionHtml(section).toString();
  useEffect(() => {
    if (own.current === null) return;
    own.current.innerHTML = text;
    addSorting(own.current);
    addFilters(own.current, `filter-${section.id}`);
    settleFigures(own.current);
  }, [text]);
  return <div ref={own} class="report" />;
}
