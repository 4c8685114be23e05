import { join } from "node:path";
import * as z from "zod";
import { MANIFEST_FILE } from "../../pipelines/documents/output.ts";
import type { SourceFile } from "../../pipelines/tables/source-file.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import type { Problem } from "../../schemas/place.ts";
import { manifestPart } from "./files.ts";

/** The part of a manifest that lists the tables. Manifests of every version have it. */
const Tables = z.object({
  publications: z.array(z.object({ files: z.array(z.object({ id: z.string(), rows: z.object({ data: z.int() }) })) })),
});

/** Rows of each table of the present release; empty where there is none, or it cannot be read. */
function rowsBefore(folder: string): [string, number][] {
  const { publications } = manifestPart(folder, Tables) ?? { publications: [] };
  return publications.flatMap(({ files }) => files.map(({ id, rows }): [string, number] => [id, rows.data]));
}

/**
 * Reports tables and rows of the present release that the new one lacks.
 *
 * @param files the tables of the new build
 * @returns one problem, or none
 */
export function fewerRows(out: string, id: string, files: readonly SourceFile<unknown>[]): Problem[] {
  const rowsOf = (role: string): number => files.find((each) => each.id === role)?.table.counts.data ?? 0;
  const fewer = rowsBefore(join(out, id)).filter(([role, before]) => rowsOf(role) < before);
  if (fewer.length === 0) return [];
  const counts = fewer.map(
    ([role, before]) => `${role} has ${countText(before)} rows, the new one ${countText(rowsOf(role))}`,
  );
  return [
    {
      code: "output.fewer-rows",
      place: { file: join(out, id, MANIFEST_FILE) },
      message: `the present release has more: ${counts.join("; ")}`,
      cure: "Build into another folder with --out, or replace it with --overwrite",
    },
  ];
}
