import type { LocalityRow } from "../../../schemas/out/localities.ts";
import { GPCI, type GpciRow } from "../../../schemas/row/gpci.ts";
import { type Gpci, SCALE } from "../../../schemas/units.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import type { GpciBook } from "../../schedules/pfs/localities.ts";
import { keyOfLocalityRow } from "../../schedules/pfs/locality-key.ts";
import { rowOf } from "../../tables/table.ts";
import { publishedNumber } from "../rate/published-number.ts";
import { type ManifestFiles, type PublishedRow, readPublished } from "./manifest-file.ts";

/** Tables have the index in use under one name, and say which column it is from. */
function publishedRow({ workGpciColumn, workGpci, number, name, ...row }: LocalityRow): PublishedRow {
  return { ...row, says: { ...row, locality: number, localityName: name, [workGpciColumn]: workGpci } };
}

/** The localities of a release; undefined where it was built without a GPCI file. */
export function gpciBook(documents: ReleaseDocuments, files: ManifestFiles): GpciBook | undefined {
  const [table, input] = [documents.table("localities"), files.get("gpci")];
  if (table === undefined || input === undefined) return undefined;
  const rows = table.allRows();
  const file = readPublished<GpciRow>(input, { catalogue: GPCI, keyOf: keyOfLocalityRow }, rows.map(publishedRow));
  const localities = rows.map(({ locality: key, name, workGpci, workGpciColumn: workField }, at) => {
    const index = publishedNumber<Gpci>(workGpci, SCALE.gpci);
    return { key, row: rowOf(file.table, at), at, name, workGpci: index, workField };
  });
  return { file, localities };
}
