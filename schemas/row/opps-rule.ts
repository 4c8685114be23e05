import type * as z from "zod";
import { published, rowSchema, unpublished } from "./catalogue.ts";
import { KIND, maybe, text } from "./kinds.ts";
import { PROOF } from "./proofs.ts";

const STATUS = text(/^[A-Z][0-9]?$/, "an OPPS status indicator such as J1 or N");
const NOWHERE = "not published: no amount depends on it";
const IN_B = { checked: "Addendum B prints it for each code" };

/** The columns of OPPS Addendum A: APCs. */
export const ADDENDUM_A = {
  apc: published(text(/^\d{4}$/, "an APC of four digits"), { words: "APC", proof: PROOF.key }),
  statusIndicator: published(STATUS, {
    words: "status indicator",
    says: "When an APC is paid separately: a code with Q1 is in an APC with S or T",
    proof: PROOF.once,
  }),
  relativeWeight: published(KIND.weight, { words: "relative weight", proof: IN_B }),
  oppsRate: published(KIND.oppsRate, { words: "payment rate", proof: IN_B }),
  nationalCopayment: published(KIND.fineDollars, { words: "national copayment", proof: PROOF.once }),
  minimumCopayment: published(KIND.fineDollars, { words: "minimum copayment", proof: PROOF.once }),
  adjustedCopayment: published(maybe(KIND.fineDollars), { words: "adjusted copayment", proof: PROOF.once }),
  iraCoinsurance: unpublished(maybe(KIND.text), NOWHERE, { words: "IRA coinsurance", proof: PROOF.once }),
  passThroughExpiration: unpublished(maybe(KIND.text), NOWHERE, {
    words: "pass-through expiration",
    proof: PROOF.once,
  }),
  note: unpublished(maybe(KIND.text), NOWHERE, { words: "note", proof: PROOF.name }),
};
export const AddendumARow = rowSchema(ADDENDUM_A);
export type AddendumARow = z.infer<typeof AddendumARow>;

/** The columns of OPPS Addendum D1: status indicators in CMS's words. */
export const ADDENDUM_D1 = {
  indicator: published(STATUS, { words: "status indicator", proof: PROOF.key }),
  service: published(KIND.words, { words: "item, code or service", proof: PROOF.name }),
  definition: published(KIND.words, { words: "OPPS payment status", proof: PROOF.name }),
};
export const AddendumD1Row = rowSchema(ADDENDUM_D1);
export type AddendumD1Row = z.infer<typeof AddendumD1Row>;

/** The columns of OPPS Addendum D2: comment indicators in CMS's words. */
export const ADDENDUM_D2 = {
  indicator: published(text(/^[A-Z]{2}$/, "a comment indicator such as NI"), {
    words: "comment indicator",
    proof: PROOF.key,
  }),
  definition: published(KIND.words, { words: "definition", proof: PROOF.name }),
};
export const AddendumD2Row = rowSchema(ADDENDUM_D2);
export type AddendumD2Row = z.infer<typeof AddendumD2Row>;

/** The columns of OPPS Addendum E: codes that are paid only as inpatient procedures. */
export const ADDENDUM_E = {
  hcpcs: published(KIND.hcpcs, {
    words: "HCPCS code",
    proof: { checked: "Addendum B has the same codes as inpatient only" },
  }),
  commentIndicator: unpublished(maybe(KIND.text), NOWHERE, { words: "comment indicator", proof: PROOF.quarterBefore }),
  statusIndicator: unpublished(STATUS, "always C", { words: "status indicator", proof: IN_B }),
};
export const AddendumERow = rowSchema(ADDENDUM_E);
export type AddendumERow = z.infer<typeof AddendumERow>;

/** The columns of OPPS Addendum M: codes that a composite APC can pay. */
export const ADDENDUM_M = {
  hcpcs: published(KIND.hcpcs, { words: "HCPCS code", proof: PROOF.key }),
  commentIndicator: unpublished(maybe(KIND.text), NOWHERE, { words: "comment indicator", proof: PROOF.quarterBefore }),
  statusIndicator: published(STATUS, { words: "status indicator", proof: IN_B }),
  singleApc: published(KIND.apc, { words: "APC of the code alone", proof: IN_B }),
  compositeApcs: published(text(/^\d{4}((, | or )\d{4})*$/, "composite APCs such as 5041, 5045"), {
    words: "composite APCs",
    says: "In CMS's words, such as 8005 or 8006",
    proof: PROOF.once,
  }),
};
export const AddendumMRow = rowSchema(ADDENDUM_M);
export type AddendumMRow = z.infer<typeof AddendumMRow>;

/** The columns of OPPS Addendum P: device offsets of codes with claims. */
export const ADDENDUM_P = {
  hcpcs: published(KIND.hcpcs, { words: "HCPCS code", proof: PROOF.key }),
  statusIndicator: published(STATUS, { words: "status indicator", proof: IN_B }),
  apc: published(KIND.apc, { words: "APC", proof: IN_B }),
  oppsRate: published(KIND.cents, { words: "OPPS rate", proof: IN_B }),
  deviceOffset: published(KIND.percent, {
    words: "device offset",
    says: "Percent of the rate that is the device",
    proof: { checked: "percentage x rate = amount" },
  }),
  deviceOffsetAmount: published(KIND.cents, {
    words: "device offset amount",
    proof: { checked: "percentage x rate = amount" },
  }),
};
export const AddendumPRow = rowSchema(ADDENDUM_P);
export type AddendumPRow = z.infer<typeof AddendumPRow>;
