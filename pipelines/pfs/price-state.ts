import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { isZero } from "../../schemas/units.ts";
import { CONTRACTOR_PRICED, statesByIndicator } from "../shared/indicator-states.ts";

/** Why a row has an amount or none. `priced` is the only state with amounts. */
export type PriceState = string;

/** Conditions under which a priced row is paid. */
export type PaymentCondition = "restricted-coverage" | "only-if-nothing-else-is-billed";

const CONDITION: Readonly<Record<string, PaymentCondition>> = {
  R: "restricted-coverage",
  T: "only-if-nothing-else-is-billed",
};

function hasTotal(row: PfsRvuRow): boolean {
  return !(isZero(row.nonFacilityTotal) && isZero(row.facilityTotal));
}

/**
 * The price state of a row: `priced` for status A, R or T with relative value units, otherwise the reason.
 *
 * Zero units under R mean that contractors set the price (record layout, Attachment A); CMS's payment files leave such
 * rows out, so they have no amount rather than $0.00.
 *
 * `unknown` for a status letter that is not in `sources/indicators/pfs-status.json`; the check pfs.status-known stops it.
 */
export function priceStateReader(): (row: PfsRvuRow) => PriceState {
  const states = statesByIndicator("pfs-status");
  return (row) => {
    const state = states.get(row.status) ?? "unknown";
    return state === "priced" && !hasTotal(row) ? CONTRACTOR_PRICED : state;
  };
}

/** Whether the fee schedule pays rows of this status, given units: A, R or T. */
export function isPaidStatus({ status }: PfsRvuRow): boolean {
  return status === "A" || CONDITION[status] !== undefined;
}

/** The condition that goes with a priced row's status, if any. */
export function paymentCondition(row: PfsRvuRow): PaymentCondition | undefined {
  return CONDITION[row.status];
}
