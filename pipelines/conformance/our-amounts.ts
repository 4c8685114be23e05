import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import type { ReleaseBook } from "../book.ts";
import { type LocalityAmounts, type PfsBook, priceLocalities, rowKey } from "../pfs/amounts.ts";
import { type GpciBook, type Locality, localityFinder } from "../pfs/localities.ts";
import { priceOppsCap } from "../pfs/opps-cap.ts";

/** Which of the two conversion factors since 2026 a file was made with. */
export type PaymentTrack = "usual" | "qualifying-apm";

/** A row of the relative value file in one locality. */
export interface Found {
  readonly index: number;
  readonly row: PfsRvuRow;
  readonly locality: Locality;
  /** Number of the pair among all priced rows and localities, and half the position of its first amount. */
  readonly place: number;
  /** The same among the rows with units for the OPPS cap, -1 for a row without. */
  readonly capPlace: number;
}

/** Our amounts of one release and track, found by what a payment amount file prints. */
export interface OurAmounts {
  readonly pfs: PfsBook;
  readonly gpci: GpciBook;
  readonly full: LocalityAmounts;
  /** Cents at the OPPS cap. */
  readonly capped: Int32Array;
  /** The row that a record is about, or why there is no amount for it. */
  readonly find: (mac: string, locality: string, hcpcs: string, modifier: string) => Found | string;
}

function bookOfTrack(book: ReleaseBook, track: PaymentTrack): PfsBook | undefined {
  return track === "qualifying-apm" ? book.qualifying?.pfs : book.pfs;
}

/** Why a row of the relative value file has no amount: "status C, contractor-priced". */
function reasonOf({ file, states }: PfsBook, index: number): string {
  if (index < 0) return "the relative value file has no such row";
  const { status } = file.table.rows[index] as PfsRvuRow;
  return `status ${status}, ${states[index]}: no amount`;
}

/**
 * The amounts of a release that was read.
 *
 * @returns undefined when the release has no relative value or GPCI file, or no such track
 */
export function ourAmounts(book: ReleaseBook, track: PaymentTrack): OurAmounts | undefined {
  const pfs = bookOfTrack(book, track);
  const { gpci } = book;
  if (pfs === undefined || gpci === undefined) return undefined;
  const full = pfs === book.pfs && book.amounts ? book.amounts : priceLocalities(pfs, gpci);
  const cap = pfs === book.pfs && book.oppsCap ? book.oppsCap : priceOppsCap(pfs, gpci);
  const { localities } = gpci;
  const findLocality = localityFinder(localities);
  return {
    pfs,
    gpci,
    full,
    capped: cap.amounts?.cents ?? new Int32Array(),
    find: (mac, locality, hcpcs, modifier) => {
      const at = findLocality(mac, locality);
      if (at < 0) return `the GPCI file has no locality ${mac} ${locality}`;
      const index = pfs.byKey.get(rowKey(hcpcs, modifier)) ?? -1;
      const position = pfs.pricedAt[index] ?? -1;
      if (position < 0) return reasonOf(pfs, index);
      const capAt = cap.at.get(index) ?? -1;
      return {
        index,
        row: pfs.file.table.rows[index] as PfsRvuRow,
        locality: localities[at] as Locality,
        place: position * localities.length + at,
        capPlace: capAt < 0 ? -1 : capAt * localities.length + at,
      };
    },
  };
}
