import * as z from "zod";
import { rowSchema, unpublished } from "./catalogue.ts";
import { cell } from "./cells.ts";
import { digits, type Kind, maybe, text } from "./kinds.ts";
import { PROOF } from "./proofs.ts";

const AS_FORMULA = "not published: the check pfs.opps-cap-price compares it with the published amount";
const PRICE = { proof: { checked: "the OPPS cap formula" } };

const MODIFIER = z.enum(["", "26", "TC"]);
const modifier: Kind<z.infer<typeof MODIFIER>, z.infer<typeof MODIFIER>> = {
  cell: MODIFIER,
  out: () => MODIFIER,
  publish: (value) => value,
  read: (value) => value,
};
const price = { cell: cell.cents, out: () => z.never(), publish: () => undefined, read: (none: never) => none };

/**
 * The columns of OPPSCAP: one code and modifier in one locality, with the prices that CMS caps at the OPPS rate. In 2011
 * and 2012 CMS printed code and modifier in one column: G0120TC.
 */
export const OPPS_CAP = {
  hcpcs: unpublished(text(/^[0-9A-Z]{5}(TC|26)?$/, "a HCPCS code, with or without its modifier"), AS_FORMULA, {
    words: "HCPCS code",
    proof: PROOF.key,
  }),
  modifier: unpublished(maybe(modifier), AS_FORMULA, { words: "modifier", proof: PROOF.rarely }),
  status: unpublished(text(/^[A-Z]$/, "one letter, such as A"), AS_FORMULA, { words: "status", proof: PROOF.rarely }),
  mac: unpublished(digits(5), AS_FORMULA, { words: "MAC", proof: PROOF.key }),
  locality: unpublished(digits(2), AS_FORMULA, { words: "locality", proof: PROOF.key }),
  facilityPrice: unpublished(price, AS_FORMULA, { words: "facility price", ...PRICE }),
  nonFacilityPrice: unpublished(price, AS_FORMULA, { words: "non-facility price", ...PRICE }),
};

/** One row of OPPSCAP. */
export const OppsCapRow = rowSchema(OPPS_CAP);
export type OppsCapRow = z.infer<typeof OppsCapRow>;
