import type { CountiesOut } from "../../../schemas/out/places.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import type { LookUpZip } from "../../sources/find-county.ts";
import { rowOfCounty } from "./county.ts";
import { byKey, type FoundPlace, neededTable, placeByKey, type WantedPlace } from "./place.ts";

const COVERAGE: Readonly<Record<CountiesOut["coverage"], string>> = {
  listed: "listed in",
  all: "one of all counties of the state, by",
  "all-other": "no other row of the state names it, so one of all other counties, by",
};

function byCounty(documents: BuiltDocuments, text: string): FoundPlace {
  const instead = "Build it with CMS's LOCCO file among the downloads, or ask with --locality";
  const table = neededTable(documents, "counties", "--county", instead);
  const zipRow: LookUpZip = (zip) => documents.table("zips")?.rowsOf({ zip })[0];
  const { row, county } = rowOfCounty(table.allRows(), text, zipRow);
  return byKey(documents, row.locality, `${county}: ${COVERAGE[row.coverage]} row ${row.row} of CMS's county file`);
}

/**
 * The payment locality that a user means; undefined when none is named.
 *
 * @throws InputFault when the place is not known, when the release lacks the file for it, or when CMS's file does not
 *   decide between several localities
 */
export function findPlace(documents: BuiltDocuments, wanted: WantedPlace): FoundPlace | undefined {
  const { county, locality, zip } = wanted;
  const isByKey = locality !== undefined || zip !== undefined || county === undefined;
  return isByKey ? placeByKey(documents, wanted) : byCounty(documents, county);
}
