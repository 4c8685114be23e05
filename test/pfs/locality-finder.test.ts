import { expect, it } from "vitest";
import { localityFinder } from "../../pipelines/schedules/pfs/localities.ts";
import { buildEdited } from "../support/excerpt-copy.ts";

const { book } = await buildEdited("2025A", {});
const localities = book.gpci?.localities ?? [];
const find = localityFinder(localities);
const keyOf = (mac: string, number: string): string | undefined => localities[find(mac, number)]?.key;

it("finds every locality of the GPCI file under its own name", () => {
  expect(localities.map(({ row }) => keyOf(row.mac, row.locality))).toEqual(localities.map(({ key }) => key));
});

it("finds southern California's under the north's contract too, and no others", () => {
  const southern = ["17", "18", "71", "72", "73", "74"];
  expect(southern.map((number) => keyOf("01112", number))).toEqual(southern.map((number) => `01182${number}`));
  expect([keyOf("01112", "99"), keyOf("10212", "00"), keyOf("99999", "18")]).toEqual([undefined, undefined, undefined]);
});

it("does not guess between two", () => {
  // New York's 13202 and 13292 stand in one state; with a 01 under both, 13282's 01 could be either.
  const [one, other] = ["13202", "13292"].map((mac) => {
    const [first] = localities;
    if (first === undefined) throw new Error("the excerpt has no localities");
    return { ...first, key: `${mac}01`, row: { ...first.row, mac, locality: "01" } };
  });
  if (one === undefined || other === undefined) throw new Error("two were made");
  expect(localityFinder([one, other])("13282", "01")).toBe(-1);
});
