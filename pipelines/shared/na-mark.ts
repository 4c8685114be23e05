/** What stands before an amount that a site is marked NA for. */
export const NA_MARK = "NA";

/** What "NA" before an amount means, with every table that has one. */
export const NA_LEGEND = `${NA_MARK}: CMS marks the service as rarely or never done at that site`;
