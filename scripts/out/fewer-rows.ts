import { join } from "node:path";
import * as z from "zod";
import { MANIFEST_FILE } from "../../pipelines/documents/release-index.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import type { Problem } from "../../schemas/place.ts";
import { manifestPart } from "./files.ts";

/** The part of a manifest that lists the tables. Manifests of every version have it. */
const Tables = z.object({
  publications: z.array(z.object({ files: z.array(z.object({ id: z.string(), rows: z.object({ data: z.int() }) })) })),
});

/** Rows of each table of the present release, all its parts together; empty where there is none, or it cannot be read. */
function rowsBefore(folder: string): Map<string, number> {
  const { publications } = manifestPart(folder, Tables) ?? { publications: [] };
  const found = new Map<string, number>();
  for (const { id, rows } of publications.flatMap(({ files }) => files))
    found.set(id, (found.get(id) ?? 0) + rows.data);
  return found;
}

/**
 * Reports tables and rows of the present release that the new one lacks.
 *
 * @param rows of each table of the new build
 * @returns one problem, or none
 */
export function fewerRows(out: string, id: string, rows: ReadonlyMap<string, number>): Problem[] {
  const rowsOf = (role: string): number => rows.get(role) ?? 0;
  const fewer = [...rowsBefore(join(out, id))].filter(([role, before]) => rowsOf(role) < before);
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
