import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nameOf } from "../../pipelines/inputs/name-of-download.ts";
import { rolesFor } from "../../pipelines/inputs/roles.ts";
import { BOUNDS } from "../../pipelines/problems/bounds.ts";
import { sourcePath } from "../../pipelines/sources/read-source.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { Family } from "../../schemas/source/release.ts";
import { millisecondsOf } from "../support/processor-time.ts";

/** Begins of lines that some pattern takes, pieces that it can take in several ways, and ends that it cannot take. */
const BEGINS = [
  "",
  "00100",
  "10112 00 ",
  "10112 00 A",
  "10112 AL 00 x ",
  "Addendum B.",
  "Addendum AA ",
  "2025 National ",
];
const PIECES = [
  " ",
  "\t",
  "1",
  "A",
  "a ",
  "12 ",
  "A  ",
  "1.000 ",
  "12.00 ",
  "Addendum B.",
  "for CY ",
  ".",
  "1,",
  "_AA",
  "EE ",
];
const ENDS = ["", "x", "!", "\u2028", " 12", " \u2028"];

/** Milliseconds that a pattern may take for one line; the slowest honest one takes a hundredth. */
const MOST = 100;

function slowest(pattern: RegExp, length: number): number {
  let most = 0;
  for (const begin of BEGINS) {
    for (const piece of PIECES) {
      for (const end of ENDS) {
        const text = begin + piece.repeat(Math.ceil(length / piece.length)) + end;
        most = Math.max(
          most,
          millisecondsOf(() => void pattern.test(text), MOST),
        );
      }
    }
  }
  return most;
}

const LAYOUTS = readdirSync(sourcePath("layouts")).map((name) => layoutOf(name.slice(0, -5)));

describe("no text makes a pattern run on", () => {
  it.each(LAYOUTS.map((layout) => [layout.id, layout] as const))("of the layout %s", (_, layout) => {
    const records = layout.text?.records.map((record) => record.pattern.join("")) ?? [];
    const ofRows = [...records, layout.text?.line ?? ""].map((source) => new RegExp(source));
    for (const pattern of ofRows) expect(slowest(pattern, BOUNDS.printedLine)).toBeLessThan(MOST);
    expect(slowest(new RegExp(layout.keyPattern), BOUNDS.cellLength)).toBeLessThan(MOST);
    expect(slowest(new RegExp(layout.member, "i"), BOUNDS.nameLength)).toBeLessThan(MOST);
    if (layout.banner !== undefined) {
      expect(slowest(new RegExp(layout.banner, "i"), BOUNDS.bannerLength)).toBeLessThan(MOST * 3);
    }
  });

  it("of a download's name", () => {
    for (const piece of ["rvu25a", "2025 ", "_January", "ZIP5_", "Addendum_B ", "a/", "-nfrm", "..", "__proto__/"]) {
      const path = piece.repeat(Math.ceil(4_000 / piece.length));
      const find = (): void => {
        nameOf(path);
        for (const family of Family.options) rolesFor(`${path}.csv`, family);
      };
      expect(millisecondsOf(find, MOST)).toBeLessThan(MOST);
    }
  });

  it("of a name that ends like a method of objects", () => {
    expect(rolesFor("PPRRVU25_JAN.constructor", "pfs")).toEqual([]);
    expect(rolesFor("PPRRVU25_JAN.__proto__", "pfs")).toEqual([]);
  });
});
