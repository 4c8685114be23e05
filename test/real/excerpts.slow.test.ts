import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { type Located, locateInputs } from "../../pipelines/inputs/locate.ts";
import { openTable } from "../../pipelines/inputs/open-table.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { LAYOUT_OF } from "../../pipelines/inputs/roles.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { readDelimited } from "../../pipelines/tables/csv.ts";
import type { Grid } from "../../pipelines/tables/grid.ts";
import type { FileEntry } from "../../schemas/source/release.ts";
import { EXCERPTS, filesOf, readExcerpt } from "../support/read-excerpt.ts";
import { CMS_FOLDER, describeWithFoundOracles, RULE_FOLDER } from "../support/real.ts";

/** Every cell of a file, or of its worksheet with the table. */
async function rowsOf(located: Located | undefined): Promise<Grid["rows"]> {
  if (located === undefined) return [];
  const source = await openTable(located, layoutOf(LAYOUT_OF[located.entry.role]), new Map());
  return source.text === undefined ? source.grid.rows : [];
}

/** Worksheets leave out blank cells at the end of a row. */
function trimmed(row: readonly string[] = []): readonly string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);
}

describeWithFoundOracles("embedded excerpts against CMS's own files", () => {
  it.each(EXCERPTS.filter(([, , entry]) => entry.excerptOf?.rows))(
    "%s %s equals the original cell by cell",
    async (id, _, entry) => {
      const inputs = await locateInputs(
        registeredRelease(id),
        [...listDownloads(CMS_FOLDER), ...listDownloads(RULE_FOLDER)],
        { allowChanged: false },
        new Problems(),
      );
      const original = inputs.located.find((located) => located.entry.role === entry.role);
      expect(original?.sha256).toBe(entry.excerptOf?.sha256);
      const whole = await rowsOf(original);
      const { rows, lastHeadingRow, blank } = await readExcerpt(id, entry);
      expect(rows.slice(0, lastHeadingRow).map(trimmed)).toEqual(whole.slice(0, lastHeadingRow).map(trimmed));
      const taken = entry.excerptOf?.rows ?? [];
      const excerpt = rows.slice(lastHeadingRow).filter((row) => row.length > 1);
      expect(excerpt).toHaveLength(taken.length);
      taken.forEach((rowNumber, index) => {
        const expected = whole[rowNumber - 1]?.map((cell, column) => (blank.includes(column) ? "" : cell));
        expect([rowNumber, trimmed(excerpt[index])]).toEqual([rowNumber, trimmed(expected)]);
      });
    },
  );

  it("2026A: the transcribed rows equal the transcription", async () => {
    const path = join(CMS_FOLDER, "pfs/RVU26A/selected-rows.csv");
    const transcribed = (await readDelimited(readFileSync(path), path)).rows.slice(1).filter((row) => row.length > 1);
    const entry = filesOf("2026A").find((each) => each.role === "rvu");
    const { rows, lastHeadingRow } = await readExcerpt("2026A", entry as FileEntry);
    expect(rows.slice(lastHeadingRow).filter((row) => row.length > 1)).toEqual(transcribed);
  });
});
