import type { CORRUPTED_ROLES } from "./corruption.ts";

/**
 * What is known of each column: `checked` ones repeat a figure that stands elsewhere, so that no single corruption can
 * pass; of the others it says why one can.
 */
export type Coverage = Checked | { readonly why: string };

interface Checked {
  /** What proves the cell. */
  readonly checked: string;
  /** The field that must be filled for it, and why a row without it proves nothing. */
  readonly needs?: { readonly field: string; readonly why: string };
  /** What passes all the same, without harm. */
  readonly but?: string;
}

const RARELY = "CMS prints it once; only values that do not exist, or contradict another letter, are seen";
const KEY = "a wrong code that exists is another code; only one of no shape, or a second of its kind, is seen";
const NAME = "a name; nothing repeats it in one release";
const NO_REDUNDANCY = "CMS prints it once, and any plausible number could be right";

const WEIGHTED = "weight x conversion factor = rate";
const SAME_CENT = "a last digit of the weight off by one can give the same cent, and so the same rate";
const UNWEIGHTED =
  "of rates without a weight, those of practice expense are seen, and those of drugs only where they pass the OPPS rate or its APC's";
const CAP_UNITS =
  "seen where a technical component leaves the OPPS rate by more than 0.01 RVU, or a global its two components";

const RVU: Readonly<Record<string, Coverage>> = {
  hcpcs: { why: KEY },
  modifier: { why: "a row that loses its modifier repeats another; one that gains an unlikely one is not seen" },
  status: { why: RARELY },
  notUsedForMedicare: { checked: "stands exactly on units of status N, I, B or X" },
  workRvu: { checked: "work + PE + MP = total" },
  nonFacilityPeRvu: { checked: "work + PE + MP = total" },
  facilityPeRvu: { checked: "work + PE + MP = total" },
  mpRvu: { checked: "work + PE + MP = total" },
  nonFacilityTotal: { checked: "work + PE + MP = total" },
  facilityTotal: { checked: "work + PE + MP = total" },
  conversionFactor: { checked: "one factor, known from the law" },
  preOp: { checked: "pre + intra + post = 1.00 or 0.00" },
  intraOp: { checked: "pre + intra + post = 1.00 or 0.00" },
  postOp: { checked: "pre + intra + post = 1.00 or 0.00" },
  nonFacilityNa: { why: "seen only where a new NA stands beside two different practice expenses" },
  facilityNa: { why: "NA or blank: nothing else in the row depends on it" },
  pctcIndicator: { why: RARELY },
  globalDays: { why: RARELY },
  multipleProcedure: { why: RARELY },
  bilateralSurgery: { why: RARELY },
  assistantAtSurgery: { why: RARELY },
  coSurgeons: { why: RARELY },
  teamSurgery: { why: RARELY },
  pricingIndicator: { why: RARELY },
  endoscopicBase: { why: "a wrong base code is another code" },
  physicianSupervision: { why: RARELY },
  calculationFlag: { why: RARELY },
  imagingFamily: { why: RARELY },
  oppsNonFacilityPeRvu: { why: CAP_UNITS },
  oppsFacilityPeRvu: { why: CAP_UNITS },
  oppsMpRvu: { why: CAP_UNITS },
};

const GPCI: Readonly<Record<string, Coverage>> = {
  mac: { why: KEY },
  state: { why: NAME },
  locality: { why: KEY },
  localityName: { why: NAME },
  workGpciWithoutFloor: { why: NO_REDUNDANCY },
  workGpciWithFloor: { why: NO_REDUNDANCY },
  workGpciUnstated: { why: NO_REDUNDANCY },
  peGpci: { why: NO_REDUNDANCY },
  mpGpci: { why: NO_REDUNDANCY },
};

const ADDENDUM_B: Readonly<Record<string, Coverage>> = {
  hcpcs: { why: KEY },
  statusIndicator: { why: "one unrated indicator for another, or one rated one for another, is not seen" },
  apc: { why: "a wrong APC is seen where it has other codes in the file, and another rate" },
  relativeWeight: { checked: WEIGHTED, but: SAME_CENT, needs: { field: "relativeWeight", why: UNWEIGHTED } },
  paymentRate: { checked: WEIGHTED, needs: { field: "relativeWeight", why: UNWEIGHTED } },
  nationalCopayment: { why: NO_REDUNDANCY },
  minimumCopayment: {
    why: "seen where it is not 20 % of the rate, rounded up; a 0 passes, since CMS marks no service without any",
  },
  iraCoinsurance: { why: NO_REDUNDANCY },
  adjustedCopayment: { why: NO_REDUNDANCY },
  passThroughExpiration: { why: NO_REDUNDANCY },
  note: { why: NAME },
  changeMark: { why: "compares with the quarter before, which is another release" },
};

const ASC: Readonly<Record<string, Coverage>> = {
  hcpcs: { why: KEY },
  mark: { why: NAME },
  multipleProcedureDiscount: { why: "Y for N, or N for Y, is not seen" },
  commentIndicator: { why: "compares with the quarter before, which is another release" },
  passThroughExpiration: { why: NO_REDUNDANCY },
  paymentIndicator: { why: "one indicator for another that prints the same columns is not seen" },
  paymentWeight: { checked: WEIGHTED, but: SAME_CENT, needs: { field: "paymentWeight", why: UNWEIGHTED } },
  paymentRate: { checked: WEIGHTED, needs: { field: "paymentWeight", why: UNWEIGHTED } },
  adjustedCopayment: { why: NO_REDUNDANCY },
};

const OPPS_CAP: Readonly<Record<string, Coverage>> = {
  hcpcs: { why: KEY },
  modifier: { why: RARELY },
  status: { why: RARELY },
  mac: { why: KEY },
  locality: { why: KEY },
  facilityPrice: { checked: "the OPPS cap formula" },
  nonFacilityPrice: { checked: "the OPPS cap formula" },
};

/** Every column of the tables that are corrupted. */
export const COVERAGE: Readonly<Record<(typeof CORRUPTED_ROLES)[number], Readonly<Record<string, Coverage>>>> = {
  rvu: RVU,
  gpci: GPCI,
  "addendum-b": ADDENDUM_B,
  "asc-aa": ASC,
  "asc-bb": ASC,
  "opps-cap": OPPS_CAP,
};
