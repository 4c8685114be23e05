import type { ColumnValues } from "./column-types.ts";

/** Rows of a batch, which becomes a row group. */
export const BATCH = 100_000;

/** The texts of some entries, each repeated so many times, one after the other. */
export function repeatedTexts(texts: readonly (string | null)[], times: number): ColumnValues {
  const distinct = [...new Set(texts)];
  const known = distinct.filter((text) => text !== null);
  if (known.length < distinct.length) return texts.flatMap((text) => new Array<string | null>(times).fill(text));
  const positionOf = new Map(distinct.map((text, position) => [text, position]));
  const positions = new Int32Array(texts.length * times);
  texts.forEach((text, at) => {
    positions.fill(positionOf.get(text) ?? 0, at * times, (at + 1) * times);
  });
  return { texts: known, positions };
}
