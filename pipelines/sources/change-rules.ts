import type { z } from "zod";
import type { ChangeRules } from "../../schemas/source/change-rules.ts";
import { sourceAsItIs } from "./read-source.ts";

/** Rules that explain why numbers changed. */
export function changeRules(): z.infer<typeof ChangeRules> {
  return sourceAsItIs("parameters/change-rules.json");
}
