import * as z from "zod";
import { fieldsIn, type Proof, published, rowSchema, unpublished } from "./catalogue.ts";
import { KIND, type Kind, mark, maybe, text } from "./kinds.ts";
import { PROOF } from "./proofs.ts";

/** No modifier, professional component, technical component, discontinued procedure: all that CMS lists a code with. */
export const MODIFIERS = ["", "26", "TC", "53"] as const;

/** One of `MODIFIERS`, which a check sees to. */
const modifier: Kind<string, string> = {
  ...text(/^([0-9A-Z]{2})?$/, "blank or a modifier of two characters"),
  out: () => z.enum(MODIFIERS),
};

const TOTAL: Proof = { checked: "work + PE + MP = total" };
const PACKAGE: Proof = { checked: "pre + intra + post = 1.00 or 0.00" };
const CAP: Proof = {
  why: "seen where a technical component leaves the OPPS rate by more than 0.01 RVU, or a global its two components",
};
const NOT_BY_ROW = "code documents list it with its cells";

/** An indicator: text as printed, since indicators are names, not numbers. */
function indicator(words: string, proof: Proof = PROOF.rarely) {
  return published(KIND.text, { words, list: "indicators", proof });
}

/** The columns of the PPRRVU file (CMS record layout RVU26B.pdf). */
export const PFS_RVU = {
  hcpcs: published(KIND.hcpcs, {
    words: "HCPCS code",
    proof: PROOF.key,
  }),
  modifier: published(modifier, {
    words: "modifier",
    proof: { why: "a row that loses its modifier repeats another; one that gains an unlikely one is not seen" },
  }),
  status: published(text(/^[A-Z]$/, "one status letter"), { words: "status", proof: PROOF.rarely }),
  nonFacilityNa: published(mark("NA"), {
    words: "non-facility NA mark",
    says: "CMS: rarely or never done outside a facility. The amount stands all the same",
    proof: { why: "seen only where a new NA stands beside two different practice expenses" },
  }),
  facilityNa: published(mark("NA"), {
    words: "facility NA mark",
    says: "CMS: rarely or never done in a facility. The amount stands all the same",
    proof: { why: "NA or blank: nothing else in the row depends on it" },
  }),
  notUsedForMedicare: published(maybe(mark("+")), {
    words: "mark of units that Medicare does not use",
    says: "CMS prints relative value units that Medicare does not use; null when read from txt, which does not say",
    proof: { checked: "stands exactly on units of status N, I, B or X" },
  }),
  workRvu: published(KIND.rvu, { words: "work RVU", list: "rvus", proof: TOTAL }),
  nonFacilityPeRvu: published(KIND.rvu, { words: "non-facility PE RVU", list: "rvus", proof: TOTAL }),
  facilityPeRvu: published(KIND.rvu, { words: "facility PE RVU", list: "rvus", proof: TOTAL }),
  mpRvu: published(KIND.rvu, { words: "MP RVU", list: "rvus", proof: TOTAL }),
  nonFacilityTotal: published(KIND.rvu, { words: "non-facility total RVU", list: "rvus", proof: TOTAL }),
  facilityTotal: published(KIND.rvu, { words: "facility total RVU", list: "rvus", proof: TOTAL }),
  pctcIndicator: indicator("PC/TC indicator"),
  globalDays: indicator("global days"),
  preOp: published(KIND.rvu, {
    words: "share before the operation",
    says: "Share of the global period's payment before, in and after surgery; 0.00 where it has none",
    list: "indicators",
    proof: PACKAGE,
  }),
  intraOp: published(KIND.rvu, { words: "share of the operation", list: "indicators", proof: PACKAGE }),
  postOp: published(KIND.rvu, { words: "share after the operation", list: "indicators", proof: PACKAGE }),
  multipleProcedure: indicator("multiple procedure indicator"),
  bilateralSurgery: indicator("bilateral surgery indicator"),
  assistantAtSurgery: indicator("assistant at surgery indicator"),
  coSurgeons: indicator("co-surgeons indicator"),
  teamSurgery: indicator("team surgery indicator"),
  pricingIndicator: published(maybe(KIND.text), {
    words: "pricing indicator",
    says: "null in years whose file has no such column",
    list: "indicators",
    proof: PROOF.rarely,
  }),
  endoscopicBase: indicator("endoscopic base code", { why: "a wrong base code is another code" }),
  physicianSupervision: indicator("physician supervision"),
  imagingFamily: indicator("imaging family"),
  conversionFactor: unpublished(KIND.factor, "once a document, since every row repeats it", {
    words: "conversion factor",
    proof: { checked: "one factor, known from the law" },
  }),
  calculationFlag: unpublished(KIND.text, "nowhere: no amount follows from it", {
    words: "calculation flag",
    proof: PROOF.rarely,
  }),
  oppsNonFacilityPeRvu: unpublished(KIND.rvu, NOT_BY_ROW, {
    words: "non-facility PE RVU at the cap",
    list: "oppsCap",
    proof: CAP,
  }),
  oppsFacilityPeRvu: unpublished(KIND.rvu, NOT_BY_ROW, {
    words: "facility PE RVU at the cap",
    list: "oppsCap",
    proof: CAP,
  }),
  oppsMpRvu: unpublished(KIND.rvu, NOT_BY_ROW, { words: "MP RVU at the cap", list: "oppsCap", proof: CAP }),
};

/** One row of the PPRRVU file. */
export const PfsRvuRow = rowSchema(PFS_RVU);
export type PfsRvuRow = z.infer<typeof PfsRvuRow>;

/** Columns of relative value units that make a row's amounts, and the two totals that CMS prints of them. */
export const RVU_FIELDS = fieldsIn(PFS_RVU, "rvus");
/** Columns of units that CMS uses for the OPPS cap on imaging. */
export const OPPS_CAP_FIELDS = fieldsIn(PFS_RVU, "oppsCap");
/** Policy indicators. */
export const INDICATOR_FIELDS = fieldsIn(PFS_RVU, "indicators");
