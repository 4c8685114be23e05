import type * as z from "zod";
import { type Field, published, rowSchema } from "./catalogue.ts";
import { KIND, text } from "./kinds.ts";
import { PROOF } from "./proofs.ts";

const STATUS = text(/^[A-Z][0-9]?$/, "an OPPS status indicator such as J1 or N");
const BOTH_SHEETS = { checked: "both sheets of pairs print it" };

/** The two codes of a pair. */
const PAIR = {
  primary: published(KIND.hcpcs, { words: "primary HCPCS code", proof: PROOF.key }),
  primaryStatusIndicator: published(STATUS, { words: "status indicator of the primary code", proof: BOTH_SHEETS }),
  primaryApc: published(KIND.apc, { words: "APC of the primary code", proof: BOTH_SHEETS }),
  secondary: published(KIND.hcpcs, { words: "secondary HCPCS code", proof: PROOF.key }),
  secondaryStatusIndicator: published(STATUS, { words: "status indicator of the secondary code", proof: BOTH_SHEETS }),
  secondaryApc: published(KIND.apc, { words: "APC of the secondary code", proof: BOTH_SHEETS }),
} as const satisfies Readonly<Record<string, Field>>;

/** The columns of OPPS Addendum J, "Complexity Adjustments": pairs that CMS moves to another APC. */
export const ADDENDUM_J_PAIRS = {
  ...PAIR,
  adjustedCode: published(text(/^[0-9A-Z]{5}$/, "five digits or capitals"), {
    words: "complexity adjusted code",
    says: "CMS's name for the pair, in its own claims data alone: not a HCPCS code, and never billed",
    proof: PROOF.name,
  }),
  adjustedApc: published(KIND.apc, { words: "complexity adjusted APC", proof: BOTH_SHEETS }),
};
export const AddendumJPairRow = rowSchema(ADDENDUM_J_PAIRS);
export type AddendumJPairRow = z.infer<typeof AddendumJPairRow>;

const COST = { proof: PROOF.once };

/** The columns of OPPS Addendum J, "Complexity Adj. Evaluation": every pair that CMS's claims have. */
export const ADDENDUM_J_EVALUATION = {
  ...PAIR,
  adjustedApc: published(KIND.apc, {
    words: "APC if the pair qualifies",
    says: "Null where no APC of the clinical family is higher",
    proof: PROOF.once,
  }),
  frequency: published(KIND.count, { words: "claims with the pair", ...COST }),
  geometricMeanCost: published(KIND.cents, { words: "geometric mean cost of the pair", ...COST }),
  comparisonCode: published(KIND.hcpcs, { words: "code that the cost is compared with", ...COST }),
  costThreshold: published(KIND.cents, {
    words: "cost threshold",
    says: "The pair qualifies from this geometric mean cost on",
    ...COST,
  }),
  qualifies: published(KIND.yesNo, {
    words: "qualifies for the adjustment",
    proof: { checked: "exactly the pairs of the other sheet qualify" },
  }),
};
export const AddendumJEvaluationRow = rowSchema(ADDENDUM_J_EVALUATION);
export type AddendumJEvaluationRow = z.infer<typeof AddendumJEvaluationRow>;

/** The columns of OPPS Addendum J, "Rank for Primary Assignment": which J1 code of a claim is the primary one. */
export const ADDENDUM_J_RANKS = {
  hcpcs: published(KIND.hcpcs, { words: "HCPCS code", proof: PROOF.key }),
  statusIndicator: published(STATUS, { words: "status indicator", proof: PROOF.once }),
  apc: published(KIND.apc, { words: "APC", proof: PROOF.once }),
  apcGeometricMeanCost: published(KIND.cents, { words: "geometric mean cost of the APC", ...COST }),
  frequency: published(KIND.count, { words: "claims with the code", ...COST }),
  singleFrequency: published(KIND.count, { words: "claims with one unit of the code and no other J1 code", ...COST }),
  geometricMeanCost: published(KIND.cents, { words: "geometric mean cost of those claims", ...COST }),
  rank: published(KIND.count, {
    words: "rank",
    says: "Of several J1 codes on a claim the one with the lowest rank is primary",
    proof: { checked: "every rank occurs once" },
  }),
  deleted: published(KIND.yes, { words: "deleted code", proof: PROOF.once }),
};
export const AddendumJRankRow = rowSchema(ADDENDUM_J_RANKS);
export type AddendumJRankRow = z.infer<typeof AddendumJRankRow>;

/** OPPS Addendum J, "C-APC Exclusions": what is paid beside a comprehensive APC, in CMS's words. */
export const ADDENDUM_J_EXCLUSIONS = {
  service: published(text(), { words: "service that is not packaged into a comprehensive APC", proof: PROOF.name }),
};
export const AddendumJExclusionRow = rowSchema(ADDENDUM_J_EXCLUSIONS);
export type AddendumJExclusionRow = z.infer<typeof AddendumJExclusionRow>;
