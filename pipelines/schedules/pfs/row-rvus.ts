import type { Setting } from "../../../schemas/setting.ts";
import { type Rvu, scaledInteger } from "../../../schemas/units.ts";
import type { Triple } from "./exact-amounts.ts";
import { type RvuFile, rowWith } from "./rvu-file.ts";

/** RVUs of a row in a setting, in hundredths. */
export type RvusOf = (row: number, setting: Setting) => Triple;

function triple(work: Rvu, pe: Rvu, mp: Rvu): Triple {
  return { work: scaledInteger(work), pe: scaledInteger(pe), mp: scaledInteger(mp) };
}

/** The row's own RVUs. */
export function fullRvus({ columns }: RvuFile): RvusOf {
  const { workRvu, mpRvu } = columns;
  const pe = { nonFacility: columns.nonFacilityPeRvu, facility: columns.facilityPeRvu };
  return (row, setting) => triple(workRvu.at(row), pe[setting].at(row), mpRvu.at(row));
}

/** At the OPPS cap: PE and MP of the cap, and the row's own work, or the 26 row's for a contractor-priced global. */
export function cappedRvus(rvu: RvuFile): RvusOf {
  const { hcpcs, modifier, status, workRvu, oppsMpRvu } = rvu.columns;
  const pe = { nonFacility: rvu.columns.oppsNonFacilityPeRvu, facility: rvu.columns.oppsFacilityPeRvu };
  return (row, setting) => {
    const ofContractors = status.at(row) === "C" && modifier.at(row) === "";
    const professional = ofContractors ? rowWith(rvu, hcpcs.at(row), "26") : undefined;
    return triple(workRvu.at(professional ?? row), pe[setting].at(row), oppsMpRvu.at(row));
  };
}
