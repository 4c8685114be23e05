import type { z } from "zod";
import type { ReasonList } from "../../schemas/source/reasons.ts";
import { sourceAsItIs } from "./read-source.ts";

/** Why figures have no amount, in words. */
export function reasons(): z.infer<typeof ReasonList>["reasons"] {
  return sourceAsItIs<z.infer<typeof ReasonList>>("reasons.json").reasons;
}
