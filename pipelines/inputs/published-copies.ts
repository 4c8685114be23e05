import { InputFault } from "../problems/problems.ts";
import { RunningSha256 } from "../problems/sha256.ts";
import type { PublishedFile } from "./published-files.ts";

/** A file with the same bytes as one before it. */
export interface Copy {
  readonly file: string;
  readonly of: string;
  readonly sha256: string;
}

/** Hash of a file, undefined when it cannot be read to its end: its reader then reports what is wrong. */
async function hashOf(file: PublishedFile): Promise<string | undefined> {
  const hash = new RunningSha256();
  try {
    for await (const piece of file.pieces()) hash.add(piece);
  } catch (error) {
    if (error instanceof InputFault) return undefined;
    throw error;
  }
  return hash.digest();
}

/** Files each once, with those that are copies apart. Only files of equal size are read for that. */
export async function withoutCopies(
  files: readonly PublishedFile[],
): Promise<{ files: PublishedFile[]; copies: Copy[] }> {
  const once: PublishedFile[] = [];
  const copies: Copy[] = [];
  const firstOf = new Map<string, PublishedFile>();
  for (const file of files) {
    const alone = files.filter(({ bytes }) => bytes === file.bytes).length === 1;
    const sha256 = alone ? undefined : await hashOf(file);
    const first = sha256 === undefined ? undefined : firstOf.get(sha256);
    if (sha256 !== undefined && first !== undefined) {
      copies.push({ file: file.shown, of: first.shown, sha256 });
      continue;
    }
    if (sha256 !== undefined) firstOf.set(sha256, file);
    once.push(file);
  }
  return { files: once, copies };
}
