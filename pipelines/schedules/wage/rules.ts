import type { Rule } from "../../rules/rule.ts";

/** A hospital's payment in an area, for a service with a wage-adjusted status indicator. */
export const WAGE_ADJUSTED_OPPS: Rule = {
  id: "wage.opps",
  title: "OPPS payment rate adjusted by the area's wage index",
  formula: "payment rate x (0.60 x wage index + 0.40), rounded half up to the cent",
  cites: [{ title: "42 CFR 419.43(c)" }, { title: "CMS OPPS pricer 2020 to 2024, wage-adjusted line payment" }],
};

/** An ASC's payment in an area, for a service with a wage-adjusted payment indicator. */
export const WAGE_ADJUSTED_ASC: Rule = {
  id: "wage.asc",
  title: "ASC payment rate adjusted by the area's wage index",
  formula: "payment rate x (0.50 x wage index + 0.50), rounded half up to the cent",
  cites: [
    { title: "42 CFR 416.172(c)" },
    { title: "Medicare Claims Processing Manual, chapter 14, section 40.2: 50 percent labor-related" },
  ],
};
