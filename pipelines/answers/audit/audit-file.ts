import { beyond } from "../../problems/beyond.ts";
import { BOUNDS } from "../../problems/bounds.ts";
import { fault } from "../../problems/problems.ts";
import type { Grid } from "../../tables/grid.ts";
import { refuseManyRows } from "../../tables/text-survey.ts";
import { type VolumesFile, volumesIn, volumesText } from "../portfolio/volumes-file.ts";
import { type AuditColumns, columnsOf, type Overrides } from "./columns.ts";
import { jsonRows } from "./json-rows.ts";
import { readJsonText } from "./json-text.ts";

/** Somebody's table: its cells, or the one problem by which it has none. */
export interface AuditFile extends VolumesFile {
  /** Where each row of a JSON text is, as a path of keys. */
  readonly paths?: readonly string[];
}

type About = Pick<AuditFile, "name" | "sha256">;

type FindColumns = (rows: AuditFile["rows"]) => Pick<AuditColumns, "columns"> | undefined;

function findingWith(overrides: Overrides): FindColumns {
  return (rows) => columnsOf(rows, overrides);
}

function refuseManyCells({ rows, name }: AuditFile): void {
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > BOUNDS.cells) throw beyond("table.too-many-cells", { file: name }, `${cells} cells`, BOUNDS.cells);
}

function bounded(file: AuditFile): AuditFile {
  refuseManyRows(file.rows.length, file.name);
  refuseManyCells(file);
  return file;
}

/**
 * A table that is a text with commas, semicolons, tabs or bars between its cells.
 *
 * @param columns finds the columns, by which it is known what stands between them
 */
export function delimitedTable(
  about: About,
  text: string,
  overrides: Overrides,
  columns: FindColumns = findingWith(overrides),
): AuditFile {
  return bounded(volumesText(about, text, columns));
}

/** A table that is a worksheet: the one with most of the headings. */
export function worksheetTable(about: About, sheets: readonly Grid[], overrides: Overrides): AuditFile {
  return volumesIn(about, sheets, findingWith(overrides));
}

/**
 * A table that is JSON.
 *
 * @throws InputFault when it is not JSON, or beyond the bounds
 */
export function jsonTable(about: About, text: string): AuditFile {
  const place = { file: about.name };
  try {
    const json = readJsonText(text.replace(/^\uFEFF/, ""));
    if (json !== undefined) return bounded({ ...about, ...jsonRows(json) });
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    throw fault("audit.malformed", place, `the text is not JSON, or it was cut: ${error.message}`, "Save it again");
  }
  const cure = "Give the part of it that has the codes and their amounts";
  throw fault("audit.malformed", place, "lists and objects lie too deeply in each other", cure);
}
