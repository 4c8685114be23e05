import type { FileEntry, Origin, Publication } from "../../schemas/source/release.ts";
import type { Table } from "./table.ts";

/** The part of a file that says where it comes from. */
interface Provenance {
  readonly changed: boolean;
  readonly entry: Pick<FileEntry, "excerptOf" | "origin">;
  readonly publication: Pick<Publication, "origin">;
}

/** How close a file's figures are to what CMS published. A file without the registered hash is unverified. */
export function originOf({ changed, entry, publication }: Provenance): Origin {
  return changed ? "unverified" : (entry.excerptOf?.origin ?? entry.origin ?? publication.origin);
}

/** What an excerpt was taken from, with its archive: "RVU25A.zip > PPRRVU25_JAN.csv". */
export function originalName({ archive, name }: NonNullable<FileEntry["excerptOf"]>): string {
  return archive === undefined ? name : `${archive} > ${name}`;
}

/** A row that repeats an earlier one cell for cell and was left out. */
interface RepeatedRow {
  readonly key: string;
  readonly rowNumber: number;
  readonly firstRow: number;
}

/** A CMS file that was read, with its publication and its table. */
export interface SourceFile<Row> {
  /** Short name in every cell reference of the output: "rvu", "gpci", "addendum-b", "asc-aa", ... */
  readonly id: FileEntry["role"];
  readonly publication: Publication;
  readonly entry: FileEntry;
  readonly sha256: string;
  readonly changed: boolean;
  /** The archive that the file was read from; null for a file outside of one. */
  readonly archive: string | null;
  readonly format: "csv" | "txt" | "xlsx";
  /** Rows that repeat an earlier one cell for cell and were left out. */
  readonly repeats: readonly RepeatedRow[];
  readonly table: Table<Row>;
}

/** The row in CMS's whole file, for excerpts that record it. */
export function originalRowOf({ entry }: SourceFile<unknown>, row: number): number | undefined {
  return entry.excerptOf?.rows?.[row];
}
