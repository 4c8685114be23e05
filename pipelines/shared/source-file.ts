import type { FileEntry, Origin, Publication } from "../../schemas/source/release.ts";
import type { Repeat } from "./repeats.ts";
import type { Table } from "./table.ts";

/** How close a file's figures are to what CMS published. Bytes that nobody has pinned are nobody's word. */
export function originOf({ changed, entry, publication }: SourceFile<unknown>): Origin {
  return changed ? "unverified" : (entry.excerptOf?.origin ?? publication.origin);
}

/** A CMS file that was read: which publication it belongs to, and its table. */
export interface SourceFile<Row> {
  /** Short name used by every cell reference of the output: "rvu", "gpci", "addendum-b", "asc-aa", ... */
  readonly id: FileEntry["role"];
  readonly publication: Publication;
  readonly entry: FileEntry;
  readonly sha256: string;
  readonly changed: boolean;
  readonly format: "csv" | "txt" | "xlsx";
  /** Rows that repeated an earlier one cell for cell and were kept once. */
  readonly repeats: readonly Repeat[];
  readonly table: Table<Row>;
}
