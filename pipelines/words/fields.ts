import type { DiffTable, FieldChange } from "../../schemas/out/diff.ts";

/** Fields of the tables in the words of a report; one that is not here goes by its own name. */
const FIELDS: Readonly<Record<string, string>> = {
  apc: "APC",
  relativeWeight: "relative weight",
  paymentRate: "payment rate",
  nationalCopayment: "national copayment",
  minimumCopayment: "minimum copayment",
  adjustedCopayment: "adjusted copayment",
  notUsedForMedicare: "mark of units that Medicare does not use",
  pricingIndicator: "pricing indicator",
  workGpci: "work GPCI",
  workGpciColumn: "column of the work GPCI",
  workGpciWithoutFloor: "work GPCI without the floor",
  peGpci: "PE GPCI",
  mpGpci: "MP GPCI",
  mac: "MAC",
  paymentWeight: "payment weight",
  multipleProcedureDiscount: "multiple procedure discount",
  paymentIndicator: "payment indicator",
  statusIndicator: "status indicator",
  "qualifyingApm.nonFacilityAmount": "non-facility amount of qualifying APM participants",
  "qualifyingApm.facilityAmount": "facility amount of qualifying APM participants",
  "oppsCap.nonFacilityAmount": "non-facility amount at the OPPS cap",
  "oppsCap.facilityAmount": "facility amount at the OPPS cap",
  priceState: "what the status pays",
  workRvu: "work RVU",
  nonFacilityPeRvu: "non-facility PE RVU",
  facilityPeRvu: "facility PE RVU",
  mpRvu: "MP RVU",
  nonFacilityTotal: "non-facility total RVU",
  facilityTotal: "facility total RVU",
  pctcIndicator: "PC/TC indicator",
  globalDays: "global days",
  preOp: "share before the operation",
  intraOp: "share of the operation",
  postOp: "share after the operation",
  multipleProcedure: "multiple procedure indicator",
  bilateralSurgery: "bilateral surgery indicator",
  assistantAtSurgery: "assistant at surgery indicator",
  coSurgeons: "co-surgeons indicator",
  teamSurgery: "team surgery indicator",
  endoscopicBase: "endoscopic base code",
  physicianSupervision: "physician supervision",
  imagingFamily: "imaging family",
};

/** A field of a table in words; a row's `state` is a locality's place, elsewhere what its indicator pays. */
export function fieldWords(field: string, table: DiffTable): string {
  if (field === "state" && table !== "localities") return "what the indicator pays";
  return FIELDS[field] ?? field;
}

/** A cell in words: a blank is none. */
export function valueText(value: FieldChange["from"]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null || value === "" ? "none" : value;
}
