import type { RateCells, RateDocument } from "../../schemas/out/rate.ts";
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

function keyOf({ file, row }: RateCells): string {
  return `${file} ${row}`;
}

/** The rows that a rate was read from, each once, in order of first use. */
export class ReadRows {
  private readonly rows = new Map<string, ReadRow>();

  constructor({ settings, anesthesia, modifier }: RateDocument) {
    const beside = [
      anesthesia?.conversionFactor,
      anesthesia?.qualifyingApm,
      anesthesia?.baseUnits,
      modifier?.indicator,
    ];
    for (const cells of [...beside, ...settings.map(ratePartsOf).flatMap(rateFiguresOf)].flatMap(cellsIn))
      this.add(cells);
  }

  private add(cells: RateCells): void {
    const key = keyOf(cells);
    const before = this.rows.get(key)?.columns ?? [];
    const fresh = cells.columns.filter(({ column }) => !before.some((each) => each.column === column));
    this.rows.set(key, { ...cells, key, columns: [...before, ...fresh] });
  }

  /** Numbers, from 1, of the rows of a figure: "1 2". */
  readonly numbers = (figure: Read): string => {
    const keys = [...this.rows.keys()];
    return [...new Set(cellsIn(figure).map((cells) => keys.indexOf(keyOf(cells)) + 1))].join(" ");
  };

  /** The rows as text lines, numbered. */
  lines(colours: Colours): string[] {
    return [...this.rows.values()].flatMap(({ file, origin, excerptOf, row, columns }, index) => {
      const excerpt = excerptOf === undefined ? "" : `, excerpt of ${excerptOf}`;
      const note = origin === "cms" ? excerpt : `${colours.yellow(`, ${origin}`)}${excerpt}`;
      const named = columns.map(({ column, heading }) => `${column}${row} ${heading || "(no heading)"}`).join(", ");
      return [`  ${index + 1}  ${file}${note}`, ...wrapped(named, "     ", "     ").map(colours.dim)];
    });
  }
}
