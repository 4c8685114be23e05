import { ADDENDUM_B, type AddendumBRow } from "../../../schemas/row/addendum-b.ts";
import { ASC_AA, ASC_BB, type AscAncillaryRow, type AscSurgicalRow } from "../../../schemas/row/asc.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import type { AscBook, AscListing } from "../../schedules/asc/addenda.ts";
import type { OppsBook } from "../../schedules/opps/addendum-b.ts";
import { type ManifestFiles, type PublishedRow, readPublished } from "./manifest-file.ts";

interface Coded {
  readonly hcpcs: { readonly at: (row: number) => string };
}
const keyOf =
  ({ hcpcs }: Coded) =>
  (row: number): string =>
    hcpcs.at(row);

/** What Addendum B says about a code; undefined where the release was built without one. */
export function oppsBook(documents: ReleaseDocuments, files: ManifestFiles, hcpcs: string): OppsBook | undefined {
  const [table, input] = [documents.table("opps"), files.get("addendum-b")];
  if (table === undefined || input === undefined) return undefined;
  const rows = table.rowsOf({ hcpcs });
  const says = rows.map((row): PublishedRow => ({ ...row, says: row }));
  const file = readPublished<AddendumBRow>(input, { catalogue: ADDENDUM_B, keyOf }, says);
  const states = rows.map(({ state }) => state);
  return { file, states, rates: file.table.columns.oppsRate, byCode: new Map(rows.map((_, row) => [hcpcs, row])) };
}

/** What the ASC addenda say about a code; undefined where the release was built without them. */
export function ascBook(documents: ReleaseDocuments, files: ManifestFiles, hcpcs: string): AscBook | undefined {
  const table = documents.table("asc");
  if (table === undefined) return undefined;
  const rows = table.rowsOf({ hcpcs });
  const of = (addendum: string): PublishedRow[] =>
    rows.filter((row) => row.addendum === addendum).map((row) => ({ ...row, says: row }));
  const [aa, bb] = [files.get("asc-aa"), files.get("asc-bb")];
  const surgical = aa && readPublished<AscSurgicalRow>(aa, { catalogue: ASC_AA, keyOf }, of("AA"));
  const ancillary = bb && readPublished<AscAncillaryRow>(bb, { catalogue: ASC_BB, keyOf }, of("BB"));
  const listings = rows.flatMap(({ addendum, state }): AscListing[] => {
    const file = addendum === "AA" ? surgical : ancillary;
    return file === undefined ? [] : [{ addendum, file, row: 0, hcpcs, rate: file.table.columns.ascRate.at(0), state }];
  });
  const excluded = documents.table("asc-excluded")?.rowsOf({ hcpcs }) ?? [];
  return {
    surgical,
    ancillary,
    listings,
    byCode: new Map(listings.map((listing) => [hcpcs, listing])),
    excluded: new Set(excluded.map((row) => row.hcpcs)),
    repeats: 0,
    unequalRepeats: [],
  };
}
