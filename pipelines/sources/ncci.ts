import type { NcciMeanings } from "../../schemas/source/ncci.ts";
import { sourceAsItIs } from "./read-source.ts";

/** What the indicators and types of NCCI edits mean, and which modifiers count. */
export function ncciMeanings(): NcciMeanings {
  return sourceAsItIs("ncci.json");
}

/** The kind of a code: the name of its chapter in CMS's policy manual. */
export function kindOfCode(hcpcs: string): string {
  const found = ncciMeanings().chapters.find(({ pattern }) => new RegExp(pattern).test(hcpcs));
  return found?.name ?? "other codes";
}
