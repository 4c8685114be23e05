import type { KeyOf } from "../../tables/table.ts";

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

/** CMS's name of a locality without the footnote stars at its end. */
export function withoutStars(name: string): string {
  return name.replace(/\*+\s*$/, "").trim();
}
