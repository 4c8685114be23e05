import type { Setting } from "../../../schemas/setting.ts";
import { type PricedRows, rowWith } from "../../schedules/pfs/fee-rows.ts";
import { physicianRows } from "../../schedules/site/physician-rows.ts";
import type { VolumeFeeRow } from "./side.ts";

/** The rows of a release by modifier and code, as the rules of payment ask for them. */
function pricedRows(rows: readonly VolumeFeeRow[]): PricedRows {
  const byModifier = new Map<string, Map<string, number>>();
  for (const [at, { hcpcs, modifier }] of rows.entries()) {
    const ofModifier = byModifier.get(modifier) ?? new Map<string, number>();
    byModifier.set(modifier, ofModifier.set(hcpcs, at));
  }
  const at = (row: number): VolumeFeeRow => rows[row] as VolumeFeeRow;
  return {
    rvu: {
      columns: {
        modifier: { at: (row) => at(row).modifier },
        pctcIndicator: { at: (row) => at(row).pctcIndicator },
        nonFacilityNa: { at: (row) => at(row).nonFacilityNa },
        facilityNa: { at: (row) => at(row).facilityNa },
      },
      stateOf: (row) => at(row).priceState,
      byModifier,
    },
    national: { has: (row) => at(row).nonFacility !== null, at: () => undefined },
  };
}

/** The row that pays a physician, or the reason why none does. */
type PayingRow = { readonly row: VolumeFeeRow } | { readonly reason: string };

/** Finds rows of the relative value file. */
export interface RowFinder {
  has(code: string, modifier: string): boolean;
  /**
   * The row by which a physician is paid for a code at a setting: that of the modifier, else the usual one, which in a
   * facility is the 26 row of a service that splits. A facility here is any: the rules of outpatient hospitals alone do
   * not apply.
   */
  paying(code: string, modifier: string, setting: Setting): PayingRow;
}

/** @param rows of one release */
export function rowFinder(rows: readonly VolumeFeeRow[]): RowFinder {
  const priced = pricedRows(rows);
  const rowAt = (at: number | undefined): PayingRow =>
    at === undefined ? { reason: "not-in-fee-schedule" } : { row: rows[at] as VolumeFeeRow };
  return {
    has: (code, modifier) => rowWith(priced.rvu, code, modifier) !== undefined,
    paying: (code, modifier, setting) => {
      if (modifier === "TC" && setting === "facility") return { reason: "technical-component-only" };
      if (modifier !== "") return rowAt(rowWith(priced.rvu, code, modifier));
      const usual = physicianRows(priced, code);
      const found = setting === "facility" ? usual?.facility : usual?.office;
      return typeof found === "string" ? { reason: found } : rowAt(found);
    },
  };
}
