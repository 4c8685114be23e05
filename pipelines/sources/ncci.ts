import type { NcciMeanings } from "../../schemas/source/ncci.ts";
import { sourceAsItIs } from "./read-source.ts";

/** What the indicators and types of NCCI edits mean, and which modifiers count. */
export function ncciMeanings(): NcciMeanings {
  return sourceAsItIs("ncci.json");
}
