import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slicesOf } from "../../pipelines/pack/claim-slices.ts";
import { claimsFolder } from "../support/claims-folder.ts";
import { ROOT } from "../support/documents.ts";
import { filesBelow } from "../support/installed.ts";

const OUT = join(ROOT, "out");
const LARGEST = 100;

const rows = fc.array(
  fc.record({
    table: fc.constantFrom("opps", "national"),
    key: fc.stringMatching(/^[0-9A-C]{5}$/),
    json: fc.nat(9).map((number) => `{"row":${number}}`),
  }),
);

describe(slicesOf, () => {
  it("puts each row into one slice, in the order of its table, beginning by beginning", () => {
    fc.assert(
      fc.property(rows, (lines) => {
        const slices = [...slicesOf(lines, LARGEST)];
        const all = slices.flatMap((slice) => slice.lines);
        const by = (beginning: string) => lines.filter(({ key }) => key.startsWith(beginning));
        for (const beginning of new Set(lines.map(({ key }) => key.slice(0, 4)))) {
          const holding = slices.filter((slice) => slice.lines.some(({ key }) => key.startsWith(beginning)));
          expect(holding).toHaveLength(1);
          expect(holding[0]?.lines.filter(({ key }) => key.startsWith(beginning))).toEqual(by(beginning));
          expect(slices.findLast(({ from }) => from <= beginning)).toBe(holding[0]);
        }
        expect(all).toHaveLength(lines.length);
      }),
    );
  });

  it("is larger than the bound only for one beginning", () => {
    fc.assert(
      fc.property(rows, (lines) => {
        for (const { lines: own } of slicesOf(lines, LARGEST)) {
          const bytes = own.reduce((sum, { json }) => sum + json.length, 0);
          const beginnings = new Set(own.map(({ key }) => key.slice(0, 4)));
          expect(bytes <= LARGEST || beginnings.size === 1).toBe(true);
        }
      }),
    );
  });
});

describe("the slices of a folder", () => {
  it("have every row of every table that they slice, and nothing else", async () => {
    const folder = await claimsFolder(OUT);
    const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));
    const { heads, slices } = json(join(folder, "2025A/claims.json"));
    expect(Object.keys(heads)).toContain("opps-pair-evaluation");
    for (const [name, head] of Object.entries(heads)) {
      const { rows: built, ...builtHead } = json(join(OUT, `2025A/${name}.json`));
      expect(head).toEqual(builtHead);
      const cut = slices.flatMap(({ path }: { path: string }) => json(join(folder, "2025A", path)).rows[name] ?? []);
      const texts = (list: readonly object[]): string[] => list.map((row) => JSON.stringify(row)).sort();
      expect(texts(cut)).toEqual(texts(built));
    }
    const written = Object.keys(filesBelow(folder)).filter((path) => path.startsWith("2025A/claims/"));
    expect(written.sort()).toEqual(slices.map(({ path }: { path: string }) => `2025A/${path}`).sort());
  });
});
