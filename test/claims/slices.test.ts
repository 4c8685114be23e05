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
    json: fc.nat(9).map((number) => Buffer.from(`{"row":${number}}`)),
  }),
);

/** Each row as one that has no neighbour of its beginning. */
const alone = (all: readonly { table: string; key: string; json: Buffer }[]) =>
  all.map((row) => ({ ...row, from: row.key.slice(0, 4), first: row.json.length, bytes: row.json.length }));

describe(slicesOf, () => {
  it("puts each row into one slice, in the order of its table, beginning by beginning", () => {
    fc.assert(
      fc.property(rows.map(alone), (given) => {
        const slices = [...slicesOf(given, LARGEST)];
        const all = slices.flatMap((slice) => slice.rows);
        const by = (beginning: string) => given.filter(({ from }) => from === beginning);
        for (const beginning of new Set(given.map(({ from }) => from))) {
          const holding = slices.filter((slice) => slice.rows.some(({ from }) => from === beginning));
          expect(holding).toHaveLength(1);
          expect(holding[0]?.rows.filter(({ from }) => from === beginning)).toEqual(by(beginning));
          expect(slices.findLast(({ from }) => from <= beginning)).toBe(holding[0]);
        }
        expect(all).toHaveLength(given.length);
      }),
    );
  });

  it("is larger than the bound only for one beginning", () => {
    fc.assert(
      fc.property(rows.map(alone), (given) => {
        for (const { rows: own } of slicesOf(given, LARGEST)) {
          const bytes = own.reduce((sum, { json }) => sum + json.length, 0);
          const beginnings = new Set(own.map(({ from }) => from));
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
