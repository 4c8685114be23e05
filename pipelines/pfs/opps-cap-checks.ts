import type { OppsCapRow } from "../../schemas/row/opps-cap.ts";
import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { centsText, rvuText } from "../../schemas/unit-text.ts";
import { equal, scaledInteger, sum } from "../../schemas/units.ts";
import { type Check, compareWithCms } from "../shared/check.ts";
import { checkRows, type RowFault } from "../shared/row-check.ts";
import { keyOfRow, type LocalityAmounts, rowWith } from "./amounts.ts";
import type { PfsBooks } from "./books.ts";
import { localityFinder } from "./localities.ts";
import { localityKey } from "./locality-key.ts";
import { hasCapUnits } from "./opps-cap.ts";

/** The two printed prices against the amounts at `at` and one further. */
function priceFault(row: OppsCapRow, { cents: ours }: LocalityAmounts, at: number): RowFault | null {
  const [nonFacility, facility] = [ours[at] as number, ours[at + 1] as number];
  const printed = [scaledInteger(row.nonFacilityPrice), scaledInteger(row.facilityPrice)] as const;
  if (printed[0] === nonFacility && printed[1] === facility) return null;
  const expected = `${centsText(nonFacility)} non-facility, ${centsText(facility)} facility`;
  const message = `the capped amounts are ${expected}, CMS printed ${centsText(printed[0])} and ${centsText(printed[1])}`;
  return { fields: ["nonFacilityPrice", "facilityPrice"], message };
}

const CAP_UNITS = [
  ["oppsNonFacilityPeRvu", "nonFacilityPeRvu"],
  ["oppsFacilityPeRvu", "facilityPeRvu"],
  ["oppsMpRvu", "mpRvu"],
] as const;

function componentFault(global: PfsRvuRow, professional: PfsRvuRow, technical: PfsRvuRow): RowFault | null {
  const wrong = CAP_UNITS.find(([cap, own]) => !equal(global[cap], sum(professional[own], technical[cap])));
  if (wrong === undefined) return null;
  const [cap, own] = wrong;
  const parts = `26 ${rvuText(professional[own])} + capped TC ${rvuText(technical[cap])}`;
  const total = rvuText(sum(professional[own], technical[cap]));
  return { fields: [cap], message: `${parts} = ${total}, the global row prints ${rvuText(global[cap])}` };
}

/** The cap is on the technical component: a global's cap units are its 26 row's own units and its TC row's cap units. */
export const oppsCapOfGlobal: Check<PfsBooks> = {
  id: "pfs.opps-cap-of-global",
  title:
    "The units for the OPPS cap of a global service are its 26 row's PE and MP plus the TC row's units for the cap",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [
    { title: "Deficit Reduction Act of 2005, section 5102(b): the technical portion of a global service is capped" },
  ],
  cure: compareWithCms("the three rows"),
  run: ({ pfs }) => {
    if (pfs === undefined) return undefined;
    return checkRows(pfs.file, keyOfRow, (row) => {
      if (row.modifier !== "" || !hasCapUnits(row)) return undefined;
      const [professional, technical] = [rowWith(pfs, row.hcpcs, "26"), rowWith(pfs, row.hcpcs, "TC")];
      return professional && technical ? componentFault(row, professional, technical) : undefined;
    });
  },
};

/** Every price of CMS's OPPSCAP file is the one computed from the relative value and GPCI files. */
export const oppsCapPrice: Check<PfsBooks> = {
  id: "pfs.opps-cap-price",
  title: "Both prices of every row of OPPSCAP are the capped amounts of its code and locality, to the cent",
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
  run: ({ pfs, oppsCap, tables }) => {
    const file = tables["opps-cap"];
    const amounts = oppsCap?.amounts;
    if (pfs === undefined || oppsCap === undefined || amounts === undefined || file === undefined) return undefined;
    const { localities } = amounts;
    const find = localityFinder(localities);
    return checkRows(
      file,
      (row) => `${keyOfRow(row)} ${localityKey(row)}`,
      (row) => {
        const locality = find(row.mac, row.locality);
        if (locality < 0) return { fields: ["mac", "locality"], message: "the GPCI file has no such locality" };
        const position = oppsCap.at.get(pfs.byKey.get(keyOfRow(row)) ?? -1);
        if (position === undefined) {
          return { fields: ["hcpcs"], message: "the relative value file has no units for the OPPS cap of this code" };
        }
        return priceFault(row, amounts, (position * localities.length + locality) * 2);
      },
    );
  },
};
