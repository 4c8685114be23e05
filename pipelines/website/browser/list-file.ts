import { BOUNDS } from "../../problems/bounds.ts";
import { counted } from "../../words/money-text.ts";
import type { SiteIndex } from "../site-index.ts";

/** The text of a file, or why there is none. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** UTF-16 as Windows programs mark it, UTF-8, or what is left: Windows' own. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Reads a file as the text of a list. */
export async function textOfFile(file: File, _lateParts: SiteIndex["lateParts"]): Promise<FileText> {
  if (file.size > BOUNDS.fileBytes)
    return {
      problem: `${file.name} has ${counted(file.size, "byte")}; the limit is ${counted(BOUNDS.fileBytes, "byte")}.`,
    };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { text: decoded(bytes) };
}
