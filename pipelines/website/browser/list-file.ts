import { BOUNDS } from "../../problems/bounds.ts";
import { counted } from "../../words/money-text.ts";
import type { SiteIndex } from "../site-index.ts";
import { latePart } from "./late-part.ts";
import { SiteFault } from "./load-script.ts";

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

/** A workbook is an archive; one of an older kind is told apart by the reader. */
function isArchive([one, two]: Uint8Array): boolean {
  return (one === 0x50 && two === 0x4b) || (one === 0xd0 && two === 0xcf);
}

/** What a file is read for: by its headings a worksheet is chosen. */
export type FilePurpose = "list" | "volumes";

/** Reads a file as text, with tabs between the cells of a workbook. */
export async function textOfFile(
  file: File,
  lateParts: SiteIndex["lateParts"],
  purpose: FilePurpose,
): Promise<FileText> {
  if (file.size > BOUNDS.fileBytes)
    return {
      problem: `${file.name} has ${counted(file.size, "byte")}; the limit is ${counted(BOUNDS.fileBytes, "byte")}.`,
    };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isArchive(bytes)) return { text: decoded(bytes) };
  try {
    const workbook = await latePart("workbook", lateParts.workbook);
    return await workbook.read(bytes, file.name, purpose);
  } catch (error) {
    if (error instanceof SiteFault) return { problem: error.message };
    throw error;
  }
}
