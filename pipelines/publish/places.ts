import type { AnesthesiaDocument, AnesthesiaOut, CountiesOut, WageIndexOut, ZipOut } from "../../schemas/out/places.ts";
import type { AnesthesiaRow, Zip5Row } from "../../schemas/row/places.ts";
import { centsText, wageIndexText } from "../../schemas/unit-text.ts";
import { type AnesthesiaFactor, scaledInteger } from "../../schemas/units.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { CountiesOfLocality } from "../schedules/pfs/counties.ts";
import { localityKey, withoutStars } from "../schedules/pfs/locality-key.ts";
import { quarterOfZip, RURAL } from "../schedules/pfs/zips.ts";
import type { AreaWage } from "../schedules/wage/wage-index.ts";
import { rowsOf, type Table } from "../tables/table.ts";
import { headOf, sourceRefs } from "./head.ts";
import { type OutputFile, tableFile } from "./json.ts";

/** A row of the crosswalk as published. */
export function countiesRow(each: CountiesOfLocality): CountiesOut {
  const { locality, state, area, twoCarriers, coverage } = each;
  return {
    locality,
    state,
    area,
    twoCarriers,
    coverage,
    counties: [...each.counties],
    ...(each.except.length === 0 ? {} : { except: [...each.except] }),
    ...(each.elsewhere.length === 0
      ? {}
      : { elsewhere: each.elsewhere.map((other) => ({ state: other.state, counties: [...other.counties] })) }),
    ...(each.cutShort ? { cutShort: true } : {}),
    row: each.rowNumber,
  };
}

/** `counties.json`: from counties to payment localities. */
export function publishCounties(book: ReleaseBook): OutputFile[] {
  if (book.counties === undefined) return [];
  const head = { ...headOf(book, "counties"), files: sourceRefs([book.tables.counties]) };
  return [tableFile("counties.json", head, book.counties.map(countiesRow))];
}

function unitPriceText(factor: AnesthesiaFactor): string {
  return centsText(scaledInteger(factor));
}

function anesthesiaRow(row: AnesthesiaRow, rowNumber: number): AnesthesiaOut {
  const qualifying = row.anesthesiaFactorQualifyingApm;
  return {
    locality: localityKey(row),
    name: withoutStars(row.localityName),
    conversionFactor: unitPriceText(row.anesthesiaFactor),
    qualifyingApm: qualifying === undefined ? null : unitPriceText(qualifying),
    row: rowNumber,
  };
}

function baseUnits({ tables }: ReleaseBook): AnesthesiaDocument["baseUnits"] {
  const table = tables["anesthesia-base-units"]?.table;
  if (table === undefined) return null;
  return rowsOf(table).map((row, index) => ({
    hcpcs: row.hcpcs,
    units: Number(row.baseUnits),
    row: table.rowNumbers[index] ?? 0,
  }));
}

/**
 * `anesthesia.json`: conversion factor of every locality, and the base units of every code when CMS's file is
 * available.
 */
export function publishAnesthesia(book: ReleaseBook): OutputFile[] {
  const { anesthesia, "anesthesia-base-units": units } = book.tables;
  if (anesthesia === undefined && units === undefined) return [];
  const { rowNumbers = [] } = anesthesia?.table ?? {};
  const rows = anesthesia === undefined ? [] : rowsOf(anesthesia.table);
  const head = { ...headOf(book, "anesthesia"), files: sourceRefs([anesthesia, units]), baseUnits: baseUnits(book) };
  const lines = rows.map((row, index) => anesthesiaRow(row, rowNumbers[index] ?? 0));
  return [tableFile("anesthesia.json", head, lines)];
}

function* zipRows({ columns, rowNumbers }: Table<Zip5Row>): Generator<ZipOut> {
  const { zip, state, mac, locality, ruralIndicator, plusFour } = columns;
  for (const [row, rowNumber] of rowNumbers.entries()) {
    yield {
      zip: zip.at(row),
      state: state.at(row),
      locality: localityKey({ mac: mac.at(row), locality: locality.at(row) }),
      rural: RURAL[ruralIndicator.at(row)],
      plusFour: plusFour.at(row) === "1",
      row: rowNumber,
    };
  }
}

/** `zips.json`: from ZIP codes to payment localities. */
export function publishZips(book: ReleaseBook): OutputFile[] {
  const file = book.tables.zip5;
  const [first] = file?.table.columns.yearQuarter.values ?? [];
  if (file === undefined || first === undefined) return [];
  const head = { ...headOf(book, "zips"), quarter: quarterOfZip(first), files: sourceRefs([file]) };
  return [tableFile("zips.json", head, zipRows(file.table))];
}

function wageRow({ row, rowNumber, ambiguous }: AreaWage): WageIndexOut {
  const { cbsa, cbsaName, wageIndex } = row;
  return {
    cbsa,
    name: cbsaName.trim(),
    wageIndex: wageIndex === null ? null : wageIndexText(wageIndex),
    ...(ambiguous ? { ambiguous: true } : {}),
    row: rowNumber,
  };
}

/** `wage-index.json`: the wage index of every area. */
export function publishWageIndex(book: ReleaseBook): OutputFile[] {
  if (book.wages === undefined) return [];
  const head = { ...headOf(book, "wage-index"), files: sourceRefs([book.tables["wage-index"]]) };
  return [tableFile("wage-index.json", head, book.wages.map(wageRow))];
}
