import type { RowSource, TimelinePoint } from "../../../schemas/out/timeline.ts";
import type { FilesHead } from "../../documents/table-document.ts";
import type { Source } from "./source.ts";

/** Tables that a timeline is read from; also a locality's indices, and counties where they identify it. */
const TABLES = ["national", "opps", "asc", "asc-excluded"] as const;

/** The files behind a release's figures, or its reasons for having none: what each is, and its hash. */
export function filesOf({ documents, wanted, there }: Source): TimelinePoint["files"] {
  const names = [
    ...TABLES,
    ...(wanted.locality === undefined ? [] : ["localities" as const]),
    ...(there === undefined || there.notes.length === 0 ? [] : ["counties" as const]),
  ];
  const refs = names.flatMap((name) => Object.entries(documents.table(name)?.head.files ?? {}));
  return Object.fromEntries(refs.map(([id, { columns: _, ...file }]) => [id, file]));
}

/**
 * The row of a file that fields were read from, and the columns.
 *
 * @param head of the table with the row
 * @param id short name of the file in the head, such as "rvu"
 * @param fields our names; those that the file has no column for are left out
 */
export function rowSource(head: FilesHead | undefined, id: string, row: number, fields: readonly string[]): RowSource {
  const ref = head?.files[id];
  if (ref === undefined) throw new Error(`the document has no file ${id}`);
  const columns = fields.flatMap((field) => (ref.columns[field] === undefined ? [] : [[field, ref.columns[field]]]));
  return { file: id, row, columns: Object.fromEntries(columns) };
}
