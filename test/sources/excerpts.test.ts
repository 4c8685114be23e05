import { describe, expect, it } from "vitest";
import { EXCERPTS, readExcerpt } from "../support/read-excerpt.ts";

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
