import type { CodeLife } from "../../../schemas/out/life.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { successionsOf } from "../../sources/successions.ts";
import { cellsOf } from "../rate/cells.ts";
import type { Reading } from "./point.ts";

/** The last day of a code in the add-on code edits of a release, as an add-on or as a primary code. */
export function deletionIn(documents: ReleaseDocuments, hcpcs: string): CodeLife["deleted"] {
  const table = documents.table("ncci-addon");
  const row = table?.allRows().find((each) => each.addOn === hcpcs || each.primary === hcpcs);
  if (table === undefined || row === undefined) return null;
  const [code, last] =
    row.addOn === hcpcs ? (["addOn", "addOnDeleted"] as const) : (["primary", "primaryDeleted"] as const);
  const lastDay = row[last];
  if (lastDay === null) return null;
  const cells = cellsOf(table.head, "ncci-addon", row.row, [code, last]);
  return { lastDay, release: documents.manifest.release, cells };
}

/**
 * Since when and until when a code is known.
 *
 * @param readings by first day of service; at least one has the code
 */
export function lifeOf(hcpcs: string, readings: readonly Reading[]): CodeLife {
  const names = (all: readonly Reading[]): string[] => all.map(({ about }) => about.release);
  const withCode = names(readings.filter(({ known }) => known));
  const [first = "", last = ""] = [withCode[0], withCode.at(-1)];
  const edits = readings.findLast(({ hasAddOnEdits }) => hasAddOnEdits);
  return {
    first,
    last,
    absentFrom: names(readings.filter(({ known }) => !known)),
    deleted: edits?.deleted ?? null,
    successions: successionsOf(hcpcs),
  };
}
