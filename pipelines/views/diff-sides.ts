import type { DiffDocument, DiffSide, DiffTable, FactorChange, SideFile } from "../../schemas/out/diff.ts";
import { counted, countText } from "../shared/money-text.ts";
import { type Block, list } from "./view.ts";

/** The two sides of a diff. */
export type Sides = Pick<DiffDocument, "from" | "to">;

/** "Addendum_B.RECONSTRUCTED.csv (reconstructed): put together from ..."; a note's own words follow the mark. */
function fileText({ name, origin, note }: SideFile): string {
  return `${name} (${origin})${note === null ? "" : `: ${note}`}`;
}

/**
 * What a reader must know of the files of a side before any figure of it: which postings CMS has replaced, and which
 * files are no plain one of CMS's.
 */
export function fileNotes({ files, notes, coverage }: DiffSide): string[] {
  const excerpts = files.filter(({ excerptOf }) => excerptOf !== undefined).length;
  const kept = `excerpt: ${countText(excerpts)} of ${counted(files.length, "file")} hold a few rows of the whole ones`;
  const copies = files.filter(({ origin }) => origin !== "cms").map(fileText);
  const whole = copies.length === 0 && coverage === "whole" ? ["every file is CMS's own and read whole"] : [];
  return [...notes, ...(coverage === "excerpt" ? [kept] : []), ...copies, ...whole];
}

/** The same of both sides, as a list. */
export function sideList({ from, to }: Sides): Block {
  return list(
    [from, to].flatMap((side) => fileNotes(side).map((note) => `${side.release}: ${note}`)),
    "copies",
  );
}

/** Why a side has nothing of a table; undefined where it was read. */
export function notReadReason({ notRead }: DiffSide, table: DiffTable): string | undefined {
  return notRead.find((each) => each.table === table)?.reason;
}

/** "not read in 2025D: no asc publication of 2025Q4 is registered"; undefined where both sides have the table. */
export function notReadText({ from, to }: Sides, table: DiffTable): string | undefined {
  const lacking = [from, to].flatMap((side): string[] => {
    const reason = notReadReason(side, table);
    return reason === undefined ? [] : [`not read in ${side.release}: ${reason}`];
  });
  return lacking.length === 0 ? undefined : lacking.join("; ");
}

/** A conversion factor, or why a side has none: it has those of other tracks, the file was not read, or nobody knows. */
export function factorText(
  diff: Sides & Pick<DiffDocument, "factors">,
  factor: FactorChange,
  at: "from" | "to",
): string {
  const { schedule, [at]: value } = factor;
  if (value !== null) return value;
  if (diff.factors.some((other) => other.schedule === schedule && other[at] !== null)) return "no such track";
  return notReadReason(diff[at], schedule) === undefined ? "none recorded" : `not read in ${diff[at].release}`;
}
