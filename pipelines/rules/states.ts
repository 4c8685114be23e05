/** State of a row that each contractor prices itself. */
export const CONTRACTOR_PRICED = "contractor-priced";

/** State of a row that has amounts: its status pays by RVUs, and it has some. */
export const PRICED = "priced";
