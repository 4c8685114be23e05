import type { WageIndexOut } from "../../../schemas/out/places.ts";
import type { RateWageIndex } from "../../../schemas/out/rate.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { fault } from "../../problems/problems.ts";
import { cellsOf } from "./cells.ts";

function unknownCbsa(cbsa: string, release: string): Error {
  const message = `"${cbsa}" is not a CBSA of the wage index of ${release}`;
  return fault("cbsa.unknown", { file: "--cbsa" }, message, "Write five digits, or two for a state's rural area");
}

function noIndex(cbsa: string, { name, row }: WageIndexOut): Error {
  const message = `CMS prints no wage index for ${cbsa} ${name} (row ${row})`;
  return fault("cbsa.no-index", { file: "--cbsa" }, message, "Ask for the national rates, without --cbsa");
}

function severalRows(cbsa: string, rows: readonly WageIndexOut[]): Error {
  const named = rows.map((row) => `${row.wageIndex ?? "none"} (${row.name}, row ${row.row})`).join(" and ");
  return fault(
    "cbsa.ambiguous",
    { file: "--cbsa" },
    `CMS's wage index prints ${cbsa} ${rows.length} times: ${named}`,
    "CMS's file does not say which one applies, so ratebook chooses none",
  );
}

/**
 * The wage index of a CBSA; undefined when none is named.
 *
 * @throws InputFault when it is not known, is there twice with different values, or the release has no wage index
 */
export function findWageIndex(documents: BuiltDocuments, cbsa: string | undefined): RateWageIndex | undefined {
  if (cbsa === undefined) return undefined;
  const { release } = documents.manifest;
  const table = documents.table("wage-index");
  if (table === undefined) {
    const message = `release ${release} was built without wage-index.json`;
    throw fault("cbsa.source-missing", { file: "--cbsa" }, message, "Build it with CMS's wage index of the year");
  }
  const rows = table.rowsOf({ cbsa });
  const [row] = rows;
  if (row === undefined) throw unknownCbsa(cbsa, release);
  if (rows.length > 1) throw severalRows(cbsa, rows);
  if (row.wageIndex === null) throw noIndex(cbsa, row);
  const cells = cellsOf(table.head, "wage-index", row.row, ["wageIndex"]);
  return { cbsa, name: row.name, wageIndex: row.wageIndex, cells };
}
