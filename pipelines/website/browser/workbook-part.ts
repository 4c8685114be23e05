import Papa from "papaparse";
import { worksheetTable } from "../../answers/audit/audit-file.ts";
import { volumesIn } from "../../answers/portfolio/volumes-file.ts";
import { PASTED_LINES } from "../../exports/csv.ts";
import { workbookOf } from "../../exports/workbook.ts";
import { InputFault } from "../../problems/problems.ts";
import { readWorkbook } from "../../tables/xlsx.ts";
import { handOver } from "./late-part.ts";
import type { FilePurpose, FileText } from "./list-file.ts";
import type { ListTable } from "./list-table.ts";

/** Workbooks, by the code of the command line: large, so it is loaded when there is one to read or to write. */
export interface WorkbookPart {
  readonly read: (bytes: Uint8Array, name: string, purpose: FilePurpose) => Promise<FileText>;
  readonly write: (
    table: ListTable,
    about: { readonly sheet: string; readonly createdBy: string },
  ) => Promise<Uint8Array>;
}

/** The worksheet with most of the headings, as a spreadsheet would copy it. */
async function read(bytes: Uint8Array, name: string, purpose: FilePurpose): Promise<FileText> {
  try {
    const [about, sheets] = [{ name, sha256: "" }, await readWorkbook(bytes, name)];
    const { rows } = purpose === "list" ? worksheetTable(about, sheets, new Map()) : volumesIn(about, sheets);
    return { text: Papa.unparse(rows as string[][], PASTED_LINES) };
  } catch (error) {
    if (error instanceof InputFault) return { problem: error.message };
    throw error;
  }
}

handOver("workbook", { read, write: ({ shape, batch }, about) => workbookOf(shape, batch, about) });
