import type { Days, FigureSpan, SpanSeries } from "./spans.ts";

/** Bars from left to right, one or several in a row, with a label at the end. A swatch is a class of the style. */
export interface Bars {
  readonly as: "bars";
  readonly rows: readonly string[];
  readonly bars: readonly {
    readonly row: string;
    readonly from: number;
    readonly to: number;
    readonly swatch: string;
    readonly label: string;
  }[];
  readonly ends: readonly { readonly row: string; readonly at: number; readonly label: string }[];
}

/** Counts of figures in bins; several kinds are stacked. */
export interface Histogram {
  readonly as: "histogram";
  readonly parts: readonly {
    readonly from: number;
    readonly to: number;
    /** The count below the part in its column, and the count with it. */
    readonly low: number;
    readonly high: number;
    readonly swatch: string;
    readonly label: string;
  }[];
  /** What is counted. */
  readonly counted: string;
  /** A figure of the axis as text. */
  readonly written: (figure: number) => string;
  /** A marked figure. */
  readonly line: { readonly at: number; readonly label?: string };
  /** Where the axis begins and ends, whatever there is to draw. */
  readonly domain?: readonly [number, number];
}

/** What one locality pays, in the order of the document's localities. */
export interface LocalRate {
  readonly at: number;
  readonly locality: string;
  readonly state: string;
  readonly name: string;
  readonly nonFacility: string;
  readonly facility: string;
  /** The amount that charts show, as text and in cents. */
  readonly amount: string;
  readonly cents: number;
  /** Where the amount comes from, where a chart says it. */
  readonly source?: string;
}

/** Every locality in the field of its state, coloured by steps; `bounds` are the lower ends of all steps but the first. */
export interface Cartogram {
  readonly as: "cartogram";
  readonly rates: readonly LocalRate[];
  readonly bounds: readonly number[];
}

/** Figures over the days that they are in force on; there is at least one. */
export interface Spans {
  readonly as: "spans";
  readonly spans: readonly FigureSpan[];
  readonly series: readonly SpanSeries[];
  readonly written: (text: string) => string;
  /** Where the axis begins and ends, the same for charts that stand together. */
  readonly days: Days;
}

/** What a chart draws: figures and names, not how it draws them. */
export type Drawing = Bars | Histogram | Cartogram | Spans;
