import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { ascCombinations } from "../../sources/asc-combinations.ts";
import { lookUpCodes } from "../rate/question.ts";
import type { PortfolioSide } from "./side.ts";

/** What a side has beside its documents. */
type Beside = Pick<PortfolioSide, "manifestSha256" | "counties">;

/**
 * A side with the rows of some codes, from documents that are read by the code.
 *
 * @param hasClaims then it has all of Addendum B, and the codes of ASC combinations: a line may be paid by another row
 */
export function sideOfCodes(
  documents: BuiltDocuments,
  codes: readonly string[],
  hasClaims: boolean,
  beside: Beside,
): PortfolioSide {
  const [national, opps, asc] = [documents.table("national"), documents.table("opps"), documents.table("asc")];
  const combinations = hasClaims ? ascCombinations().combinations.map(({ code }) => code) : [];
  const ofAsc = [...new Set([...codes, ...combinations])];
  lookUpCodes(documents, ofAsc, ["national", "opps", "asc"]);
  return {
    ...beside,
    documents,
    manifest: documents.manifest,
    conversionFactor: national?.head.conversionFactor ?? null,
    localities: documents.table("localities")?.allRows(),
    pfs: national && codes.flatMap((hcpcs) => national.rowsOf({ hcpcs })),
    opps: hasClaims ? opps?.allRows() : opps && codes.flatMap((hcpcs) => opps.rowsOf({ hcpcs })),
    asc: asc && ofAsc.flatMap((hcpcs) => asc.rowsOf({ hcpcs })),
  };
}
