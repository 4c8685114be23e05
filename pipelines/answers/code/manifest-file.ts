import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { Catalogue, Field } from "../../../schemas/row/catalogue.ts";
import { CITED, PLAIN, plainText, usualText } from "../../../schemas/row/printed.ts";
import type { FileEntry, Publication } from "../../../schemas/source/release.ts";
import { Column } from "../../tables/column.ts";
import type { ColumnRef } from "../../tables/columns.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { ColumnsOf, KeyOf, Table } from "../../tables/table.ts";

type ManifestPublication = Manifest["publications"][number];
type InputFile = ManifestPublication["files"][number];

/** A file that a release was built from, as its manifest describes it. */
export interface ManifestFile {
  readonly publication: ManifestPublication;
  readonly input: InputFile;
}

/** Files of a release by role, in the order in which they are listed everywhere. */
export type ManifestFiles = ReadonlyMap<string, ManifestFile>;

/** One row of a file, as a published table has it. */
export interface PublishedRow {
  readonly row: number;
  readonly originalRow?: number | undefined;
  /** Cells that the file writes in an unusual way. */
  readonly printed?: Readonly<Record<string, string>> | undefined;
  /** What documents say about each cell, by our name of its column. */
  readonly says: Readonly<Record<string, unknown>>;
}

/** What a kind of table has, and the key of its rows. */
export interface PublishedKind<Row> {
  readonly catalogue: Catalogue;
  readonly keyOf: KeyOf<Row>;
}

function entryOf({ id, name, note, origin, excerptOf, pinned, sha256 }: InputFile): FileEntry {
  return {
    ...{ role: id, name, bytes: null, sha256: pinned ?? sha256 },
    ...(note && { note }),
    ...(origin && { origin }),
    ...(excerptOf && { excerptOf }),
  };
}

function publicationOf({ archive, expectedArchive: _, originNote, files, ...about }: ManifestPublication): Publication {
  return {
    ...about,
    ...(originNote === null ? {} : { originNote }),
    ...(archive === null
      ? {}
      : { archive: { name: archive.name, sha256: archive.pinned ?? archive.sha256, bytes: null } }),
    files: files.map(entryOf),
  };
}

/** Where a column was; a manifest names columns, and does not count them. */
function refOf({ columns }: InputFile, field: string): ColumnRef | undefined {
  const named = columns[field];
  return named && { field, index: -1, letter: named.column, heading: named.heading };
}

/** A column of what tables publish. Cells that no document of a code cites have values only, and no place. */
function columnOf(input: InputFile, field: string, { kind }: Field, rows: readonly PublishedRow[]): Column<unknown> {
  const values = rows.map(({ says }) => (says[field] === undefined ? undefined : kind.read(says[field] as never)));
  const codes = Int32Array.from(rows.keys());
  if (CITED[input.id]?.[field] === undefined) return new Column(undefined, codes, [], values);
  const written = input.printed?.[field] ?? PLAIN;
  const texts = rows.map(({ printed, says }, row) => {
    const plain = says[field] === undefined ? "" : plainText(kind, values[row]);
    return printed?.[field] ?? usualText(written, plain);
  });
  return new Column(refOf(input, field), codes, texts, values);
}

function tableOf<Row>(input: InputFile, { catalogue, keyOf }: PublishedKind<Row>, rows: readonly PublishedRow[]) {
  const columns = Object.fromEntries(
    Object.entries(catalogue).map(([field, about]) => [field, columnOf(input, field, about, rows)]),
  ) as unknown as ColumnsOf<Row>;
  const { from: firstRow, to: lastRow } = input.headingRows ?? { from: 0, to: 0 };
  const refs = Object.keys(input.columns).flatMap((field) => refOf(input, field) ?? []);
  const byField = new Map(refs.map((ref) => [ref.field, ref]));
  const misprinted = input.misprintedHeadings.flatMap((field) => refOf(input, field) ?? []);
  const table: Table<Row> = {
    file: input.shown ?? input.name,
    sheet: input.sheet ?? undefined,
    encoding: input.encoding ?? undefined,
    heading: { texts: [], keyColumn: 0, firstRow, lastRow },
    found: { byField, unmapped: input.unmappedHeadings, periods: [], misprinted },
    periods: [],
    columns,
    key: keyOf(columns),
    rowNumbers: rows.map(({ row }) => row),
    counts: input.rows,
    lossyCells: input.lossyCells,
    restoredCells: input.restoredCells,
    repeats: [],
  };
  return table;
}

/** The rows of CMS's whole file that an excerpt's rows were; null where it is not known for all. */
function originalsOf(rows: readonly PublishedRow[]): number[] | null {
  const known = rows.flatMap(({ originalRow }) => originalRow ?? []);
  return known.length === rows.length ? known : null;
}

/** A file as it was read, with these rows only. */
export function readPublished<Row>(
  { publication, input }: ManifestFile,
  kind: PublishedKind<Row>,
  rows: readonly PublishedRow[],
): SourceFile<Row> {
  const { excerptOf, ...entry } = entryOf(input);
  return {
    id: input.id,
    publication: publicationOf(publication),
    entry: excerptOf === undefined ? entry : { ...entry, excerptOf: { ...excerptOf, rows: originalsOf(rows) } },
    sha256: input.sha256,
    changed: input.changed,
    archive: input.archive,
    format: input.format,
    repeats: [],
    table: tableOf(input, kind, rows),
  };
}
