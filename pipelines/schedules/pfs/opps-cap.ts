import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import { OPPS_CAP_FIELDS } from "../../../schemas/row/pfs-rvu.ts";
import type { Setting } from "../../../schemas/setting.ts";
import { isZero } from "../../../schemas/units.ts";
import type { ColumnsOf } from "../../tables/table.ts";
import type { Amounts } from "./amounts.ts";
import { NATIONAL_GPCIS } from "./kernel.ts";
import { type GpciBook, gpciColumns } from "./localities.ts";
import { isCapped } from "./opps-cap-rule.ts";
import { amountsOf, type PfsBook } from "./price.ts";
import { isPaidStatus } from "./price-state.ts";
import { kernelRvus, type RvuFile, rowWith } from "./rvu-file.ts";

export { isCapped };

/** Amounts at the OPPS cap on imaging, for the rows of the relative value file that have RVUs for it. */
export interface OppsCapBook {
  readonly national: Amounts;
  /** Undefined without a GPCI file. */
  readonly amounts: Amounts | undefined;
}

/** Whether the fee schedule pays rows of a status, by RVUs or at contractors' prices. */
function isPaid(status: string): boolean {
  return isPaidStatus(status) || status === "C";
}

/** Whether CMS prints RVUs for the OPPS cap in a row. */
export function hasCapRvus(columns: ColumnsOf<PfsRvuRow>, row: number): boolean {
  return OPPS_CAP_FIELDS.some((field) => !isZero(columns[field].at(row)));
}

/**
 * The row with the work RVU for a row's cap: its own, or the 26 row.
 *
 * For a contractor-priced global CMS prints zeros as RVUs, work included, but full RVUs for the cap: those of the 26
 * row and the capped TC row. Their work RVU is in the 26 row.
 */
export function workRow(rvu: RvuFile, row: number): number {
  const { hcpcs, modifier, status } = rvu.columns;
  if (status.at(row) !== "C" || modifier.at(row) !== "") return row;
  return rowWith(rvu, hcpcs.at(row), "26") ?? row;
}

/**
 * Amounts of every row that has RVUs for the OPPS cap, nationally and in every locality, by the rule
 * `pfs.opps-capped-amount`.
 *
 * They are the cap, not the payment: the cap applies only when it is the lower amount ({@link payable}).
 */
export function priceOppsCap({ rvu, factor }: PfsBook, gpci: GpciBook | undefined): OppsCapBook {
  const { columns, states } = rvu;
  const rows = Int32Array.from(
    [...states.keys()].filter((row) => isPaid(columns.status.at(row)) && hasCapRvus(columns, row)),
  );
  const { workRvu: work, oppsNonFacilityPeRvu, oppsFacilityPeRvu, oppsMpRvu: mp } = columns;
  const capped = { work, nonFacilityPe: oppsNonFacilityPeRvu, facilityPe: oppsFacilityPeRvu, mp };
  const rvus = kernelRvus(
    capped,
    rows,
    rows.map((row) => workRow(rvu, row)),
  );
  return {
    national: amountsOf(rows, rvus, NATIONAL_GPCIS, factor),
    amounts: gpci && amountsOf(rows, rvus, gpciColumns(gpci.localities), factor),
  };
}

/** The payable national amount of a row, in cents; undefined for a row without an amount. */
export function payable(pfs: PfsBook, cap: OppsCapBook | undefined, row: number, setting: Setting): number | undefined {
  return isCapped(pfs, cap, row, setting) ? cap?.national.at(row, setting) : pfs.national.at(row, setting);
}
