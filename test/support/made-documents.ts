import { RowsInMemory } from "../../pipelines/claims/rows-in-memory.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";

/** Rows of a made-up table, and the file of its cells. */
export interface MadeTable {
  readonly file: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const COLUMN = { column: "A", heading: "made up" };

/** Any field has a column. */
const COLUMNS = new Proxy({}, { get: () => COLUMN });

function head(files: readonly string[]) {
  const ref = (name: string) => ({ name, sha256: "", origin: "cms", columns: COLUMNS });
  const conversionFactor = { value: "32.3465", track: null };
  return { files: Object.fromEntries(files.map((name) => [name, ref(name)])), rules: {}, conversionFactor };
}

/**
 * Documents of a release that has only these tables: what an answer is made from, without a build.
 *
 * @param tables rows by the name of the table; `file` is the short name of the file in the table's head
 * @param ptp slices of procedure-to-procedure edits by "practitioner 22511"
 */
export function madeDocuments(
  tables: Readonly<Record<string, MadeTable>>,
  ptp: Readonly<Record<string, readonly unknown[]>> = {},
): ReleaseDocuments {
  const table = (name: string) => {
    const made = tables[name];
    if (made === undefined) return undefined;
    const rows = made.rows.map((row, at) => ({ row: at + 1, ...row }));
    return new RowsInMemory({ ...head([made.file, "asc-bb"]), rows });
  };
  const ptpEdits = (setting: string, hcpcs: string) => {
    const rows = ptp[`${setting} ${hcpcs}`];
    return rows && { ...head([`ncci-ptp-${setting}-1`]), rows };
  };
  const window = { from: "2025-01-01", to: "2025-03-31" };
  const about = { release: "2025A", title: "made up", window, coverage: "whole" };
  const manifest = { ...about, missing: [], unreviewed: [], publications: [], outputs: [] };
  return { table, ptpEdits, manifest } as unknown as ReleaseDocuments;
}
