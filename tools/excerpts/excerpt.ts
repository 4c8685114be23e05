import Papa from "papaparse";
import type { Located } from "../../pipelines/inputs/locate.ts";
import { openTable } from "../../pipelines/inputs/open-table.ts";
import { LAYOUT_OF } from "../../pipelines/inputs/roles.ts";
import { stemOf } from "../../pipelines/problems/file-name.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { resolveColumns } from "../../pipelines/tables/columns.ts";
import { readDelimited } from "../../pipelines/tables/csv.ts";
import { type Grid, trimCell } from "../../pipelines/tables/grid.ts";
import { findHeading } from "../../pipelines/tables/heading.ts";
import { findDataRows } from "../../pipelines/tables/rows.ts";

import type { Layout } from "../../schemas/source/layout.ts";
import type { ExcerptOf, FileEntry, Role } from "../../schemas/source/release.ts";

/** The text of an excerpt, and its registry entry. */
export interface Excerpt {
  readonly text: string;
  readonly entry: FileEntry;
}

/** The rows of a CMS csv file above its data, and the wanted data rows. */
interface Cut {
  readonly above: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
  readonly headings: readonly string[];
  readonly blanked: readonly string[];
  /** Worksheet, for workbooks. */
  readonly sheet: string | undefined;
}

/** The headings of the relative value file take five rows. */
const STACKED = 5;

function descriptorFields(layout: Layout): string[] {
  return layout.columns.filter((column) => column.descriptor === true).map((column) => column.field);
}

/** Whether an excerpt keeps a row, by its key and its cells. */
export type IsWanted = (key: string, row: readonly string[]) => boolean;

async function gridOf(located: Located, layout: Layout): Promise<Grid> {
  const source = await openTable(located, layout, new Map());
  if (source.text !== undefined) throw new Error(`${located.shown} is printed text: excerpts are of cells`);
  return source.grid;
}

/** Keeps only the wanted rows of a CMS file, with blank descriptors. */
async function cut(located: Located, wanted: IsWanted): Promise<Cut> {
  const { shown, entry } = located;
  const layout = layoutOf(LAYOUT_OF[entry.role]);
  const grid = await gridOf(located, layout);
  const heading = findHeading(grid, layout, shown);
  const problems = new Problems();
  const { byField } = resolveColumns(heading, layout, shown, problems);
  const { indexes } = findDataRows({ grid, heading, layout, file: shown }, problems);
  problems.refuse();
  const descriptors = descriptorFields(layout).flatMap((field) => byField.get(field) ?? []);
  const blank = new Set(descriptors.map((ref) => ref.index));
  const chosen = indexes.filter((index) => wanted(trimCell(grid.rows[index]?.[0] ?? ""), grid.rows[index] ?? []));
  return {
    above: grid.rows.slice(0, heading.lastRow),
    rows: chosen.map((index) => (grid.rows[index] ?? []).map((cell, column) => (blank.has(column) ? "" : cell))),
    rowNumbers: chosen.map((index) => index + 1),
    headings: heading.texts,
    blanked: descriptors.map((ref) => ref.heading),
    sheet: grid.sheet,
  };
}

function excerptOf(
  rows: readonly (readonly string[])[],
  name: string,
  role: Role,
  original: ExcerptOf,
  delimiter: "," | "\t" = ",",
): Excerpt {
  const text = `${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: "\n", delimiter },
  )}\n`;
  const bytes = Buffer.from(text, "utf8");
  return { text, entry: { role, name, excerptOf: original, bytes: bytes.length, sha256: sha256(bytes) } };
}

const KEPT = "kept are the rows above the data and the rows named here";

/** Excerpts of worksheets are csv, each with the name of its sheet. */
function excerptName({ entry: { name } }: Located, { sheet }: Cut): string {
  return sheet === undefined ? name : `${stemOf(name)} - ${sheet}.csv`;
}

/**
 * The excerpt of a located csv, tab text or worksheet: the rows above the data, unchanged, then the wanted data rows.
 *
 * @returns undefined when the file has none of the wanted rows
 */
export async function excerptFile(located: Located, wanted: IsWanted): Promise<Excerpt | undefined> {
  const { publication, entry } = located;
  const part = await cut(located, wanted);
  if (part.rows.length === 0) return undefined;
  const { archive, origin, originNote } = publication;
  const original: ExcerptOf = {
    name: entry.name,
    ...(archive === undefined ? {} : { archive: archive.name }),
    sha256: located.sha256,
    origin,
    atHand: true,
    note:
      part.sheet === undefined ? (originNote ?? `CMS's bytes; ${KEPT}`) : `Worksheet "${part.sheet}" as csv; ${KEPT}`,
    rows: [...part.rowNumbers],
    blanked: [...part.blanked],
  };
  const delimiter = located.format === "txt" ? "\t" : ",";
  return excerptOf([...part.above, ...part.rows], excerptName(located, part), entry.role, original, delimiter);
}

/** Figures copied by hand from a file that is not available, under the joined headings of its layout. */
export interface Transcription {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly role: Role;
  readonly original: ExcerptOf;
}

/**
 * The excerpt of a transcription, brought into CMS's layout: the stacked heading is that of a sibling file.
 *
 * @param sibling a CMS file with the same columns: only its heading rows are used
 */
export async function excerptTranscription(transcription: Transcription, sibling: Located): Promise<Excerpt> {
  const { bytes, name, role, original } = transcription;
  const { above, headings, blanked } = await cut(sibling, () => false);
  const [texts = [], ...rows] = (await readDelimited(bytes, name)).rows.filter((row) => row.length > 1);
  const differs = headings.findIndex((heading, index) => heading !== texts[index]);
  if (differs >= 0 || texts.length !== headings.length) {
    throw new Error(
      `${name}: heading ${differs + 1} is "${texts[differs]}", ${sibling.shown} has "${headings[differs]}"`,
    );
  }
  const heading = above.slice(-STACKED);
  return excerptOf([...heading, ...rows], original.name, role, { ...original, blanked: [...blanked] });
}
