import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import type { QualifyingBasis } from "../../../schemas/source/parameters.ts";
import { expectedFactors } from "../../sources/factors.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { Amounts } from "./amounts.ts";
import type { GpciBook } from "./localities.ts";
import { type PfsBook, priceAt, priceLocalities, priceNationally } from "./price.ts";
import { readRvuFile, rowWith } from "./rvu-file.ts";

/** The track of clinicians who are qualifying APM participants, since 2026. */
export interface QualifyingBook {
  readonly basis: QualifyingBasis;
  /** Rows, factor and national amounts: of CMS's QPP file, or of the other file at the qualifying factor. */
  readonly pfs: PfsBook;
  /** Undefined without a GPCI file. */
  readonly amounts: Amounts | undefined;
}

function qualifyingBook(
  basis: QualifyingBasis,
  pfs: PfsBook | undefined,
  gpci: GpciBook | undefined,
): QualifyingBook | undefined {
  return pfs && { basis, pfs, amounts: gpci && priceLocalities(pfs, gpci) };
}

/**
 * Prices the qualifying track: from CMS's QPP file, or without it from the RVUs of the other file, at the factor that
 * the law sets.
 *
 * @param pfs the file for everyone else
 * @param qpp CMS's QPP file, when there is one
 * @param gpci localities to price it in
 * @returns undefined for years that have one factor for all
 */
export function priceQualifying(
  pfs: PfsBook,
  qpp: SourceFile<PfsRvuRow> | undefined,
  gpci: GpciBook | undefined,
): QualifyingBook | undefined {
  const rvu = qpp && readRvuFile(qpp);
  if (qpp !== undefined) return qualifyingBook("qpp-file", rvu && priceNationally(rvu), gpci);
  const expected = expectedFactors("pfs", pfs.rvu.file.publication).find(
    ({ entry }) => entry.track === "qualifying-apm",
  );
  if (pfs.track !== "non-qualifying-apm" || expected === undefined) return undefined;
  const own = priceAt(pfs.rvu, expected.value, "qualifying-apm");
  return qualifyingBook("computed-from-non-qualifying-file", own, gpci);
}

/** This track's row for a row of the other file; -1 when CMS's QPP file lacks it. */
export function qualifyingRow({ basis, pfs: own }: QualifyingBook, { rvu }: PfsBook, row: number): number {
  const { hcpcs, modifier } = rvu.columns;
  return basis === "qpp-file" ? (rowWith(own.rvu, hcpcs.at(row), modifier.at(row)) ?? -1) : row;
}
