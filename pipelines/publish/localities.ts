import type { LocalityRow } from "../../schemas/out/localities.ts";
import { gpciText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { Locality } from "../schedules/pfs/localities.ts";
import { headOf, sourceRefs } from "./head.ts";
import { type OutputFile, tableFile } from "./json.ts";

function localityRow(locality: Locality, rowNumber: number): LocalityRow {
  const { row } = locality;
  const bare = row.workGpciWithoutFloor;
  return {
    locality: locality.key,
    mac: row.mac,
    number: row.locality,
    state: row.state ?? null,
    name: locality.name,
    workGpci: gpciText(locality.workGpci),
    workGpciColumn: locality.workField,
    workGpciWithoutFloor: bare ? gpciText(bare) : null,
    peGpci: gpciText(row.peGpci),
    mpGpci: gpciText(row.mpGpci),
    row: rowNumber,
  };
}

/** `localities.json`: every locality with its indices. */
export function publishLocalities(book: ReleaseBook): OutputFile[] {
  const { gpci } = book;
  if (gpci === undefined) return [];
  const head = { ...headOf(book, "localities"), files: sourceRefs([gpci.file]) };
  return [
    tableFile(
      "localities.json",
      head,
      gpci.localities.map((each) => localityRow(each, gpci.file.table.rowNumbers[each.at] ?? 0)),
    ),
  ];
}
