import type { LocalityRow } from "../../schemas/out/localities.ts";
import { gpciText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { GpciBook, Locality } from "../schedules/pfs/localities.ts";
import { headOf, sourceRefs } from "./head.ts";
import { type OutputFile, tableFile } from "./json.ts";
import { quotedFrom } from "./printed.ts";

function localityRow({ file }: GpciBook, locality: Locality): LocalityRow {
  const { row, at } = locality;
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
    row: file.table.rowNumbers[at] ?? 0,
    ...quotedFrom(file, at),
  };
}

/** `localities.json`: every locality with its GPCIs. */
export function publishLocalities(book: ReleaseBook): OutputFile[] {
  const { gpci } = book;
  if (gpci === undefined) return [];
  const head = { ...headOf(book, "localities"), files: sourceRefs([gpci.file]) };
  const rows = gpci.localities.map((each) => localityRow(gpci, each));
  return [tableFile("localities.json", head, rows)];
}
