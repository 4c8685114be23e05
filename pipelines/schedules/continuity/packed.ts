import type { ProfileColumn, ProfileTable } from "../../../schemas/source/profile.ts";
import { FIRST_CHARACTER, packText, unpackKeys, unpackText } from "../../sources/packed-text.ts";
import type { ColumnLooks, TableLooks } from "./looks.ts";

/** Packs keys: one character for how many characters a key shares with the one before, then the rest. */
function packKeys(keys: readonly string[]): string {
  const lines = keys.map((key, at) => {
    const before = keys[at - 1] ?? "";
    let shared = 0;
    while (shared < before.length && before[shared] === key[shared]) shared += 1;
    return String.fromCharCode(FIRST_CHARACTER + shared) + key.slice(shared);
  });
  return packText(lines.join("\n"));
}

function packCells(cells: readonly number[]): string {
  return packText(cells.map((cell) => String.fromCharCode(FIRST_CHARACTER + cell)).join(""));
}

function unpackCells(packed: string): number[] {
  return Array.from(unpackText(packed), (character) => character.charCodeAt(0) - FIRST_CHARACTER);
}

function packColumn({ field, hash, letters, cells }: ColumnLooks): ProfileColumn {
  return { field, hash, ...(letters === undefined ? {} : { letters: [...letters] }), cells: packCells(cells) };
}

function unpackColumn({ field, hash, letters, cells }: ProfileColumn): ColumnLooks {
  return { field, hash, letters, cells: unpackCells(cells) };
}

/** A table's looks for `sources/profiles/`: a fiftieth of CMS's file. */
export function packTable({ role, bits, keys, columns }: TableLooks): ProfileTable {
  return { role, rows: keys.length, bits, keys: packKeys(keys), columns: columns.map(packColumn) };
}

/** The same, unpacked to be compared. */
export function unpackTable({ role, bits, keys, columns }: ProfileTable): TableLooks {
  return { role, bits, keys: unpackKeys(keys), columns: columns.map(unpackColumn), uniform: [] };
}
