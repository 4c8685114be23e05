import type { PlotOptions } from "@observablehq/plot";
import type { Chart as View } from "../../views/view.ts";
import { type Child, type Html, html } from "../html.ts";
import { drawn } from "./drawn.ts";

/** Widths that a chart is drawn for: a page, and a telephone. The style shows the one that fits. */
const WIDTHS = { wide: 920, narrow: 340 } as const;

/** A chart of a view, and how it is drawn at a width. */
interface Chart extends Pick<View, "id" | "title" | "description" | "summary"> {
  readonly draw: (width: number) => PlotOptions;
  readonly legend?: Child;
  /** The same figures, as a table. */
  readonly table: Html;
}

function drawing({ id, title, description, draw }: Chart, size: keyof typeof WIDTHS): Html {
  const [titleId, descriptionId] = [`${id}-${size}-title`, `${id}-${size}-description`];
  const attributes = {
    class: `plot ${size}`,
    role: "img",
    "aria-labelledby": titleId,
    "aria-describedby": descriptionId,
  };
  const names = html`<title id="${titleId}">${title}</title><desc id="${descriptionId}">${description}</desc>`;
  return drawn({ ...draw(WIDTHS[size]), width: WIDTHS[size] }, attributes, names);
}

function below({ summary, table }: Chart): Html {
  return summary === undefined
    ? table
    : html`<details><summary>${summary}</summary>
${table}
</details>`;
}

/** A chart with its table below. */
export function chartFigure(chart: Chart): Html {
  return html`<figure class="chart">
<figcaption>${chart.title}</figcaption>
${chart.legend}
${drawing(chart, "wide")}
${drawing(chart, "narrow")}
${below(chart)}
</figure>`;
}

/** What colours mean, in the words of the page: the name of a class of the style, and its meaning. */
export function legend(entries: readonly (readonly [swatch: string, meaning: string])[]): Html {
  const items = entries.map(([swatch, meaning]) => html`<li><span class="swatch ${swatch}"></span>${meaning}</li>`);
  return html`<ul class="legend">${items}</ul>`;
}
