import type { FigureSpan, SpanSeries } from "./timeline-spans.ts";

/** Part of the bar of a site: who is paid how much, in dollars. */
export interface SitePart {
  readonly site: string;
  readonly who: "physician" | "facility";
  readonly amount: string;
}

/** What stands at the end of a site's bar. */
export interface SiteEnd {
  readonly site: string;
  readonly at: number;
  readonly label: string;
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
}

/** Amounts from one to below another, in whole dollars, and how many localities pay them. */
export interface AmountBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** "$1,500 to below $1,550: 12 localities" */
  readonly label: string;
}

/** A line over releases, and how it is drawn. */
export interface HistorySeries {
  readonly name: string;
  readonly swatch: string;
  readonly symbol: string;
}

/** An amount of a release; none where the line has a gap. */
export interface HistoryPoint {
  readonly release: string;
  readonly series: string;
  readonly amount: number | null;
  readonly text: string;
}

/** One cause of changes, or what all of them come to, in tenths of a cent. */
export interface CauseStep {
  readonly name: string;
  readonly mills: number;
  readonly from: number;
  readonly to: number;
  readonly kind: "up" | "down" | "sum";
  /** "-$5.92" */
  readonly label: string;
}

/** How many amounts changed by how much, by kind of amount, in hundredths of a percent. */
export interface ChangePart {
  readonly from: number;
  readonly to: number;
  /** Amounts below it in its bar. */
  readonly below: number;
  readonly count: number;
  readonly name: string;
  readonly label: string;
}

/** What a chart draws: figures and names, nothing of how. */
export type Drawing =
  | {
      readonly as: "sites";
      readonly sites: readonly string[];
      readonly parts: readonly SitePart[];
      readonly ends: readonly SiteEnd[];
    }
  | { readonly as: "localities"; readonly bins: readonly AmountBin[]; readonly national: string }
  | { readonly as: "cartogram"; readonly rates: readonly LocalRate[]; readonly bounds: readonly number[] }
  | {
      readonly as: "history";
      readonly releases: readonly string[];
      readonly series: readonly HistorySeries[];
      readonly points: readonly HistoryPoint[];
    }
  | { readonly as: "causes"; readonly steps: readonly CauseStep[] }
  | {
      readonly as: "changes";
      readonly parts: readonly ChangePart[];
      readonly colours: readonly (readonly [swatch: string, name: string])[];
      readonly end: number;
    }
  | {
      readonly as: "spans";
      readonly spans: readonly FigureSpan[];
      readonly series: readonly SpanSeries[];
      readonly written: (text: string) => string;
    };
