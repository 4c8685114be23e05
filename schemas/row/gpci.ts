import * as z from "zod";
import { published, rowSchema, unpublished } from "./catalogue.ts";
import { digits, KIND, maybe, text } from "./kinds.ts";
import { PROOF } from "./proofs.ts";

const WORK = "as `workGpci`: the index that amounts use";

/** The columns of the GPCI file (Addendum E). */
export const GPCI = {
  mac: published(digits(5), { words: "MAC", proof: PROOF.key }),
  state: published(maybe(KIND.text), { words: "state", proof: PROOF.name }),
  workGpciWithoutFloor: published(maybe(KIND.gpciOrBlank), { words: "work GPCI without the floor", proof: PROOF.once }),
  peGpci: published(KIND.gpci, { words: "PE GPCI", proof: PROOF.once }),
  mpGpci: published(KIND.gpci, { words: "MP GPCI", proof: PROOF.once }),
  locality: unpublished(digits(2), "as `number`", { words: "number", proof: PROOF.key }),
  localityName: unpublished({ ...text(), cell: z.string().min(1, "a locality name") }, "as `name`, without stars", {
    words: "name",
    proof: PROOF.name,
  }),
  workGpciWithFloor: unpublished(maybe(KIND.gpciOrBlank), WORK, {
    words: "work GPCI with the floor",
    proof: PROOF.once,
  }),
  workGpciUnstated: unpublished(maybe(KIND.gpciOrBlank), WORK, { words: "work GPCI", proof: PROOF.once }),
};

/** One locality of the GPCI file. */
export const GpciRow = rowSchema(GPCI);
export type GpciRow = z.infer<typeof GpciRow>;
