import type { DiffTable, FieldChange } from "../../schemas/out/diff.ts";
import type { Catalogue } from "../../schemas/row/catalogue.ts";
import { CATALOGUES } from "../../schemas/row/tables.ts";

/** Fields that are not columns of CMS's, in the words of a report. */
const COMPUTED: Readonly<Record<string, string>> = {
  workGpci: "work GPCI",
  workGpciColumn: "column of the work GPCI",
  "qualifyingApm.nonFacilityAmount": "non-facility amount of qualifying APM participants",
  "qualifyingApm.facilityAmount": "facility amount of qualifying APM participants",
  "oppsCap.nonFacilityAmount": "non-facility amount at the OPPS cap",
  "oppsCap.facilityAmount": "facility amount at the OPPS cap",
  priceState: "what the status pays",
};

const CATALOGUE_OF: Readonly<Record<DiffTable, Catalogue>> = {
  pfs: CATALOGUES.rvu,
  localities: CATALOGUES.gpci,
  opps: CATALOGUES["addendum-b"],
  asc: CATALOGUES["asc-aa"],
};

/** A field of a table in words; a row's `state` is a locality's place, elsewhere what its indicator pays. */
export function fieldWords(field: string, table: DiffTable): string {
  if (field === "state" && table !== "localities") return "what the indicator pays";
  return CATALOGUE_OF[table][field]?.words ?? COMPUTED[field] ?? field;
}

/** A cell in words: a blank is none. */
export function valueText(value: FieldChange["from"]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null || value === "" ? "none" : value;
}
