import { describe, expect, it } from "vitest";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { sourceFiles } from "../../pipelines/schedules/book.ts";
import { compareLooks } from "../../pipelines/schedules/continuity/compare.ts";
import { continuityWith } from "../../pipelines/schedules/continuity/continuity.ts";
import { looksOf } from "../../pipelines/schedules/continuity/looks.ts";
import { magnitudeOf } from "../../pipelines/schedules/continuity/magnitude.ts";
import { neighboursOf } from "../../pipelines/schedules/continuity/neighbour.ts";
import { packTable, unpackTable } from "../../pipelines/schedules/continuity/packed.ts";
import { profileOf } from "../../pipelines/schedules/continuity/profile.ts";
import type { Fresh } from "../../schemas/source/completeness.ts";
import type { MeasureBound } from "../../schemas/source/continuity.ts";
import type { Profile } from "../../schemas/source/profile.ts";
import type { Family } from "../../schemas/source/release.ts";
import { exchanged, overwritten } from "../../tools/mutations/edits.ts";
import { buildEdited, type Edits, FILES_2025A } from "../support/excerpt-copy.ts";

/** The embedded excerpt as a whole release that is not registered. */
async function unregistered(edits: Edits): Promise<ReleaseBook> {
  const { book } = await buildEdited("2025A", edits, (release) => ({
    ...release,
    coverage: "whole",
    publications: release.publications.map((each) => ({
      ...each,
      registered: false,
      files: each.files.map(({ excerptOf: _, ...file }) => file),
    })),
  }));
  return book;
}

const SOUND = await unregistered({});

function profilesBefore(book: ReleaseBook, from = "2024-10-01"): readonly Profile[] {
  return book.release.publications.flatMap((publication) => {
    const earlier = { ...publication, label: `${publication.label} before`, window: { from, to: "2024-12-31" } };
    const files = sourceFiles(book).map((file) =>
      file.publication === publication ? { ...file, publication: earlier } : file,
    );
    return profileOf("earlier", earlier, files) ?? [];
  });
}

const bound = (most: number) => ({ most, seen: 0, between: "two of a test" });
const TIGHT: readonly MeasureBound[] = [
  ...(["rows", "gone", "fresh", "hole"] as const).map((measure) => ({
    role: "rvu" as const,
    measure,
    eachYear: bound(measure === "hole" ? 2 : 1000),
  })),
  { role: "rvu", measure: "moved", field: "nonFacilityPeRvu", eachYear: bound(500) },
  { role: "rvu", measure: "moved", field: "nonFacilityNa", eachYear: bound(500) },
  { role: "gpci", measure: "far", field: "peGpci", eachYear: bound(0) },
  { role: "gpci", measure: "drift", field: "mpGpci", eachYear: bound(300) },
];

const FRESH: readonly Fresh[] = [
  { role: "addendum-b", each: "publication", repeatedIn: [], cites: [] },
  { role: "asc-aa", each: "year", repeatedIn: [], cites: [] },
  { role: "gpci", each: "year", repeatedIn: ["2025"], cites: [] },
];

function known(profiles: readonly Profile[]) {
  const ofFamily = (family: Family): readonly Profile[] => profiles.filter((each) => each.family === family);
  return { profiles: ofFamily, bounds: () => TIGHT, fresh: () => FRESH };
}

async function findings(edits: Edits): Promise<Record<string, string>> {
  const found = continuityWith(known(profilesBefore(SOUND))).run(await unregistered(edits));
  return Object.fromEntries((found?.violations ?? []).map(({ key, message }) => [key, message]));
}

/** The same but for tables that are their neighbours, as all that was not edited is. */
async function differences(edits: Edits): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await findings(edits)).filter(([key]) => !key.endsWith(".another")));
}

describe("a table that is not registered", () => {
  it("holds where it is like its neighbour, and is told where it is its neighbour", async () => {
    expect(await findings({})).toEqual({
      "addendum-b.another": expect.stringMatching(
        /^every figure \(oppsRate\) equals that of Addendum B 2025Q1 before, cell by cell; CMS updates the table for each publication$/,
      ),
      "asc-aa.another": expect.stringMatching(/CMS updates the table for each year$/),
    });
  });

  it("repeats no column that CMS changes by itself", async () => {
    const rule: Fresh = { role: "gpci", each: "year", repeatedIn: [], fields: ["peGpci", "mpGpci"], cites: [] };
    const otherMp = overwritten([6], (cell) => (Number(cell) * 1.02).toFixed(3));
    const check = continuityWith({ ...known(profilesBefore(SOUND)), fresh: () => [rule] });
    const found = check.run(await unregistered({ [FILES_2025A.gpci]: otherMp }));
    expect(found?.violations.map(({ key }) => key)).toEqual(["gpci.peGpci.another"]);
  });

  it("may repeat what CMS prints once a year, within the year", () => {
    const sameYear = continuityWith(known(profilesBefore(SOUND, "2025-02-01"))).run(SOUND);
    expect(sameYear?.violations.map(({ key }) => key)).toEqual(["addendum-b.another"]);
  });

  it("is missed rows of, by number, by key and in a row", async () => {
    const cut = (text: string): string =>
      text
        .split("\n")
        .filter((line) => !/^225/.test(line))
        .join("\n");
    const found = await differences({ [FILES_2025A.rvu]: cut });
    expect(Object.keys(found)).toEqual(["rvu.rows", "rvu.gone", "rvu.hole"]);
    expect(found["rvu.rows"]).toMatch(
      /^the table has \d+ rows, that of RVU25A before 22: \d+\.\d\d %; 10\.00 % are allowed/,
    );
    expect(found["rvu.gone"]).toMatch(/^\d+ of 22 rows of RVU25A before are not here \(22505, 22510, 22511, /);
    expect(found["rvu.hole"]).toMatch(/^\d+ rows in sequence of RVU25A before are not here \(22505 to 225\d\d\): /);
  });

  it("shows exchanged columns, though every row adds up", async () => {
    const found = await differences({ [FILES_2025A.rvu]: exchanged(6, 8) });
    expect(Object.keys(found)).toEqual(["rvu.nonFacilityPeRvu"]);
    expect(found["rvu.nonFacilityPeRvu"]).toMatch(
      /^nonFacilityPeRvu was added, removed or changed compared to RVU25A before in \d+ of \d+ rows \(22310, .*5\.00 % are allowed/,
    );
  });

  it("shows a figure that moved far", async () => {
    const tenfold = (text: string): string =>
      text.replace("10112,AL,00,ALABAMA,1,0.869,", "10112,AL,00,ALABAMA,1,9.69,");
    expect(await differences({ [FILES_2025A.gpci]: tenfold })).toEqual({
      "gpci.peGpci.far": expect.stringMatching(/^peGpci changed a lot compared to RVU25A before in 1 of 109 rows/),
    });
  });

  it("shows figures that are all higher, though none moved against the others", async () => {
    const higher = overwritten([6], (cell) => (Number(cell) * 1.1).toFixed(3));
    const lower = overwritten([6], (cell) => (Number(cell) / 1.1).toFixed(3));
    // log2(1.1) is 0.1375
    const message =
      /^mpGpci is (higher|lower) than in RVU25A before on the average of all rows: 13\.\d\d % of a doubling; 3\.00 % of a doubling are allowed/;
    for (const [edit, how] of [
      [higher, "higher"],
      [lower, "lower"],
    ] as const) {
      const { "gpci.mpGpci.drift": drift = "", ...others } = await differences({ [FILES_2025A.gpci]: edit });
      expect(others).toEqual({});
      expect(message.exec(drift)?.[1]).toBe(how);
    }
  });

  it("shows a column that has become one text, or blank", () => {
    const keys = ["a", "b", "c", "d"];
    const base = { role: "rvu" as const, bits: 2, keys, columns: [], uniform: [] };
    const marks = { field: "facilityNa", hash: "", letters: ["", "NA"], cells: [0, 1, 1, 0] };
    const figures = { field: "oppsRate", hash: "", letters: undefined, cells: [5, 6, 0, 7] };
    const blank = (field: string) => ({ field, hash: "", letters: [""], cells: [0, 0, 0, 0] });
    const before = { ...base, columns: [marks, figures] };
    const after = { ...base, uniform: [blank("facilityNa"), blank("oppsRate")] };
    const moved = [
      { field: "facilityNa", figures: false, filled: 2, moved: ["b", "c"], far: [], drift: 0 },
      { field: "oppsRate", figures: true, filled: 3, moved: ["a", "b", "d"], far: [], drift: 0 },
    ];
    expect(compareLooks(before, after).columns).toEqual(moved);
    expect(compareLooks(after, before).columns).toEqual(moved);
  });

  it("shows letters that moved by a row", () => {
    const keys = ["a", "b", "c", "d", "e"];
    const column = (cells: readonly number[], letters: readonly string[]) => ({
      ...{ role: "rvu" as const, bits: 2, keys, uniform: [] },
      columns: [{ field: "status", hash: "", letters, cells }],
    });
    // A A C A B and B A A C A: of the rows that are not A on both sides, four are others.
    const change = compareLooks(column([0, 0, 2, 0, 1], ["A", "B", "C"]), column([1, 0, 0, 2, 0], ["A", "B", "C"]));
    expect(change.columns).toEqual([
      { field: "status", figures: false, filled: 4, moved: ["a", "c", "d", "e"], far: [], drift: 0 },
    ]);
    // The same letters under other numbers.
    const same = compareLooks(column([0, 0, 2, 0, 1], ["A", "B", "C"]), column([2, 2, 1, 2, 0], ["B", "C", "A"]));
    expect(same.columns).toMatchObject([{ filled: 2, moved: [] }]);
  });

  it("is compared with nothing where its bytes are registered, and where it is an excerpt", async () => {
    const registered: ReleaseBook = (await buildEdited("2025A", {})).book;
    const check = continuityWith(known(profilesBefore(SOUND)));
    expect(check.run(registered)).toBeUndefined();
    expect(check.run({ ...SOUND, release: { ...SOUND.release, coverage: "excerpt" } })).toBeUndefined();
  });
});

describe("a profile", () => {
  it("is the same when it was packed and unpacked", () => {
    for (const file of sourceFiles(SOUND)) {
      const looks = looksOf(file);
      expect(unpackTable(packTable(looks))).toEqual({ ...looks, uniform: [] });
    }
  });

  it("tells figures by their magnitude, exactly and in order", () => {
    expect([null, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((value) => magnitudeOf(value, 2))).toEqual([
      0, 1, 2, 6, 8, 10, 11, 12, 13, 14,
    ]);
    expect(magnitudeOf(9_007_199_254_740_991, 2)).toBe(2 + 52 * 4 + 3);
  });

  it("is looked for in the same year first, then nearest in time, and never in the publication itself", () => {
    const [pfs] = profilesBefore(SOUND) as [Profile];
    const at = (label: string, from: string): Profile => ({ ...pfs, id: label, label, window: { from, to: from } });
    const all = [
      at("RVU24D", "2024-10-01"),
      at("RVU25D", "2025-10-01"),
      at("RVU25A", "2025-01-01"),
      at("RVU23A", "2023-01-01"),
    ];
    const own = { label: "RVU25A", window: { from: "2025-01-01", to: "2025-03-31" } };
    const order = neighboursOf(own, "rvu", all).map(({ profile }) => profile.label);
    expect(order).toEqual(["RVU25D", "RVU24D", "RVU23A"]);
  });
});
