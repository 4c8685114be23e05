import { countText, ofText } from "../../pipelines/words/money-text.ts";
import type { LookUpConformance, LookUpTally, Tally } from "../../schemas/out/conformance.ts";
import { markdownTable } from "../../scripts/print/marked.ts";
import type { Evidence } from "./evidence.ts";
import { total } from "./total.ts";

/** Totals of the exports of CMS's Look-Up Tool. */
export interface LookUpFigures {
  readonly exports: number;
  /** Cells of every kind, compared with a release. */
  readonly cells: LookUpTally;
  /** Prices and limiting charges, compared with the products of the figures in the same row. */
  readonly products: Tally;
}

function totalCells(lookUps: readonly Pick<LookUpConformance, "columns">[]): LookUpTally {
  const tallies = lookUps.flatMap(({ columns }) => Object.values(columns));
  return {
    matched: total(tallies.map(({ matched }) => matched)),
    explained: total(tallies.map(({ explained }) => explained)),
    compared: total(tallies.map(({ compared }) => compared)),
  };
}

/** The headline of the exports. */
export function lookUpFigures({ lookUps }: Evidence["conformance"]): LookUpFigures {
  const products = lookUps.map(({ arithmetic }) => arithmetic);
  return {
    exports: lookUps.length,
    cells: totalCells(lookUps),
    products: {
      matched: total(products.map(({ matched }) => matched)),
      compared: total(products.map(({ compared }) => compared)),
    },
  };
}

/** Rows of the summary; none without an export. */
export function lookUpSummary({ exports, cells, products }: LookUpFigures): string[][] {
  if (exports === 0) return [];
  const apart = cells.explained === 0 ? "" : `; ${countText(cells.explained)} are explained by listed differences`;
  return [
    ["Cells of exports of CMS's Look-Up Tool equal to ours", `${ofText(cells.matched, cells.compared)}${apart}`],
    [
      "Their prices and limiting charges, as products of the figures beside them",
      ofText(products.matched, products.compared),
    ],
  ];
}

function exportRow({ file, release, rows, equalRows, arithmetic, columns }: LookUpConformance): string[] {
  const { prices, limitingCharges } = columns;
  const tally = (each: LookUpTally | undefined): string =>
    each === undefined || each.compared === 0 ? "-" : ofText(each.matched, each.compared);
  const explained = totalCells([{ columns }]).explained;
  return [
    file,
    release ?? "no release with its factor",
    countText(rows),
    countText(equalRows),
    tally(prices),
    tally(limitingCharges),
    ofText(arithmetic.matched, arithmetic.compared),
    explained === 0 ? "-" : countText(explained),
  ];
}

function explainedText({ lookUps }: Evidence["conformance"]): string {
  const entries = lookUps.flatMap(({ explained }) => explained);
  const texts = entries.map(
    ({ field, published, ours, reason, source }) =>
      `- \`${field}\`, ${published || "blank"} in the tool and ${ours} in CMS's file: ${reason}. Source: ${source}`,
  );
  return texts.length === 0 ? "" : `\n\n${[...new Set(texts)].join("\n")}`;
}

/** Exports of CMS's Look-Up Tool, file by file; empty without an export. */
export function lookUpSection(conformance: Evidence["conformance"]): string {
  if (conformance.lookUps.length === 0) return "";
  const heading = [
    "export",
    "compared with",
    "rows",
    "equal",
    "prices",
    "limiting charges",
    "own products",
    "explained",
  ];
  const table = markdownTable(heading, conformance.lookUps.map(exportRow));
  return `\n\nExports of CMS's Physician Fee Schedule Look-Up Tool are compared cell by cell with the release of their day, and their prices and limiting charges with the products of the figures in the same row:\n\n${table}${explainedText(conformance)}`;
}
