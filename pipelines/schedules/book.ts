import type { Problem } from "../../schemas/place.ts";
import type { Release } from "../../schemas/source/release.ts";
import type { Inputs } from "../inputs/locate.ts";
import type { SourceFile } from "../tables/source-file.ts";
import type { AscBook } from "./asc/addenda.ts";
import type { PtpEdits } from "./ncci/ptp-edits.ts";
import type { OppsBook } from "./opps/addendum-b.ts";
import type { Amounts } from "./pfs/amounts.ts";
import type { CountiesOfLocality } from "./pfs/counties.ts";
import type { GpciBook } from "./pfs/localities.ts";
import type { OppsCapBook } from "./pfs/opps-cap.ts";
import type { PfsBook } from "./pfs/price.ts";
import type { QualifyingBook } from "./pfs/qualifying-apm.ts";
import type { ReadTables } from "./read-tables.ts";
import type { AreaWage } from "./wage/wage-index.ts";

/** Everything read and computed for one release. A part whose source is missing is undefined. */
export interface ReleaseBook {
  readonly release: Release;
  /** Which files were found and which were not, without their bytes. */
  readonly inputs: Omit<Inputs, "located" | "parts">;
  /** All problems of tables other than the main ones, which were not read because of them. */
  readonly unreadableBecause: readonly Problem[];
  /** Every table that was read. */
  readonly tables: ReadTables;
  readonly pfs: PfsBook | undefined;
  readonly gpci: GpciBook | undefined;
  /** Amounts of the priced rows in every locality, in the order of `gpci`. */
  readonly amounts: Amounts | undefined;
  /** Counties of each locality, in the order of CMS's crosswalk. */
  readonly counties: readonly CountiesOfLocality[] | undefined;
  /** Wage index of each area, in the order of CMS's file. */
  readonly wages: readonly AreaWage[] | undefined;
  readonly oppsCap: OppsCapBook | undefined;
  /** Undefined for years that have one conversion factor for all. */
  readonly qualifying: QualifyingBook | undefined;
  readonly opps: OppsBook | undefined;
  readonly asc: AscBook | undefined;
  /** Procedure-to-procedure edits of each setting that was asked for. */
  readonly ptp: readonly PtpEdits[];
  /** Every code of any source, sorted. */
  readonly codes: readonly string[];
}

/** How many rows each table has in CMS's files, by role. */
export function rowsByRole(book: ReleaseBook): ReadonlyMap<string, number> {
  const tables = sourceFiles(book).map(({ id, table }): [string, number] => [id, table.counts.data]);
  return new Map([...tables, ...book.ptp.map(({ role, count }): [string, number] => [role, count])]);
}

/** The files behind a book, in the order in which they are listed everywhere. */
export function sourceFiles(book: ReleaseBook): SourceFile<unknown>[] {
  return Object.values(book.tables);
}
