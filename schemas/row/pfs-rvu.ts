import * as z from "zod";
import { MODIFIERS } from "../names.ts";
import { fieldsIn, type Proof, published, rowSchema, unpublished } from "./catalogue.ts";
import { KIND, type Kind, mark, maybe, text } from "./kinds.ts";
import { PROOF } from "./proofs.ts";

/** One of `MODIFIERS`; a check proves it. */
const modifier: Kind<string, string> = {
  ...text(/^([0-9A-Z]{2})?$/, "blank or a modifier of two characters"),
  out: () => z.enum(MODIFIERS),
};

const TOTAL: Proof = { checked: "work + PE + MP = total" };
const PACKAGE: Proof = { checked: "pre + intra + post = 1.00 or 0.00" };
const CAP: Proof = {
  why: "detected when a technical component differs from the OPPS rate by more than 0.01 RVU, or a global from its components",
};
const NOT_BY_ROW = "in code documents, with its cells";

/** An indicator, as printed: indicators are names, not numbers. */
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
    proof: { why: "a row that loses its modifier repeats another one; a row that gains a modifier is not detected" },
  }),
  status: published(text(/^[A-Z]$/, "one letter, such as A"), { words: "status", proof: PROOF.rarely }),
  nonFacilityNa: published(mark("NA"), {
    words: "non-facility NA mark",
    says: "CMS: rarely or never done outside a facility. The row still has an amount",
    proof: { why: "detected only when a new NA is in a row with two different practice expenses" },
  }),
  facilityNa: published(mark("NA"), {
    words: "facility NA mark",
    says: "CMS: rarely or never done in a facility. The row still has an amount",
    proof: { why: "not detected: nothing else in the row depends on it" },
  }),
  notUsedForMedicare: published(maybe(mark("+")), {
    words: "mark of RVUs that Medicare does not use",
    says: "CMS prints RVUs that Medicare does not use; null when read from txt, which does not have the mark",
    proof: { checked: "is on exactly the rows with RVUs and status N, I, B or X" },
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
    says: "Null in years whose file does not have the column",
    list: "indicators",
    proof: PROOF.rarely,
  }),
  endoscopicBase: indicator("endoscopic base code", { why: "a wrong base code is another code" }),
  physicianSupervision: indicator("physician supervision"),
  imagingFamily: indicator("imaging family"),
  conversionFactor: unpublished(KIND.factor, "once in each document, because every row repeats it", {
    words: "conversion factor",
    proof: { checked: "one factor, known from the law" },
  }),
  calculationFlag: unpublished(KIND.text, "not published: no amount depends on it", {
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

/** RVUs that a row's amounts are computed from, and CMS's two totals. */
export const RVU_FIELDS = fieldsIn(PFS_RVU, "rvus");
/** RVUs for the OPPS cap on imaging. */
export const OPPS_CAP_FIELDS = fieldsIn(PFS_RVU, "oppsCap");
/** Policy indicators. */
export const INDICATOR_FIELDS = fieldsIn(PFS_RVU, "indicators");
