import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import type { QualifyingBasis } from "../../schemas/source/parameters.ts";
import { expectedFactors } from "../shared/factors.ts";
import type { SourceFile } from "../shared/source-file.ts";
import { atFactor, type LocalityAmounts, type PfsBook, priceLocalities, priceNationally } from "./amounts.ts";
import type { GpciBook } from "./localities.ts";

/** The track of clinicians who are qualifying APM participants, since 2026. */
export interface QualifyingBook {
  readonly basis: QualifyingBasis;
  /** Rows, factor and national amounts: of CMS's QPP file, or of the other file at the qualifying factor. */
  readonly pfs: PfsBook;
  /** Undefined without a GPCI file. */
  readonly amounts: LocalityAmounts | undefined;
}

function qualifyingBook(
  basis: QualifyingBasis,
  pfs: PfsBook | undefined,
  gpci: GpciBook | undefined,
): QualifyingBook | undefined {
  return pfs && { basis, pfs, amounts: gpci && priceLocalities(pfs, gpci) };
}

/**
 * Prices the qualifying track: from CMS's QPP file, and without it from the same units in the other file, at the factor
 * that the law sets.
 *
 * @param pfs the file for everyone else
 * @param qpp CMS's QPP file, where there is one
 * @param gpci localities to price it in
 * @returns undefined for years that have one factor for all
 */
export function priceQualifying(
  pfs: PfsBook,
  qpp: SourceFile<PfsRvuRow> | undefined,
  gpci: GpciBook | undefined,
): QualifyingBook | undefined {
  if (qpp !== undefined) return qualifyingBook("qpp-file", priceNationally(qpp), gpci);
  const expected = expectedFactors("pfs", pfs.file.publication).find(({ entry }) => entry.track === "qualifying-apm");
  if (pfs.track !== "non-qualifying-apm" || expected === undefined) return undefined;
  const own = atFactor(pfs, expected.value, "qualifying-apm");
  return qualifyingBook("computed-from-non-qualifying-file", own, gpci);
}

/** Position of a row of the other file among the priced rows of this track, -1 when it has no amount here. */
export function qualifyingPosition({ basis, pfs }: QualifyingBook, index: number, key: string): number {
  const own = basis === "qpp-file" ? (pfs.byKey.get(key) ?? -1) : index;
  return pfs.pricedAt[own] ?? -1;
}
