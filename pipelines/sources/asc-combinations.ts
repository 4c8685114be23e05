import type { AscCombinations } from "../../schemas/source/asc-combinations.ts";
import { sourceAsItIs } from "./read-source.ts";

/** Codes with which an ASC bills two procedures together, with their parts. */
export function ascCombinations(): AscCombinations {
  return sourceAsItIs("asc-combinations.json");
}
