import type { FileEntry, Publication } from "../../schemas/source/release.ts";
import type { Repeat } from "./repeats.ts";
import type { Table } from "./table.ts";

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
