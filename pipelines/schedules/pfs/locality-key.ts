import type { ColumnsOf, KeyOf } from "../../tables/table.ts";

/** The columns that all of CMS's locality files have. */
export interface LocalityCells {
  readonly mac: string;
  readonly locality: string;
}

/** MAC and locality number in seven digits: 0111205. */
export function localityKey({ mac, locality }: LocalityCells): string {
  return mac + locality;
}

/** The same key, for a row of a table. */
export const keyOfLocalityRow: KeyOf<LocalityCells> =
  ({ mac, locality }) =>
  (row) =>
    mac.at(row) + locality.at(row);

/** The localities of a table, each once: 42,956 ZIP codes are in some hundred, so that the pairs are compared as numbers. */
export function localitiesIn({ mac, locality }: ColumnsOf<LocalityCells>): Set<string> {
  const numbers = locality.values.length;
  const pairs = new Set<number>();
  mac.codes.forEach((code, row) => {
    pairs.add(code * numbers + (locality.codes[row] as number));
  });
  const keyOf = (pair: number): string =>
    (mac.values[Math.floor(pair / numbers)] as string) + (locality.values[pair % numbers] as string);
  return new Set([...pairs].map(keyOf));
}

/** CMS's name of a locality without the footnote stars at its end. */
export function withoutStars(name: string): string {
  return name.replace(/\*+\s*$/, "").trim();
}
