import { type NcciTable, PtpSetting } from "../../../schemas/out/ncci.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";

/** An edit of a table: its fields as texts, its codes, and where it stands. */
export interface NcciRow {
  readonly fields: Readonly<Record<string, string | null>>;
  /** The codes that it is about: the one that it belongs to first. */
  readonly codes: readonly string[];
  readonly row: number;
  readonly part?: number;
}

/** The edits of a table of one release. */
export interface NcciRows {
  /** Codes that there are edits of here; undefined where the table has those of all codes. */
  readonly codes: readonly string[] | undefined;
  /**
   * All edits of a whole table at once; else those of some codes, code by code: of all codes together they are more than
   * is held. Two releases give the same edits in the same turn.
   */
  readonly batches: (codes: readonly string[]) => Iterable<readonly NcciRow[]>;
}

/** The NCCI tables of a release; undefined for those that it was built without. */
export type NcciSide = { readonly [T in NcciTable]: () => NcciRows | undefined };

/** A document's row without its place. */
function fieldsOf({ row: _, part: __, ...fields }: Readonly<Record<string, unknown>>): NcciRow["fields"] {
  const texts = Object.entries(fields).map(([name, value]) => [name, value === null ? null : String(value)]);
  return Object.fromEntries(texts);
}

function wholeTable<Row extends { readonly row: number }>(
  rows: readonly Row[] | undefined,
  codesOf: (row: Row) => readonly string[],
): NcciRows | undefined {
  if (rows === undefined) return undefined;
  return {
    codes: undefined,
    batches: () => [rows.map((row) => ({ fields: fieldsOf(row), codes: codesOf(row), row: row.row }))],
  };
}

/** An edit stands in the slices of both its codes: it is taken from that of column 1, where there is one. */
function* ptpBatches(documents: ReleaseDocuments, setting: PtpSetting, codes: readonly string[]): Generator<NcciRow[]> {
  const chosen = new Set(codes);
  for (const hcpcs of codes) {
    const rows = documents.ptpEdits(setting, hcpcs)?.rows ?? [];
    const own = rows.filter(({ column1 }) => column1 === hcpcs || !chosen.has(column1));
    yield own.map((row) => ({
      fields: fieldsOf(row),
      codes: [row.column1, row.column2],
      row: row.row,
      part: row.part,
    }));
  }
}

function ptpTable(documents: ReleaseDocuments, setting: PtpSetting): NcciRows | undefined {
  const rows = documents.table(`ncci-ptp-${setting}/index`)?.allRows();
  const codes = rows?.map(({ hcpcs }) => hcpcs);
  return codes && { codes, batches: (some) => ptpBatches(documents, setting, some) };
}

/** The NCCI tables of a built release. Nothing is read before it is asked for. */
export function ncciSide(documents: ReleaseDocuments): NcciSide {
  const mue = (table: "ncci-mue-practitioner" | "ncci-mue-hospital" | "ncci-mue-dme") =>
    wholeTable(documents.table(table)?.allRows(), ({ hcpcs }) => [hcpcs]);
  return {
    "ncci-addon": () =>
      wholeTable(documents.table("ncci-addon")?.allRows(), ({ addOn, primary }) =>
        primary === null ? [addOn] : [addOn, primary],
      ),
    "ncci-mue-practitioner": () => mue("ncci-mue-practitioner"),
    "ncci-mue-hospital": () => mue("ncci-mue-hospital"),
    "ncci-mue-dme": () => mue("ncci-mue-dme"),
    "ncci-ptp-practitioner": () => ptpTable(documents, PtpSetting.enum.practitioner),
    "ncci-ptp-hospital": () => ptpTable(documents, PtpSetting.enum.hospital),
  };
}
