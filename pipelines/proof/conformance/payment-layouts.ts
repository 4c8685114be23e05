import type { PaymentAmountRow } from "../../../schemas/row/payment-amount.ts";

type Field = keyof PaymentAmountRow;

/** CMS's name of each field in its record layout. */
export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  year: "Year",
  mac: "Carrier Number",
  locality: "Locality",
  hcpcs: "HCPCS Code",
  modifier: "Modifier",
  nonFacility: "Non Facility Fee Schedule Amount",
  facility: "Facility Fee Schedule Amount",
  filler: "Filler",
  pctcIndicator: "PCTC Indicator",
  status: "Status Code",
  multipleSurgery: "Multiple Surgery Indicator",
  therapyNonInstitutional: "Therapy Reduction Amount, noninstitutional",
  therapyInstitutional: "Therapy Reduction Amount, institutional",
  oppsIndicator: "OPPS Indicator",
  oppsNonFacility: "OPPS Non Facility Fee Amount",
  oppsFacility: "OPPS Facility Fee Amount",
};

/** One record layout: its fields in order. `schemas/row/payment-amount.ts` says what each cell looks like. */
export interface PaymentLayout {
  readonly fields: readonly Field[];
  readonly used: string;
}

const AMOUNTS: readonly Field[] = ["year", "mac", "locality", "hcpcs", "modifier", "nonFacility", "facility"];
const BASE: readonly Field[] = [...AMOUNTS, "filler", "pctcIndicator", "status"];
const CAP: readonly Field[] = ["oppsIndicator", "oppsNonFacility", "oppsFacility"];

/**
 * The layouts, each with its own number of fields. The first is CMS's of 2014 to 2026 (PF25PC.pdf); files of the
 * others were not available: they are the first without the fields that CMS had no use for yet.
 */
export const PAYMENT_LAYOUTS: readonly PaymentLayout[] = [
  {
    fields: [...BASE, "multipleSurgery", "therapyNonInstitutional", "therapyInstitutional", ...CAP],
    used: "since therapy reductions, 2011",
  },
  { fields: [...BASE, "multipleSurgery", ...CAP], used: "before therapy reductions" },
  { fields: [...BASE, ...CAP], used: "since the OPPS cap, 2007" },
  { fields: BASE, used: "before the OPPS cap" },
];

/** The layout of records with so many fields. */
export function layoutOfWidth(width: number): PaymentLayout | undefined {
  return PAYMENT_LAYOUTS.find(({ fields }) => fields.length === width);
}
