import { ADDENDUM_B } from "./addendum-b.ts";
import { ASC_AA, ASC_BB } from "./asc.ts";
import type { Catalogue } from "./catalogue.ts";
import { GPCI } from "./gpci.ts";
import { OPPS_CAP } from "./opps-cap.ts";
import { PFS_RVU } from "./pfs-rvu.ts";

/** The catalogues of the tables with amounts, by the role of their files. */
export const CATALOGUES = {
  rvu: PFS_RVU,
  gpci: GPCI,
  "addendum-b": ADDENDUM_B,
  "asc-aa": ASC_AA,
  "asc-bb": ASC_BB,
  "opps-cap": OPPS_CAP,
} as const satisfies Readonly<Record<string, Catalogue>>;
