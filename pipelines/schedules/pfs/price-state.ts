import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import { isZero } from "../../../schemas/units.ts";
import { statesByIndicator } from "../../rules/indicator-states.ts";
import { CONTRACTOR_PRICED, PRICED } from "../../rules/states.ts";
import type { ColumnsOf } from "../../tables/table.ts";

/** Why a row has an amount or not. `priced` is the only state with amounts. */
export type PriceState = string;

/** Conditions under which a priced row is paid. */
export type PaymentCondition = "restricted-coverage" | "only-if-nothing-else-is-billed";

const CONDITION: Readonly<Record<string, PaymentCondition>> = {
  R: "restricted-coverage",
  T: "only-if-nothing-else-is-billed",
};

/**
 * The price state of each row: `priced` for status A, R or T with RVUs, otherwise the reason.
 *
 * Zero RVUs with status R mean that contractors set the price (record layout, Attachment A). CMS's payment files omit
 * such rows, so they have no amount rather than $0.00.
 *
 * `unknown` for a status that is not in `sources/indicators/pfs-status.json`; the check pfs.status-known reports it.
 */
export function priceStates({ status, nonFacilityTotal, facilityTotal }: ColumnsOf<PfsRvuRow>): PriceState[] {
  const known = statesByIndicator("pfs-status");
  const states = status.map((code) => known.get(code) ?? "unknown");
  return Array.from(status.codes, (_, row) => {
    const state = states.at(row);
    const hasTotal = !(isZero(nonFacilityTotal.at(row)) && isZero(facilityTotal.at(row)));
    return state === PRICED && !hasTotal ? CONTRACTOR_PRICED : state;
  });
}

/** Whether the fee schedule pays rows of a status when they have RVUs: A, R or T. */
export function isPaidStatus(status: string): boolean {
  return status === "A" || CONDITION[status] !== undefined;
}

/** The condition of a priced row by its status, if any. */
export function paymentCondition(status: string): PaymentCondition | undefined {
  return CONDITION[status];
}
