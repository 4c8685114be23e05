import type { PlaceOfService } from "../../schemas/source/places-of-service.ts";
import type { Batch, ExportShape, Value } from "./column-types.ts";

/** A table that is the same for every release. */
export interface SharedTable extends ExportShape {
  readonly batch: Batch<readonly Value[]>;
}

/** What the shared tables are made of. */
interface Shared {
  /** Days on which each release is in force. */
  readonly spans: readonly { readonly release: string; readonly from: string; readonly to: string }[];
  readonly places: readonly PlaceOfService[];
  /** NCCI-associated modifiers. */
  readonly modifiers: readonly string[];
}

type Row = Readonly<Record<string, Value>>;

function shared({ name, columns }: ExportShape, rows: readonly Row[]): SharedTable {
  const batch = Object.keys(columns).map((column) => [column, rows.map((row) => row[column] ?? null)]);
  return { name, columns, batch: Object.fromEntries(batch) };
}

const CALENDAR: ExportShape = { name: "calendar", columns: { release: "text", first_day: "day", last_day: "day" } };
const PLACES: ExportShape = {
  name: "places_of_service",
  columns: { pos: "text", name: "text", setting: "text", site: "text", from_day: "day" },
};
const MODIFIERS: ExportShape = { name: "ncci_modifiers", columns: { modifier: "text" } };

/** Names of a setting in tables: those of the columns of its amounts. */
const SETTING_NAMES = { nonFacility: "non_facility", facility: "facility" } as const;

/** Names of the shared tables. */
export const SHARED_NAMES: readonly string[] = [CALENDAR.name, PLACES.name, MODIFIERS.name];

/** The tables with which claims find their release and their setting, and the modifiers that count for NCCI edits. */
export function sharedTables({ spans, places, modifiers }: Shared): SharedTable[] {
  return [
    shared(
      CALENDAR,
      spans.map(({ release, from, to }) => ({ release, first_day: from, last_day: to })),
    ),
    shared(
      PLACES,
      places.map(({ setting, from, ...place }) => ({
        ...place,
        setting: SETTING_NAMES[setting],
        from_day: from ?? null,
      })),
    ),
    shared(
      MODIFIERS,
      modifiers.map((modifier) => ({ modifier })),
    ),
  ];
}
