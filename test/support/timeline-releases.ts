import { fileURLToPath } from "node:url";
import { type BuiltDocuments, builtDocuments, builtReleases } from "../../pipelines/rate/built-folder.ts";

/** The folder of the embedded releases. */
export const OUT = fileURLToPath(new URL("../../out", import.meta.url));

export function built(name: string): BuiltDocuments {
  const release = builtReleases(OUT).find((each) => each.release === name);
  if (release === undefined) throw new Error(`${name} is not built`);
  return builtDocuments(OUT, release);
}

/** The documents of a release, as those of another one: its name and days alone decide how it stands. */
export function as(documents: BuiltDocuments, release: string, from: string, to: string): BuiltDocuments {
  return { ...documents, release: { ...documents.release, release, window: { from, to } } };
}

/** The same with one publication as another of its postings. */
export function posted(documents: BuiltDocuments, family: string, number: number): BuiltDocuments {
  const { publications, ...manifest } = documents.manifest();
  const revised = publications.map((each) =>
    each.family === family ? { ...each, revision: { ...each.revision, number } } : each,
  );
  return { ...documents, manifest: () => ({ ...manifest, publications: revised }) };
}

export type Table = ReturnType<BuiltDocuments["table"]>;

/** A table whose rows of a modifier say something else; a table without modifiers is as it was. */
export function changed(table: Table, modifier: string, fields: object): Table {
  const edit = (row: unknown): unknown =>
    typeof row === "object" && row !== null && "modifier" in row && "workRvu" in row && row.modifier === modifier
      ? { ...row, ...fields }
      : row;
  return (
    table && {
      ...table,
      rowsWith: (needle, schema) => table.rowsWith(needle, schema).map((row) => schema.parse(edit(row))),
    }
  );
}
