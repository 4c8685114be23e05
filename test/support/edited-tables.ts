import { cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { exportTables } from "./engines/tables.ts";
import { folderOfApril, writeApril } from "./ncci-build.ts";
import { addOnText, MUE_ROWS, mueText } from "./ncci-files.ts";
import { ptpFiles } from "./ptp-files.ts";

const EMBEDDED = fileURLToPath(new URL("../../out", import.meta.url));

/** Codes of the made-up procedure-to-procedure edits that April 2025 has slices of: two pairs of them share an edit. */
export const SLICED = ["13120", "13121", "22510", "22511", "36591"] as const;

/** Medically unlikely edits of practitioners: the third one is about one line. */
export const PRACTITIONER_MUE = [...MUE_ROWS, "99996,2,1 Line Edit,CMS Policy"] as const;

const HOSPITAL_MUE = ["22511,2,3 Date of Service Edit: Clinical,Clinical: Data"] as const;
const HOSPITAL_EDITS = [
  ["10000 10001 20250401 * 1"],
  ["22511 77012 20150101 * 0"],
  ["36591 90473 20250401 20250401 9"],
  ["40000 40001 20150101 * 1"],
] as const;

const FILES = {
  "AOC_V2025Q2-MCR.csv": addOnText(),
  "MCR_MUE_PractitionerServices_Eff_04-01-2025.csv": mueText("practitioner", PRACTITIONER_MUE),
  "MCR_MUE_OutpatientHospitalServices_Eff_04-01-2025.csv": mueText("hospital", HOSPITAL_MUE),
  ...ptpFiles(),
  ...ptpFiles("ccioph-v311r0", HOSPITAL_EDITS),
};

/**
 * Tables, as Parquet and as csv, of the embedded January 2025, which has pairs of Addendum J, and of April 2025 with
 * made-up NCCI edits of both settings. The folder is there until the run ends.
 */
export async function editedTables(): Promise<string> {
  const folder = mkdtempSync(join(inject("runFolder"), "edited-"));
  const [cms, out, tables] = ["cms", "out", "tables"].map((name) => join(folder, name)) as [string, string, string];
  cpSync(join(EMBEDDED, "2025A"), join(out, "2025A"), { recursive: true });
  await writeApril(out, folderOfApril(FILES, cms), SLICED);
  await exportTables(out, tables, ["2025A", "2025B"]);
  return tables;
}
