import * as z from "zod";
import { published, rowSchema, unpublished } from "./catalogue.ts";
import { KIND, type Kind, maybe, text } from "./kinds.ts";
import { PROOF, weighted } from "./proofs.ts";

const { rate, weight } = weighted("paymentWeight");
const NOWHERE = "not published: no amount depends on it";

/** Payment indicator such as G2 or N1. CMS printed one `k5` in 2026, which is read as K5. */
const indicator: Kind<string, string> = {
  ...text(),
  cell: z.codec(z.string(), z.string(), {
    decode: (printed, ctx) => {
      if (/^[A-Za-z][0-9]$/.test(printed)) return printed.toUpperCase();
      ctx.issues.push({ code: "custom", input: printed, message: "an ASC payment indicator such as G2 or N1" });
      return z.NEVER;
    },
    encode: (value) => value,
  }),
};

const hcpcs = published(KIND.hcpcs, {
  words: "HCPCS code",
  proof: PROOF.key,
});
const paymentIndicator = published(indicator, {
  words: "payment indicator",
  proof: { why: "one indicator for another that prints the same columns is not detected" },
});
/** Weight and rate, the same in Addenda AA and BB. */
const RATES = {
  paymentWeight: published(KIND.weight, { words: "payment weight", proof: weight }),
  ascRate: published(KIND.ascRate, { words: "payment rate", proof: rate }),
};
const mark = unpublished(maybe(KIND.text), "as `mark`, in the rows that have one", {
  words: "mark",
  proof: PROOF.name,
});
/** The mark beside a code, in documents. */
export const ASC_MARK = z
  .string()
  .optional()
  .describe("CMS's mark beside the code, such as ** of G0130; its files do not say what it means");
const commentIndicator = unpublished(maybe(KIND.text), NOWHERE, {
  words: "comment indicator",
  proof: PROOF.quarterBefore,
});

/** The columns of ASC Addendum AA (surgical procedures). */
export const ASC_AA = {
  hcpcs,
  paymentIndicator,
  multipleProcedureDiscount: published(KIND.yesNo, {
    words: "multiple procedure discount",
    proof: { why: "Y for N, or N for Y, is not detected" },
  }),
  ...RATES,
  mark,
  commentIndicator,
};
export const AscSurgicalRow = rowSchema(ASC_AA);
export type AscSurgicalRow = z.infer<typeof AscSurgicalRow>;

/** The columns of ASC Addendum BB (ancillary services). */
export const ASC_BB = {
  hcpcs,
  paymentIndicator,
  ...RATES,
  mark,
  passThroughExpiration: unpublished(maybe(KIND.text), NOWHERE, {
    words: "pass-through expiration",
    proof: PROOF.once,
  }),
  adjustedCopayment: unpublished(maybe(KIND.cents), NOWHERE, { words: "adjusted copayment", proof: PROOF.once }),
  commentIndicator,
};
export const AscAncillaryRow = rowSchema(ASC_BB);
export type AscAncillaryRow = z.infer<typeof AscAncillaryRow>;

/** The columns of ASC Addendum FF (device offsets). */
export const ASC_FF = {
  hcpcs,
  paymentIndicator,
  apc: published(KIND.apc, { words: "APC" }),
  oppsRate: published(KIND.cents, {
    words: "OPPS rate",
    says: "The OPPS rate that CMS uses here. Not the rate of Addendum B: it is without comprehensive packaging",
  }),
  deviceOffset: published(KIND.percent, { words: "device offset", says: "Percent of the rate that is the device" }),
  apcDeviceOffset: published(maybe(KIND.percent), {
    words: "device offset of the APC",
    says: "Percent, over all codes of the APC; since 2025",
  }),
  devicePortion: published(KIND.cents, {
    words: "device portion",
    says: "Of `oppsRate` for J8, of the ASC rate for every other indicator",
  }),
  mark,
};
export const AscDeviceRow = rowSchema(ASC_FF);
export type AscDeviceRow = z.infer<typeof AscDeviceRow>;

/** The columns of ASC Addendum EE: codes that are excluded from payment in ASCs. */
export const ASC_EE = { hcpcs };
export const AscExcludedRow = rowSchema(ASC_EE);
export type AscExcludedRow = z.infer<typeof AscExcludedRow>;

/** The columns of ASC Addendum DD1: payment indicators with CMS's definitions. */
export const ASC_DD1 = {
  indicator: published(indicator, { words: "payment indicator" }),
  definition: published(KIND.words, { words: "definition" }),
};
export const AscIndicatorRow = rowSchema(ASC_DD1);
export type AscIndicatorRow = z.infer<typeof AscIndicatorRow>;
