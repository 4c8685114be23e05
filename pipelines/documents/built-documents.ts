import type { z } from "zod";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { NcciPtpDocument, PtpSetting } from "../../schemas/out/ncci.ts";
import type { IndexedRelease } from "./release-index.ts";
import type { Tables } from "./tables.ts";

/** Values of the first fields of a row, in the order in which they are published: `{ hcpcs: "22511" }`. */
export type FirstFields = Readonly<Record<string, string>>;

/** A published table, wherever it is. Every method throws InputFault when it differs from the built one. */
export interface BuiltTable<Head, Row> {
  /** All fields but the rows. */
  readonly head: Head;
  /** Rows that begin with these fields. */
  rowsOf(fields: FirstFields): readonly Row[];
  /**
   * Rows that begin with these fields, where the last value may be longer: `{ hcpcs: "2251" }` finds 22510 to 22515.
   */
  rowsBeginning(fields: FirstFields): readonly Row[];
  /** Rows with these values in any of their fields, one after another: a reader that stops early parses no more. */
  rowsHaving(fields: FirstFields): Iterable<Row>;
  /** Says which rows are asked for next, so that one pass finds them. */
  lookUp(wanted: readonly FirstFields[]): void;
  allRows(): readonly Row[];
}

/** All fields of a table's document but the rows. */
export type TableHead<Name extends keyof Tables> = Omit<Tables[Name], "rows">;
/** A row of a table. */
export type TableRow<Name extends keyof Tables> = Tables[Name]["rows"][number];

/** The procedure-to-procedure edits of one code. */
export type PtpSlice = z.infer<typeof NcciPtpDocument>;

/** The documents of one built release that answers are read from. What it was built without is undefined. */
export interface BuiltDocuments {
  readonly manifest: Manifest;
  /** One of the published tables. */
  table<Name extends keyof Tables>(name: Name): BuiltTable<TableHead<Name>, TableRow<Name>> | undefined;
  /** The procedure-to-procedure edits of one code; undefined for a code without a slice. */
  ptpEdits(setting: PtpSetting, hcpcs: string): PtpSlice | undefined;
}

/** Built releases, in a folder or on a server. */
export interface BuiltReleases {
  readonly releases: readonly IndexedRelease[];
  /** Opens a release; throws InputFault when its manifest is not the one that the index pins. */
  readonly open: (release: IndexedRelease) => BuiltDocuments;
}
