import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { ReleaseBook } from "../book.ts";
import { registeredProfiles, type UnknownTable, unknownTables } from "./unknown-tables.ts";

type TableReport = NonNullable<Manifest["continuity"]>[number];
type KeyReport = NonNullable<TableReport["beside"]>["gone"];

/** The most keys that are listed; `number` counts all. */
const LISTED = 50;

function keyReport(keys: readonly string[]): KeyReport {
  return { number: keys.length, first: keys.slice(0, LISTED) };
}

function besideReport(beside: UnknownTable["beside"]): TableReport["beside"] {
  if (beside === undefined) return null;
  const { neighbour, years, neighbourFirst, change } = beside;
  const [before, after] = [keyReport(change.gone), keyReport(change.fresh)];
  return {
    publication: neighbour,
    years,
    rows: neighbourFirst ? change.earlierRows : change.laterRows,
    gone: neighbourFirst ? before : after,
    fresh: neighbourFirst ? after : before,
    columns: change.columns.map(({ field, filled, moved, far }) => ({
      field,
      filled,
      moved: moved.length,
      far: far.length,
    })),
  };
}

/** How each unregistered table differs from its nearest registered one, for review. */
export function continuityReport(book: ReleaseBook): TableReport[] {
  return unknownTables(book, registeredProfiles).map(({ file, looks, beside }) => ({
    table: file.id,
    rows: looks.keys.length,
    beside: besideReport(beside),
  }));
}
