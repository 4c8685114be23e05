/** Causes in the field's words, in the order in which they are told. */
export const CAUSE_WORDS: Readonly<Record<string, string>> = {
  work: "work RVU",
  pe: "PE RVU",
  mp: "MP RVU",
  workGpci: "work GPCI",
  peGpci: "PE GPCI",
  mpGpci: "MP GPCI",
  factor: "conversion factor",
  weight: "weight",
  price: "rate (no weight)",
  rounding: "rounding",
};
