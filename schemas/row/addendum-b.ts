import type * as z from "zod";
import { published, rowSchema, unpublished } from "./catalogue.ts";
import { KIND, maybe, text } from "./kinds.ts";
import { PROOF, weighted } from "./proofs.ts";

const { rate, weight } = weighted("relativeWeight");
const NOWHERE = "not published: no amount depends on it";

/** The columns of OPPS Addendum B. Blank and "." both mean none. */
export const ADDENDUM_B = {
  hcpcs: published(KIND.hcpcs, {
    words: "HCPCS code",
    proof: PROOF.key,
  }),
  statusIndicator: published(text(/^[A-Z][0-9]?$/, "an OPPS status indicator such as J1 or N"), {
    words: "status indicator",
    proof: { why: "one indicator without a rate for another, or one with a rate for another, is not detected" },
  }),
  apc: published(KIND.apc, {
    words: "APC",
    proof: { why: "a wrong APC is detected when it has other codes in the file, and another rate" },
  }),
  relativeWeight: published(KIND.weight, { words: "relative weight", proof: weight }),
  oppsRate: published(KIND.oppsRate, {
    words: "payment rate",
    says: "Dollars; drugs have three decimals",
    proof: rate,
  }),
  nationalCopayment: published(KIND.fineDollars, { words: "national copayment", proof: PROOF.once }),
  minimumCopayment: published(KIND.fineDollars, {
    words: "minimum copayment",
    proof: {
      why: "detected when it is not 20 % of the rate, rounded up; a 0 is not, because CMS does not mark services without a copayment",
    },
  }),
  adjustedCopayment: published(maybe(KIND.fineDollars), { words: "adjusted copayment", proof: PROOF.once }),
  iraCoinsurance: unpublished(maybe(KIND.text), NOWHERE, { words: "IRA coinsurance", proof: PROOF.once }),
  passThroughExpiration: unpublished(maybe(KIND.text), NOWHERE, {
    words: "pass-through expiration",
    proof: PROOF.once,
  }),
  note: unpublished(maybe(KIND.text), NOWHERE, {
    words: "note",
    proof: PROOF.name,
  }),
  changeMark: unpublished(maybe(KIND.text), NOWHERE, {
    words: "mark of a change",
    proof: PROOF.quarterBefore,
  }),
};

/** One row of OPPS Addendum B. */
export const AddendumBRow = rowSchema(ADDENDUM_B);
export type AddendumBRow = z.infer<typeof AddendumBRow>;
