import type { OppsCapRow } from "../../../schemas/row/opps-cap.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { scaledInteger } from "../../../schemas/units.ts";
import type { Check } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import type { ColumnsOf } from "../../tables/table.ts";
import type { Amounts } from "./amounts.ts";
import type { PfsBooks } from "./books.ts";
import { localityFinder } from "./localities.ts";
import { rowWith } from "./rvu-file.ts";

/** The two prices that CMS prints in a row of OPPSCAP, non-facility and facility. */
type Prices = readonly [nonFacility: number, facility: number];

function pricesOf({ nonFacilityPrice, facilityPrice }: ColumnsOf<OppsCapRow>, row: number): Prices {
  return [scaledInteger(nonFacilityPrice.at(row)), scaledInteger(facilityPrice.at(row))];
}

/** Compares the two printed prices with the amounts of a row of the relative value file in a locality. */
function priceFault(printed: Prices, ours: Amounts, row: number, locality: number): RowFault | null {
  const nonFacility = ours.at(row, "nonFacility", locality) ?? 0;
  const facility = ours.at(row, "facility", locality) ?? 0;
  if (printed[0] === nonFacility && printed[1] === facility) return null;
  const expected = `${centsText(nonFacility)} non-facility, ${centsText(facility)} facility`;
  const message = `the capped amounts are ${expected}, CMS printed ${centsText(printed[0])} and ${centsText(printed[1])}`;
  return { fields: ["nonFacilityPrice", "facilityPrice"], message };
}

/** Every price of CMS's OPPSCAP file is the one computed from the relative value and GPCI files. */
export const oppsCapPrice: Check<PfsBooks> = {
  id: "pfs.opps-cap-price",
  title: "Both prices of every row of OPPSCAP equal the capped amounts of its code and locality, to the cent",
  invariants: ["P14", "P16"],
  scope: "row",
  severity: "review",
  staleFilesKnown: true,
  cites: [
    {
      title:
        "Deficit Reduction Act of 2005, section 5102(b); CMS record layout of the relative value file (RVU26B.pdf)",
    },
    { title: "Every row of the OPPSCAP files of 2009A, 2013A, 2018A, 2020A, 2022A-2025A and 2025D agrees" },
  ],
  cure: "CMS has posted OPPSCAP files computed with an older factor or older GPCIs: if that is so, list the file in sources/exceptions.json",
  run: ({ pfs, gpci, oppsCap, tables }) => {
    const file = tables["opps-cap"];
    const amounts = oppsCap?.amounts;
    if (pfs === undefined || gpci === undefined || amounts === undefined || file === undefined) return undefined;
    const find = localityFinder(gpci.localities);
    return checkRows(file, (columns) => (row) => {
      const locality = find(columns.mac.at(row), columns.locality.at(row));
      if (locality < 0) return { fields: ["mac", "locality"], message: "the GPCI file does not have this locality" };
      const own = rowWith(pfs.rvu, columns.hcpcs.at(row), columns.modifier.at(row) ?? "") ?? -1;
      if (!amounts.has(own)) {
        return { fields: ["hcpcs"], message: "the relative value file has no RVUs for the OPPS cap of this code" };
      }
      return priceFault(pricesOf(columns, row), amounts, own, locality);
    });
  },
};
