import type { FileEntry, Origin, Publication } from "../../schemas/source/release.ts";
import type { Table } from "./table.ts";

/** As much of a file as says where it comes from. */
interface Provenance {
  readonly changed: boolean;
  readonly entry: Pick<FileEntry, "excerptOf" | "origin">;
  readonly publication: Pick<Publication, "origin">;
}

/** How close a file's figures are to what CMS published. Bytes that nobody has pinned are nobody's word. */
export function originOf({ changed, entry, publication }: Provenance): Origin {
  return changed ? "unverified" : (entry.excerptOf?.origin ?? entry.origin ?? publication.origin);
}

/** What an excerpt was taken from, with its archive: "RVU25A.zip > PPRRVU25_JAN.csv". */
export function originalName({ archive, name }: NonNullable<FileEntry["excerptOf"]>): string {
  return archive === undefined ? name : `${archive} > ${name}`;
}

/** A row that repeated an earlier one cell for cell and was left out. */
interface RepeatedRow {
  readonly key: string;
  readonly rowNumber: number;
  readonly firstRow: number;
}

/** A CMS file that was read: which publication it belongs to, and its table. */
export interface SourceFile<Row> {
  /** Short name used by every cell reference of the output: "rvu", "gpci", "addendum-b", "asc-aa", ... */
  readonly id: FileEntry["role"];
  readonly publication: Publication;
  readonly entry: FileEntry;
  readonly sha256: string;
  readonly changed: boolean;
  /** The archive that the file was read from; null for a file outside of one. */
  readonly archive: string | null;
  readonly format: "csv" | "txt" | "xlsx";
  /** Rows that repeated an earlier one cell for cell and were kept once. */
  readonly repeats: readonly RepeatedRow[];
  readonly table: Table<Row>;
}
