import type { PolicyIndicators } from "../../schemas/source/policy.ts";
import { sourceAsItIs } from "./read-source.ts";

/** Policy indicators of the relative value file in words. */
export function policyIndicators(): PolicyIndicators {
  return sourceAsItIs("policy-indicators.json");
}
