import type { Problem } from "../../schemas/place.ts";
import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import type { QualifyingBasis } from "../../schemas/source/parameters.ts";
import { expectedFactors } from "../shared/factors.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { atFactor, type PfsBook, priceNationally } from "./amounts.ts";

/** The track of clinicians who are qualifying APM participants, since 2026. */
export interface QualifyingBook {
  readonly basis: QualifyingBasis;
  /** Rows, factor and national amounts: of CMS's QPP file, or of the other file at the qualifying factor. */
  readonly pfs: PfsBook;
}

/**
 * Prices the qualifying track: from CMS's QPP file, and without it from the same units in the other file, at the factor
 * that the law sets.
 *
 * @param pfs the file for everyone else
 * @param qpp CMS's QPP file, where there is one
 * @param problems receives status codes that are not known
 * @returns undefined for years that have one factor for all
 */
export function priceQualifying(
  pfs: PfsBook,
  qpp: SourceFile<PfsRvuRow> | undefined,
  problems: Problem[],
): QualifyingBook | undefined {
  if (qpp !== undefined) {
    const own = priceNationally(qpp, problems);
    return own && { basis: "qpp-file", pfs: own };
  }
  const expected = expectedFactors("pfs", pfs.file.publication).find(({ entry }) => entry.track === "qualifying-apm");
  if (pfs.track !== "non-qualifying-apm" || expected === undefined) return undefined;
  return { basis: "computed-from-non-qualifying-file", pfs: atFactor(pfs, expected.value, "qualifying-apm") };
}

/** Position of a row of the other file among the priced rows of this track, -1 when it has no amount here. */
export function qualifyingPosition({ basis, pfs }: QualifyingBook, index: number, key: string): number {
  const own = basis === "qpp-file" ? (pfs.byKey.get(key) ?? -1) : index;
  return pfs.pricedAt[own] ?? -1;
}
