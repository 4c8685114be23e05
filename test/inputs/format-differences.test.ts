import { describe, expect, it } from "vitest";
import { formatOf } from "../../pipelines/inputs/formats.ts";
import { publicationEntry } from "../../pipelines/inputs/registry.ts";
import { publicationIds } from "../../pipelines/sources/publications.ts";
import { formatDifferences } from "../../pipelines/sources/sources.ts";
import type { Family } from "../../schemas/source/release.ts";
import { type Other, SHIPPED, settle } from "../support/formats.ts";

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
