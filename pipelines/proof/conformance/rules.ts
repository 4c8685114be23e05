import type { Rule } from "../../rules/rule.ts";

/** What CMS's payment amount files print for therapy services when a patient has several on one day. */
export const THERAPY_REDUCED_AMOUNT: Rule = {
  id: "pfs.therapy-reduced-amount",
  title: "Amount of a therapy service with its practice expense reduced",
  formula:
    "(work RVU x work GPCI + PE RVU x (100 % - reduction) x PE GPCI + MP RVU x MP GPCI) x conversion factor, rounded half up to the cent once, at the end; the non-facility PE for both settings, which equals the facility PE in every row with multiple procedure indicator 5 of ten releases, 2013A to 2026C",
  cites: [
    { title: "42 USC 1395w-4(b)(7) and 1395m(k)(7): reductions are in sources/parameters/therapy-reduction.json" },
    { title: "CMS record layout of the payment amount file (PF25PC.pdf): therapy reduction amounts" },
  ],
};
