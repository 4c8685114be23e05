import { expect, it } from "vitest";
import type { ReadTables } from "../../pipelines/schedules/read-tables.ts";
import { formatDifferences } from "../../pipelines/sources/sources.ts";
import { cellDifferences, listedFor, type Other, readAs, recordsOf, SHIPPED, settle } from "../support/formats.ts";
import { describeWithRealFiles } from "../support/real.ts";

const { differences } = formatDifferences();

function compare(id: string, other: Other, csv: ReadTables, read: ReadTables): void {
  const roles = Object.keys(read);
  const records = new Map(roles.map((role) => [role, recordsOf(role, csv)] as const));
  const seen = roles.flatMap((role) => {
    const twins = recordsOf(role, read);
    const own = records.get(role) ?? new Map();
    expect([...twins.keys()]).toEqual([...own.keys()]);
    expect(twins.size).toBe(read[role as "rvu"]?.table.rowNumbers.length);
    return cellDifferences(role, own, twins);
  });
  const settled = settle(seen, listedFor(id, other, differences), (role) => records.get(role)?.size ?? 0);
  expect(settled).toEqual({ unlisted: [], stale: [] });
}

describeWithRealFiles("csv, txt and workbook give the same records", () => {
  it.each(SHIPPED)("%s: csv, %j", async (id, others, tables) => {
    const family = id.startsWith("RVU") ? "pfs" : "asc";
    const csv = await readAs(family, id, "csv");
    for (const other of others) {
      const read = await readAs(family, id, other);
      expect(Object.keys(read)).toHaveLength(tables);
      compare(id, other, csv, read);
    }
  });
});
