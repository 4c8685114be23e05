import type { PaymentConformance } from "../../../schemas/out/conformance.ts";
import type { ReleaseBook } from "../../schedules/book.ts";
import type { Amounts } from "../../schedules/pfs/amounts.ts";
import { type GpciBook, type Locality, localityFinder } from "../../schedules/pfs/localities.ts";
import { type OppsCapBook, priceOppsCap } from "../../schedules/pfs/opps-cap.ts";
import { type PfsBook, priceLocalities } from "../../schedules/pfs/price.ts";
import { rowWith } from "../../schedules/pfs/rvu-file.ts";
import { originOf } from "../../tables/source-file.ts";

/** Which of the two conversion factors since 2026 a file was made with. */
export type PaymentTrack = "usual" | "qualifying-apm";

/** A row of the relative value file in one locality. */
export interface Found {
  readonly row: number;
  readonly locality: Locality;
  /** Index of the locality among those of the GPCI file. */
  readonly place: number;
  /** Number of the pair among all priced rows and localities. */
  readonly pair: number;
}

/** Our amounts of one release and track, found by what a payment amount file prints. */
export interface OurAmounts {
  readonly pfs: PfsBook;
  readonly gpci: GpciBook;
  readonly full: Amounts;
  /** At the OPPS cap, by locality. */
  readonly capped: Amounts | undefined;
  readonly cap: OppsCapBook;
  /** The row that a record is about, or why there is no amount for it. */
  readonly find: (mac: string, locality: string, hcpcs: string, modifier: string) => Found | string;
}

/** The files that the amounts are computed from. */
export function comparedInputs({ pfs, gpci }: OurAmounts): PaymentConformance["inputs"] {
  const files = [pfs.rvu.file, gpci.file];
  return files.map((each) => ({ name: each.table.file, sha256: each.sha256, origin: originOf(each) }));
}

function bookOfTrack(book: ReleaseBook, track: PaymentTrack): PfsBook | undefined {
  return track === "qualifying-apm" ? book.qualifying?.pfs : book.pfs;
}

/** Why a row of the relative value file has no amount: "status C, contractor-priced". */
function reasonOf({ rvu }: PfsBook, row: number | undefined): string {
  if (row === undefined) return "the relative value file has no such row";
  return `status ${rvu.columns.status.at(row)}, ${rvu.states[row]}: no amount`;
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
  const findLocality = localityFinder(gpci.localities);
  return {
    pfs,
    gpci,
    full,
    capped: cap.amounts,
    cap,
    find: (mac, number, hcpcs, modifier) => {
      const place = findLocality(mac, number);
      const locality = gpci.localities[place];
      if (locality === undefined) return `the GPCI file has no locality ${mac} ${number}`;
      const row = rowWith(pfs.rvu, hcpcs, modifier);
      if (row === undefined || !full.has(row)) return reasonOf(pfs, row);
      return { row, locality, place, pair: full.position(row) * full.places + place };
    },
  };
}
