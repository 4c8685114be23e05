import type { DiffDocument, DiffSide, SideFile } from "../../../schemas/out/diff.ts";
import { counted, countText } from "../../words/money-text.ts";
import { type Block, list } from "./view.ts";

/** The two sides of a diff. */
export type Sides = Pick<DiffDocument, "from" | "to">;

/** "Addendum_B.RECONSTRUCTED.csv (reconstructed): put together from ..."; a note's own words follow the mark. */
function fileText({ name, origin, note }: SideFile): string {
  return `${name} (${origin})${note === null ? "" : `: ${note}`}`;
}

/**
 * What a reader must know about the files of a side before its figures: which revisions CMS has replaced, and which
 * files are not CMS's own.
 */
export function sideNotes({ files, notes, coverage }: DiffSide): string[] {
  const excerpts = files.filter(({ excerptOf }) => excerptOf !== undefined).length;
  const kept = `excerpt: ${countText(excerpts)} of ${counted(files.length, "file")} have only a few of CMS's rows`;
  const copies = files.filter(({ origin }) => origin !== "cms").map(fileText);
  const whole = copies.length === 0 && coverage === "whole" ? ["every file is CMS's own, and was read whole"] : [];
  return [...notes, ...(coverage === "excerpt" ? [kept] : []), ...copies, ...whole];
}

/** The same of both sides, as a list. */
export function sideList({ from, to }: Sides): Block {
  return list(
    [from, to].flatMap((side) => sideNotes(side).map((note) => `${side.release}: ${note}`)),
    "copies",
  );
}
