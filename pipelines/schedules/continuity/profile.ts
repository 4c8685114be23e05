import type { Profile } from "../../../schemas/source/profile.ts";
import type { Publication } from "../../../schemas/source/release.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { looksOf } from "./looks.ts";
import { packTable } from "./packed.ts";

/**
 * What the tables of a publication look like.
 *
 * @param id as the registry has it: RVU26A, 2026Q1
 * @param files all files of a release that were read
 * @returns undefined when none of its files was read
 */
export function profileOf(
  id: string,
  { family, label, window }: Publication,
  files: readonly SourceFile<unknown>[],
): Profile | undefined {
  const own = files.filter(({ publication }) => publication.family === family && publication.label === label);
  if (own.length === 0) return undefined;
  return { id, family, label, window, tables: own.map((file) => packTable(looksOf(file))) };
}
