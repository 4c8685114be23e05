import type { DiffTable, FieldChange } from "../../schemas/out/diff.ts";
import type { NcciTable } from "../../schemas/out/ncci.ts";
import type { Catalogue } from "../../schemas/row/catalogue.ts";
import { NCCI_ADDON, NCCI_MUE, NCCI_PTP } from "../../schemas/row/ncci.ts";
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

/** The name of a field of an NCCI table. */
export function ncciFieldWords(field: string, table: NcciTable): string {
  const catalogue: Catalogue = table === "ncci-addon" ? NCCI_ADDON : table.startsWith("ncci-mue") ? NCCI_MUE : NCCI_PTP;
  return catalogue[field]?.words ?? field;
}

/** A cell in words: "none" for a blank. */
export function valueText(value: FieldChange["from"]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null || value === "" ? "none" : value;
}
