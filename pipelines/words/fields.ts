import type { DiffTable, FieldChange } from "../../schemas/out/diff.ts";
import type { Catalogue } from "../../schemas/row/catalogue.ts";
import { CATALOGUES } from "../../schemas/row/tables.ts";

/** Names of fields that are not CMS's columns. */
const COMPUTED: Readonly<Record<string, string>> = {
  workGpci: "work GPCI",
  workGpciColumn: "column of the work GPCI",
  "qualifyingApm.nonFacility": "non-facility amount of qualifying APM participants",
  "qualifyingApm.facility": "facility amount of qualifying APM participants",
  "oppsCap.nonFacility": "non-facility amount at the OPPS cap",
  "oppsCap.facility": "facility amount at the OPPS cap",
  priceState: "what the status pays",
};

const CATALOGUE_OF: Readonly<Record<DiffTable, Catalogue>> = {
  pfs: CATALOGUES.rvu,
  localities: CATALOGUES.gpci,
  opps: CATALOGUES["addendum-b"],
  asc: CATALOGUES["asc-aa"],
};

/** The name of a table's field; `state` is a locality's state, elsewhere what the indicator pays. */
export function fieldWords(field: string, table: DiffTable): string {
  if (field === "state" && table !== "localities") return "what the indicator pays";
  return CATALOGUE_OF[table][field]?.words ?? COMPUTED[field] ?? field;
}

/** A cell in words: "none" for a blank. */
export function valueText(value: FieldChange["from"]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null || value === "" ? "none" : value;
}
