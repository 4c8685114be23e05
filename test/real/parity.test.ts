import { describe, expect, it } from "vitest";
import { formatOf } from "../../pipelines/inputs/formats.ts";
import { publicationEntry } from "../../pipelines/inputs/registry.ts";
import type { Tables } from "../../pipelines/read-tables.ts";
import { publicationIds } from "../../pipelines/shared/publications.ts";
import { formatDifferences } from "../../pipelines/shared/sources.ts";
import type { Family } from "../../schemas/source/release.ts";
import { cellDifferences, listedFor, readAs, recordsOf, settle } from "../support/formats.ts";
import { describeWithRealFiles } from "../support/real.ts";

type Other = "txt" | "xlsx";

/** Formats beside csv in which CMS shipped a publication, and how many of its tables in each. */
const SHIPPED = [
  ["RVU09A", ["txt"], 5],
  ["RVU13A", ["txt", "xlsx"], 5],
  ["RVU18A", ["txt", "xlsx"], 5],
  ["RVU20A", ["txt", "xlsx"], 5],
  ["RVU22A", ["txt", "xlsx"], 5],
  ["RVU23A", ["txt", "xlsx"], 5],
  ["RVU24A", ["txt", "xlsx"], 5],
  ["RVU25A", ["txt", "xlsx"], 5],
  ["RVU25D", ["txt", "xlsx"], 5],
  ["RVU26B", ["txt"], 1],
  ["2025Q1", ["xlsx"], 5],
] as const satisfies readonly (readonly [string, readonly Other[], number])[];

const { differences } = formatDifferences();

function othersOf(family: Family, id: string): string[] {
  const formats = publicationEntry(family, id).revisions.flatMap((each) =>
    each.files.map((file) => formatOf(file.name)),
  );
  return ["txt", "xlsx"].filter((other) => formats.includes("csv") && formats.includes(other as Other));
}

describe("the formats of a publication", () => {
  it("are compared for every registered publication that has several", () => {
    const families = ["pfs", "opps", "asc"] as const;
    const registered = families.flatMap((family) => publicationIds(family).map((id) => [id, othersOf(family, id)]));
    expect(registered.filter(([, others]) => others?.length)).toEqual(SHIPPED.map(([id, others]) => [id, others]));
  });

  it("differ in listed cells only, and a listed cell must differ", () => {
    const seen = { role: "gpci", field: "localityName", key: "01182 18", csv: "LOS ANGELES", other: "LOS" };
    const listed = { ...seen, says: { csv: "LOS ANGELES", other: "LOS" } };
    expect(settle([seen], [listed], () => 1)).toEqual({ unlisted: [], stale: [] });
    expect(settle([seen], [], () => 1).unlisted).toEqual([seen]);
    expect(settle([{ ...seen, other: "LO" }], [listed], () => 1)).toMatchObject({ unlisted: [{}], stale: [listed] });
    expect(settle([], [listed], () => 1).stale).toEqual([listed]);
    // A column that every record must lack: one of two is not enough.
    const column = { ...seen, key: "*", says: undefined };
    expect(settle([{ ...seen, other: undefined }], [column], () => 2).stale).toEqual([column]);
  });

  it("are listed by publications that have them", () => {
    const known = new Set<string>(SHIPPED.map(([id]) => id));
    const named = differences.flatMap(({ cells, lacking }) => [
      ...cells.flatMap((cell) => cell.publications),
      ...(lacking?.publications ?? []),
    ]);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});

function compare(id: string, other: Other, csv: Tables, read: Tables): void {
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
  it.each(SHIPPED)("%s: csv, %j", { timeout: 60_000 }, async (id, others, tables) => {
    const family = id.startsWith("RVU") ? "pfs" : "asc";
    const csv = await readAs(family, id, "csv");
    for (const other of others) {
      const read = await readAs(family, id, other);
      expect(Object.keys(read)).toHaveLength(tables);
      compare(id, other, csv, read);
    }
  });
});
