import type { Rule } from "../../rules/rule.ts";

/** The total payment for a service in a facility. */
export const FACILITY_PLUS_PHYSICIAN: Rule = {
  id: "site.facility-plus-physician",
  title: "Total payment in a facility: the facility's payment and the physician's",
  formula: "facility payment + physician's fee schedule amount at the facility rate",
  cites: [
    { title: "42 CFR 414.22(b)(5): facility practice expense applies in hospitals and ambulatory surgical centers" },
    { title: "42 CFR 419.2, 416.164: facility payments do not include physicians' services" },
  ],
};
