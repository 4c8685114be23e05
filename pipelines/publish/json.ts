import stringify from "json-stringify-pretty-compact";

/** One file of a release, ready to be written. */
export interface OutputFile {
  /** Path inside the release's folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Set where it was needed while making the file, so that large files are hashed once. */
  readonly sha256?: string;
}

const LINE = 180;

/** A document that people read: indented, short objects on one line, LF, newline at the end. */
export function prettyFile(path: string, document: unknown): OutputFile {
  return { path, bytes: Buffer.from(`${stringify(document, { maxLength: LINE, indent: 2 })}\n`) };
}

/** Rows whose text is joined before it goes into the buffer: enough to be fast, few enough to stay small. */
const BATCH = 512;

/**
 * A long table: valid JSON whose `rows` stand one a line, so that it can be read, diffed and grepped by line.
 *
 * @param head every field but the rows
 * @param rows already in their final order; made one by one, never held together
 */
export function tableFile(path: string, head: object, rows: Iterable<object>, field = "rows"): OutputFile {
  const chunks = [stringify(head, { maxLength: LINE, indent: 2 }).replace(/\n?}$/, ""), `,\n  "${field}": [`];
  const buffers: Buffer[] = [];
  let separator = "\n";
  for (const row of rows) {
    chunks.push(separator, JSON.stringify(row));
    separator = ",\n";
    if (chunks.length > BATCH) buffers.push(Buffer.from(chunks.splice(0).join("")));
  }
  buffers.push(Buffer.from(`${chunks.join("")}\n]}\n`));
  return { path, bytes: Buffer.concat(buffers) };
}
