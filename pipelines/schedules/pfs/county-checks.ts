import type { CountiesRow } from "../../../schemas/row/places.ts";
import type { Check, Violation } from "../../rules/check.ts";
import { violationAt } from "../../rules/row-check.ts";
import { countyCatalogue } from "../../sources/counties.ts";
import { countyAreas } from "../../sources/county-areas.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { CountiesOfLocality } from "./counties.ts";

/** What the check of CMS's county list uses. */
interface CountyBooks {
  readonly counties: readonly CountiesOfLocality[] | undefined;
  readonly tables: { readonly counties?: SourceFile<CountiesRow> };
}

function namesIn({ counties, except, elsewhere }: CountiesOfLocality): number {
  return counties.length + except.length + elsewhere.reduce((sum, each) => sum + each.counties.length, 0);
}

/** Names that are no county of their State. CMS's text format cuts the last name of a long list. */
function unknownNames(file: SourceFile<CountiesRow>, list: readonly CountiesOfLocality[]): Violation[] {
  return countyAreas(countyCatalogue(), list).unknown.flatMap(
    ({ state, printed, row: { locality, rowNumber, cutShort } }) => {
      if (cutShort) return [];
      const message = `"${printed}" is no county of ${state?.name ?? "a known State"}`;
      const row = file.table.rowNumbers.indexOf(rowNumber);
      return [{ ...violationAt(file, row, { fields: ["counties"], message }), key: locality }];
    },
  );
}

const countiesKnown: Check<CountyBooks> = {
  id: "pfs.counties-known",
  title: "Every county that CMS lists for a locality is a county of its State",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [{ title: "sources/counties.json and county-names.json: counties of the Census Bureau, and CMS's misprints" }],
  cure: "Compare the row with CMS's file. If CMS misprinted the name, add it to the misprints in sources/county-names.json",
  run: ({ counties, tables: { counties: file } }) => {
    if (counties === undefined || file === undefined) return undefined;
    const localities = new Set(counties.map(({ locality }) => locality));
    return {
      checked: counties.reduce((sum, each) => sum + namesIn(each), 0),
      violations: unknownNames(file, counties),
      publications: [file.publication.label],
      compared: (key) => localities.has(key),
    };
  },
};

/** Checks of CMS's county list. */
export const COUNTY_CHECKS: readonly Check<CountyBooks>[] = [countiesKnown];
