import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";

function isComprehensive(documents: BuiltDocuments, hcpcs: string): boolean {
  const [row] = documents.table("opps")?.rowsOf({ hcpcs }) ?? [];
  return row?.statusIndicator === COMPREHENSIVE;
}

function rankOf(documents: BuiltDocuments, hcpcs: string): number | undefined {
  const [row] = documents.table("opps-ranks")?.rowsOf({ hcpcs }) ?? [];
  return row?.rank;
}

/** Of two J1 codes the one with the lower rank is primary. */
function ofTwoComprehensive(documents: BuiltDocuments, one: string, two: string): string {
  const [first, second] = [rankOf(documents, one), rankOf(documents, two)];
  if (first === undefined || second === undefined)
    return `Both codes have a comprehensive APC (J1), and Addendum J does not list the pair. Which of them is primary is not known: Addendum J has no rank of ${first === undefined ? one : two}.`;
  const [primary, other] = first <= second ? [one, two] : [two, one];
  return `Addendum J does not list ${primary} with ${other}. Both have a comprehensive APC (J1): ${primary} has the lower rank and is paid as if alone; ${other} is part of that payment.`;
}

/**
 * What a hospital is paid for two codes that are no pair of Addendum J, as a sentence. Addendum J is of the year's rule:
 * a code that is newer cannot be in it.
 */
export function verdictOf(documents: BuiltDocuments, one: string, two: string): string {
  const [first, second] = [isComprehensive(documents, one), isComprehensive(documents, two)];
  if (first && second) return ofTwoComprehensive(documents, one, two);
  if (!first && !second)
    return "Neither code has a comprehensive APC (J1), so Addendum J does not decide what a hospital is paid for the two.";
  const [primary, other] = first ? [one, two] : [two, one];
  return `Addendum J does not list ${primary} with ${other}. ${primary} (J1) is paid as if alone; ${other} is part of that payment, unless Addendum J's exclusions name it.`;
}
