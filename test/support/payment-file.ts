import type { PublishedFile } from "../../pipelines/inputs/published-files.ts";

/** Figures of one record; by default what CMS fills the field with. */
export interface Record16 {
  readonly year?: string;
  /** MAC and locality number: 1011200 is Alabama. */
  readonly place?: string;
  readonly hcpcs: string;
  readonly modifier?: string;
  readonly nonFacility: string;
  readonly facility: string;
  readonly pctcIndicator?: string;
  readonly status?: string;
  readonly multipleSurgery?: string;
  readonly therapy?: readonly [string, string];
  readonly cap?: readonly [string, string];
}

/** "1478.06" as CMS prints it: 0001478.06. */
function padded(amount: string): string {
  return amount.padStart(10, "0");
}

const NONE = ["0.00", "0.00"] as const;

/** One record in CMS's layout of 16 fields, each in quotes, a blank modifier as two spaces. */
export function record({ hcpcs, nonFacility, facility, therapy = NONE, cap, ...more }: Record16): string {
  const {
    year = "2025",
    place = "1011200",
    modifier = "  ",
    pctcIndicator = "0",
    status = "A",
    multipleSurgery = "2",
  } = more;
  const amounts = [padded(nonFacility), padded(facility)];
  const reduced = therapy.map(padded);
  const capped = (cap ?? NONE).map(padded);
  const key = [year, place.slice(0, 5), place.slice(5), hcpcs, modifier];
  const cells = [
    ...key,
    ...amounts,
    " ",
    pctcIndicator,
    status,
    multipleSurgery,
    ...reduced,
    cap ? "1" : "9",
    ...capped,
  ];
  return cells.map((cell) => `"${cell}"`).join(",");
}

/** Lines as CMS writes them. */
export function lines(...each: readonly string[]): string {
  return each.map((line) => `${line}\r\n`).join("");
}

/** The end of CMS's files. */
const TRAILER = '"TRL- ALL RIGHTS RESERVED. APPLICABLE FARS/DFARS APPLY."';

/** A file of records that ends as CMS's do. */
export function fileOf(...records: readonly string[]): string {
  return lines(...records, TRAILER);
}

/** A published file in memory, read in pieces of this many bytes. */
export function published(path: string, text: string, size = 1000): PublishedFile {
  const bytes = Buffer.from(text, "latin1");
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return { path, shown: path, bytes: bytes.length, kind: "payments", pieces };
}
