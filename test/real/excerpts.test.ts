import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { LAYOUT_OF } from "../../pipelines/inputs/roles.ts";
import { resolveColumns } from "../../pipelines/shared/columns.ts";
import { readDelimited } from "../../pipelines/shared/csv.ts";
import { findHeading } from "../../pipelines/shared/heading.ts";
import { Problems } from "../../pipelines/shared/problems.ts";
import { embeddedFolder, layoutOf, releaseIn } from "../../pipelines/shared/sources.ts";

import type { FileEntry } from "../../schemas/source/release.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

function filesOf(id: string): FileEntry[] {
  return releaseIn(embeddedFolder(id)).publications.flatMap((publication) => publication.files);
}

async function readExcerpt(id: string, entry: FileEntry) {
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

const EXCERPTS = ["2025A", "2026A"].flatMap((id) => filesOf(id).map((entry) => [id, entry.name, entry] as const));

describe("embedded excerpts", () => {
  it.each(EXCERPTS)("%s %s has blank descriptors and says what it was taken from", async (id, _, entry) => {
    const { rows, lastHeadingRow, blank } = await readExcerpt(id, entry);
    for (const row of rows.slice(lastHeadingRow)) for (const column of blank) expect(row[column] ?? "").toBe("");
    const original = entry.excerptOf;
    expect(original?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(original?.blanked.length).toBe(blank.length);
    expect(original?.atHand === false).toBe(original?.rows === null);
  });
});

describeWithRealFiles("embedded excerpts against CMS's own files", () => {
  it.each(EXCERPTS.filter(([, , entry]) => entry.excerptOf?.rows))(
    "%s %s equals the original cell by cell",
    async (id, _, entry) => {
      const inputs = await locateInputs(
        registeredRelease(id),
        listDownloads(CMS_FOLDER),
        { allowUnpinned: false },
        new Problems(),
      );
      const original = inputs.located.find((located) => located.entry.role === entry.role);
      expect(original?.sha256).toBe(entry.excerptOf?.sha256);
      const whole = (await readDelimited(original?.bytes ?? new Uint8Array(), entry.name)).rows;
      const { rows, lastHeadingRow, blank } = await readExcerpt(id, entry);
      expect(rows.slice(0, lastHeadingRow)).toEqual(whole.slice(0, lastHeadingRow));
      const taken = entry.excerptOf?.rows ?? [];
      const excerpt = rows.slice(lastHeadingRow).filter((row) => row.length > 1);
      expect(excerpt).toHaveLength(taken.length);
      taken.forEach((rowNumber, index) => {
        const expected = whole[rowNumber - 1]?.map((cell, column) => (blank.includes(column) ? "" : cell));
        expect([rowNumber, excerpt[index]]).toEqual([rowNumber, expected]);
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
