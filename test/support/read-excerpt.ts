import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { LAYOUT_OF } from "../../pipelines/inputs/roles.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { embeddedFolder, releaseIn } from "../../pipelines/sources/excerpts.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { resolveColumns } from "../../pipelines/tables/columns.ts";
import { readDelimited } from "../../pipelines/tables/csv.ts";
import { findHeading } from "../../pipelines/tables/heading.ts";
import type { FileEntry } from "../../schemas/source/release.ts";

/** The files of an embedded release. */
export function filesOf(id: string): FileEntry[] {
  return releaseIn(embeddedFolder(id)).publications.flatMap((publication) => publication.files);
}

/** Rows of an excerpt, its last heading row, and the columns whose descriptors are blank. */
export async function readExcerpt(id: string, entry: FileEntry) {
  const grid = await readDelimited(readFileSync(join(embeddedFolder(id), entry.name)), entry.name);
  const layout = layoutOf(LAYOUT_OF[entry.role]);
  const heading = findHeading(grid, layout, entry.name);
  const problems = new Problems();
  const columns = resolveColumns(heading, layout, entry.name, problems);
  expect(problems.list).toEqual([]);
  const descriptors = layout.columns.filter((column) => column.descriptor === true).map((column) => column.field);
  const blank = descriptors.flatMap((field) => columns.byField.get(field)?.index ?? []);
  return { rows: grid.rows, lastHeadingRow: heading.lastRow, blank };
}

/** Every embedded file: release, name, entry. */
export const EXCERPTS = ["2025A", "2026A"].flatMap((id) =>
  filesOf(id).map((entry) => [id, entry.name, entry] as const),
);
