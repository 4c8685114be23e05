import { fileURLToPath } from "node:url";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import type { TableDocument } from "../../pipelines/documents/table-document.ts";

/** The folder of the embedded releases. */
export const OUT = fileURLToPath(new URL("../../out", import.meta.url));

export function built(name: string): ReleaseDocuments {
  const output = openOutput(OUT);
  const release = output.releases.find((each) => each.release === name);
  if (release === undefined) throw new Error(`${name} is not built`);
  return output.open(release);
}

/** Changes to documents, or to one of them. */
export function altered<T extends object>(documents: T, by: object): T {
  return Object.create(documents, Object.getOwnPropertyDescriptors(by)) as T;
}

/** The documents of a release under another name and with other days, which decide whether it is in force. */
export function as(documents: ReleaseDocuments, release: string, from: string, to: string): ReleaseDocuments {
  return altered(documents, { manifest: { ...documents.manifest, release, window: { from, to } } });
}

/** The same with one publication as another revision. */
export function posted(documents: ReleaseDocuments, family: string, number: number): ReleaseDocuments {
  const publications = documents.manifest.publications.map((each) =>
    each.family === family ? { ...each, revision: { ...each.revision, number } } : each,
  );
  return altered(documents, { manifest: { ...documents.manifest, publications } });
}

export type Table = TableDocument<{ files: object }, object> | undefined;

/** The documents of a release with each table changed. */
export function withTables(
  documents: ReleaseDocuments,
  change: (table: Table, name: string) => Table,
): ReleaseDocuments {
  const table = (name: "national"): Table => change(documents.table(name) as Table, name);
  return altered(documents, { table });
}

/** A table with changed rows of a modifier; a table without modifiers is unchanged. */
export function changed(table: Table, modifier: string, fields: object): Table {
  const edit = (row: object): object =>
    "modifier" in row && "workRvu" in row && row.modifier === modifier ? { ...row, ...fields } : row;
  return table && altered(table, { rowsOf: (first: Record<string, string>) => table.rowsOf(first).map(edit) });
}
