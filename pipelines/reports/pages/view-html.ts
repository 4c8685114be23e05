import { type BlockWriter, blockWriter } from "./blocks-html.ts";
import { chartFigure, legend } from "./charts/chart.ts";
import { plotOf } from "./charts/plots.ts";
import { html } from "./html.ts";

/** Writes blocks and sections with their charts. */
export const { blockHtml, sectionHtml }: BlockWriter = blockWriter(
  ({ drawing, legend: colours, notes = [], table, ...chart }, write) =>
    chartFigure({
      ...chart,
      draw: (width) => plotOf(drawing, width),
      legend: html`${colours && legend(colours)}${notes.map(write)}`,
      table: html`${table.map(write)}`,
    }),
);
