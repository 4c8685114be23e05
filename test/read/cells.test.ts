import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openCells } from "../../pipelines/read/cells.ts";
import { type Answer, openRelease } from "../../pipelines/read/index.ts";
import type { CodeDocument } from "../../schemas/out/code.ts";

const json = <Document>(path: string): Document => JSON.parse(readFileSync(`out/${path}`, "utf8")) as Document;
interface Rows<Row> {
  readonly rows: readonly Row[];
}

const opened = async (id: string) => {
  const release = await openRelease(`out/${id}`);
  return { release, cells: await openCells(release, `out/${id}`) };
};

describe.each(["2025A", "2026A"])("the cells of %s", (id) => {
  it("are those of every row of national.json and opps.json", async () => {
    const { release, cells } = await opened(id);
    const rowOf = (answer: Answer) => cells.of(answer)[0]?.row;
    const { rows } = json<Rows<{ hcpcs: string; modifier: string; row: number }>>(`${id}/national.json`);
    const opps = json<Rows<{ hcpcs: string; row: number }>>(`${id}/opps.json`);
    const physician = rows.map(({ hcpcs: code, modifier }) =>
      rowOf(release.rate({ code, modifier, setting: "office", locality: "national" })),
    );
    const hospital = opps.rows.map(({ hcpcs: code }) =>
      rowOf(release.rate({ code, setting: "hopd", payee: "facility", locality: "national" })),
    );
    expect(physician).toEqual(rows.map(({ row }) => row));
    expect(hospital).toEqual(opps.rows.map(({ row }) => row));
  });

  it("are those that the code's document names, indicators included", async () => {
    const { release, cells } = await opened(id);
    const { pfs, opps, asc } = json<CodeDocument>(`${id}/codes/22511.json`);
    const [row] = pfs;
    const office = cells.of(release.rate({ code: "22511", setting: "office", locality: "0111205" }));
    const { work, nonFacilityPe, mp } = (row as (typeof pfs)[number]).rvus;
    const at = (figure: unknown) => (figure as { cell: { row: number; column: string } }).cell;
    expect(office.slice(0, 3)).toMatchObject(
      [work, nonFacilityPe, mp].map((each) => ({ row: at(each).row, column: at(each).column })),
    );
    expect(office.slice(4).map(({ heading }) => heading)).toEqual([
      expect.stringMatching(/PW GPCI|Work GPCI/i),
      expect.stringMatching(/PE GPCI/),
      expect.stringMatching(/MP GPCI/),
    ]);
    const facility = (setting: "hopd" | "asc") =>
      cells.of(release.rate({ code: "22511", setting, payee: "facility", locality: "national" }))[0];
    expect(facility("hopd")).toMatchObject({ row: at(opps?.oppsRate).row, column: at(opps?.oppsRate).column });
    expect(facility("asc")).toMatchObject({ row: at(asc?.ascRate).row, column: at(asc?.ascRate).column });
    const indicators = Object.entries(row?.indicators ?? {}).map(([field, { value }]) => [field, value ?? ""]);
    expect(cells.indicators("22511", "")).toEqual({ status: row?.status.value, ...Object.fromEntries(indicators) });
  });
});

it("names the row that pays the physician in a total: the professional component of a code that splits", async () => {
  const { release, cells } = await opened("2026A");
  const split = [...release.rows()].find(({ modifier, state }) => modifier === "26" && state === "priced")?.code ?? "";
  const ask = { code: split, setting: "hopd", locality: "national" } as const;
  const total = cells.of(release.rate({ ...ask, payee: "total" })).map(({ row }) => row);
  const physician = cells.of(release.rate({ ...ask, payee: "physician" })).map(({ row }) => row);
  expect(split).not.toBe("");
  expect(total.slice(-physician.length)).toEqual(physician);
});

it("says which cell there is no amount for", async () => {
  const { release, cells } = await opened("2026A");
  const packaged = release.rate({ code: "22512", setting: "hopd", payee: "facility", locality: "national" });
  expect(packaged).toMatchObject({ kind: "reason", reason: "packaged" });
  expect(cells.of(packaged)[0]?.heading).toMatch(/^SI/);
});

it("refuses the cells of another release, and cells that do not fit", async () => {
  const release = await openRelease("out/2026A");
  await expect(openCells(release, "out/2025A")).rejects.toThrow(/is of release 2025A, and 2026A was opened/);
  const cut = json<{ gpci: { rows: number[] } }>("2026A/reader-cells.json");
  cut.gpci.rows.pop();
  await expect(openCells(release, cut)).rejects.toThrow(/has other rows than reader.json/);
});
