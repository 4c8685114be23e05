import type { StoredAs, StoreRecord } from "../../schemas/source/store.ts";

/** The last bytes that came to a place, and the occasion. */
export interface NewestOfPlace {
  readonly record: StoreRecord;
  readonly seen: StoreRecord["seen"][number];
}

/** What a file has in common with those that it replaces: its address, or of a file of the user's its name. */
export function placeOf({ address, name }: Pick<StoredAs, "address" | "name">): string {
  return address ?? name;
}

/** The last bytes of each place, in the order in which they came: their days can be of a look ahead. */
export function newestByPlace(records: Iterable<StoreRecord>): ReadonlyMap<string, NewestOfPlace> {
  const newest = new Map<string, NewestOfPlace>();
  for (const record of records) {
    for (const seen of record.seen) {
      const before = newest.get(placeOf(seen));
      if (before === undefined || seen.order > before.seen.order) newest.set(placeOf(seen), { record, seen });
    }
  }
  return newest;
}
