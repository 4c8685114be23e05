import type { Rule } from "../../rules/rule.ts";

const POLICY = { title: "CMS, Medicare NCCI Policy Manual 2026, chapter I" } as const;

/** A code that is not paid beside another one. */
export const PTP_EDIT: Rule = {
  id: "ncci.ptp-edit",
  title: "Not paid beside another code of the claim",
  formula: "0 for the code of column 2, without an NCCI-associated modifier that the edit allows",
  cites: [{ title: "NCCI procedure-to-procedure edits in force on the day" }, POLICY],
};

/** An add-on code whose primary code is not on the claim. */
export const ADD_ON_ALONE: Rule = {
  id: "ncci.add-on-alone",
  title: "Add-on code without one of its primary codes",
  formula: "0",
  cites: [{ title: "NCCI add-on code edits of type 1 in force on the day" }, POLICY],
};
