import { describe, expect, it } from "vitest";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { AddendumBRow } from "../../schemas/row/addendum-b.ts";
import {
  AscAncillaryRow,
  AscDeviceRow,
  AscExcludedRow,
  AscIndicatorRow,
  AscSurgicalRow,
} from "../../schemas/row/asc.ts";
import { GpciRow } from "../../schemas/row/gpci.ts";
import { OppsCapRow } from "../../schemas/row/opps-cap.ts";
import { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { AnesthesiaBaseUnitsRow, AnesthesiaRow, CountiesRow, WageIndexRow, Zip5Row } from "../../schemas/row/places.ts";

const PAIRS = [
  ["pfs-rvu", PfsRvuRow],
  ["gpci", GpciRow],
  ["addendum-b", AddendumBRow],
  ["asc-aa", AscSurgicalRow],
  ["asc-bb", AscAncillaryRow],
  ["asc-dd1", AscIndicatorRow],
  ["asc-ee", AscExcludedRow],
  ["asc-ff", AscDeviceRow],
  ["opps-cap", OppsCapRow],
  ["anesthesia", AnesthesiaRow],
  ["anesthesia-base-units", AnesthesiaBaseUnitsRow],
  ["counties", CountiesRow],
  ["wage-index", WageIndexRow],
  ["zip5", Zip5Row],
] as const;

/** A row's schema passes over fields it does not know, for speed; this is what keeps the two lists equal. */
describe("a layout and its row schema", () => {
  it.each(PAIRS)("%s name the same fields, and the same ones as optional", (id, schema) => {
    const columns = layoutOf(id).columns.filter((column) => column.descriptor !== true);
    expect(columns.map((column) => column.field).sort()).toEqual(Object.keys(schema.shape).sort());
    const optional = columns
      .filter((column) => column.optional === true || column.notInText === true)
      .map((column) => column.field);
    const optionalInSchema = Object.entries(schema.shape).filter(([, cell]) => cell.safeParse(undefined).success);
    expect(optional.sort()).toEqual(optionalInSchema.map(([field]) => field).sort());
  });
});
