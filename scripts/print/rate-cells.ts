import type { RateDocument } from "../../schemas/out/rate.ts";
import type { RateCells } from "../../schemas/out/rate-amount.ts";
import { rateFiguresOf, ratePartsOf } from "../../schemas/out/rate-parts.ts";
import { wrapped } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

/** A row that amounts were read from, with every column used. */
interface ReadRow extends RateCells {
  readonly key: string;
}

/** What is read from cells, or the reason why nothing is. */
type Read = { readonly cells: readonly RateCells[] } | { readonly reason: string } | null | undefined;

function cellsIn(figure: Read): readonly RateCells[] {
  return figure != null && "cells" in figure ? figure.cells : [];
}

function keyOf({ file, sheet, row }: RateCells): string {
  return `${file} ${sheet ?? ""} ${row}`;
}

/** The rows that a rate was read from, each once, in order of first use. */
export class ReadRows {
  private readonly rows = new Map<string, ReadRow>();

  /** @param figures in the order of their first use */
  constructor(figures: Iterable<Read>) {
    for (const figure of figures) for (const cells of cellsIn(figure)) this.add(cells);
  }

  /** The rows of a rate. */
  static of({ settings, anesthesia, modifier, oppsStatus, pairs = [], combinations = [] }: RateDocument): ReadRows {
    const beside = [
      anesthesia?.conversionFactor,
      anesthesia?.qualifyingApm,
      anesthesia?.baseUnits,
      modifier?.indicator,
    ];
    const others = [...pairs.map((each) => each.oppsRate), ...combinations.map((each) => each.ascRate)];
    return new ReadRows([...beside, ...settings.map(ratePartsOf).flatMap(rateFiguresOf), ...others, oppsStatus]);
  }

  private add(cells: RateCells): void {
    const key = keyOf(cells);
    const before = this.rows.get(key)?.columns ?? [];
    const fresh = cells.columns.filter(({ column }) => !before.some((each) => each.column === column));
    this.rows.set(key, { ...cells, key, columns: [...before, ...fresh] });
  }

  /** Numbers, from 1, of the rows of a figure: "1 2". */
  readonly numbers = (figure: Read): string => this.all([figure]);

  /** The same for several figures. */
  readonly all = (figures: readonly Read[]): string => {
    const keys = [...this.rows.keys()];
    return [...new Set(figures.flatMap(cellsIn).map((cells) => keys.indexOf(keyOf(cells)) + 1))].join(" ");
  };

  /** The rows as text lines, numbered. */
  lines(colours: Colours): string[] {
    return [...this.rows.values()].flatMap(({ file, sheet, origin, excerptOf, row, columns }, index) => {
      const excerpt = excerptOf === undefined ? "" : `, excerpt of ${excerptOf}`;
      const note = origin === "cms" ? excerpt : `${colours.yellow(`, ${origin}`)}${excerpt}`;
      const named = columns.map(({ column, heading }) => `${column}${row} ${heading || "(no heading)"}`).join(", ");
      return [
        `  ${index + 1}  ${file}${sheet === undefined ? "" : `, sheet ${sheet}`}${note}`,
        ...wrapped(named, "     ", "     ").map(colours.dim),
      ];
    });
  }
}
