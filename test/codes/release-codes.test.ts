import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ReleaseCodes } from "../../pipelines/answers/code/release-codes.ts";
import { derive } from "../../pipelines/answers/explain/derivation.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { openFolder } from "../../pipelines/documents/release-folder.ts";
import { BuiltCopy } from "../support/built-copy.ts";
import {
  type BuildOfExcerpt,
  buildEdited,
  type Edits,
  FILES_2025A,
  replaceOnce,
  temporaryFolder,
} from "../support/excerpt-copy.ts";
import { WITH_OPPS_CAP, WITH_QPP } from "../support/more-files.ts";
import { STATUSES } from "../support/rule-tables.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

function codesOf(out: string, id: string): ReleaseCodes {
  const output = openOutput(out);
  const release = output.releases.find((each) => each.release === id);
  if (release === undefined) throw new Error(`${id} is not built`);
  return new ReleaseCodes(output.open(release));
}

/** Builds an excerpt into a folder, with a document of its own for every code. */
async function built(id: string, edits: Edits = {}, more: BuildOfExcerpt = {}): Promise<ReleaseCodes> {
  const { book } = await buildEdited(id, edits, undefined, more);
  const { outputs, problems } = await buildEdited(id, edits, undefined, { ...more, codes: book.codes });
  expect(problems).toEqual([]);
  const folder = join(temporaryFolder(), id);
  for (const { path, bytes } of outputs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return new ReleaseCodes(openFolder(folder));
}

/** Every document that was published, and the one that the tables make, to the order of their fields. */
function expectEqual(codes: ReleaseCodes, least: number): void {
  const own = codes.documents.codes;
  expect(own.length).toBeGreaterThanOrEqual(least);
  for (const hcpcs of own) {
    const [published, made] = [codes.documents.code(hcpcs), codes.fromTables(hcpcs)];
    expect(made).toEqual(published);
    expect(JSON.stringify(made)).toBe(JSON.stringify(published));
  }
}

describe("the document that tables make of a code is the one that would be published, field by field", () => {
  it.each(["2025A", "2026A"])("in out/%s", (id) => {
    expectEqual(codesOf(OUT, id), 6);
  });

  it.each(["2025A", "2026A"])("for every code of %s", async (id) => {
    expectEqual(await built(id), 15);
  });

  it("with the words of Addendum D1 for its status indicator", async () => {
    const codes = await built("2025A", {}, { added: [STATUSES] });
    expectEqual(codes, 15);
    // Rows 3 and 4 of the made-up file are C, then two rows for each of E1, J1, N.
    expect(codes.document("22511").opps?.statusWords).toEqual({
      service: "Items of J1",
      definition: "Paid as CMS has it",
      row: 7,
    });
    expect(codes.document("22512").opps?.statusWords?.row).toBe(9);
  });

  it("under the OPPS cap", async () => {
    const codes = await built(WITH_OPPS_CAP.id, WITH_OPPS_CAP.edits, WITH_OPPS_CAP.build);
    expectEqual(codes, 15);
    const units = derive(codes.fromTables("77012"), "/pfs/0/oppsCap/units/nonFacilityPe");
    expect(units).toMatchObject({ value: "1.68", cell: { printed: "1.68" } });
  });

  it("with CMS's file for qualifying APM participants", async () => {
    const odd = replaceOnce("22511,,,A,,7.15,44.89,,2.60,,1.07,", "22511,,,A,,7.15,44.89,,2.60,,1.070,");
    const codes = await built(WITH_QPP.id, { "PPRRVU2026_Jan_QPP.csv": odd }, WITH_QPP.build);
    expectEqual(codes, 15);
    const { inputs } = derive(codes.fromTables("22511"), "/pfs/0/qualifyingApm/nonFacility");
    expect(inputs.map(({ value, cell }) => [value, cell?.file, cell?.printed])).toEqual([
      ["7.15", "rvu-qpp", "7.15"],
      ["44.89", "rvu-qpp", "44.89"],
      ["1.07", "rvu-qpp", "1.070"],
      ["33.5675", "rvu-qpp", "33.5675"],
    ]);
  });

  it("with cells that the file writes in another way than its others", async () => {
    const codes = await built("2025A", {
      [FILES_2025A.ascBB]: (text) => `${text}J2002,,,,K2,,$0.00,\n`,
      [FILES_2025A.rvu]: replaceOnce(",7.33,", ",7.330,"),
      [FILES_2025A.opps]: replaceOnce("22511,,J1,5113,36.3872,3244.61,", "22511,,J1,5113,36.3872,3244.6100,"),
    });
    expectEqual(codes, 15);
    expect(codes.fromTables("J2002").asc?.ascRate).toMatchObject({ value: null, cell: { printed: "$0.00" } });
    expect(codes.fromTables("22511").pfs[0]?.rvus.work).toMatchObject({ value: "7.33", cell: { printed: "7.330" } });
  });
});

describe(ReleaseCodes, () => {
  it("knows every code of any source", () => {
    const codes = codesOf(OUT, "2025A");
    const all = codes.all();
    expect(all).toEqual([...all].sort());
    for (const hcpcs of all) expect(codes.document(hcpcs).hcpcs).toBe(hcpcs);
  });

  it("says that no source has a code, and which are like it", () => {
    const codes = codesOf(OUT, "2025A");
    expect(() => codes.document("99999")).toThrow(/no source of 2025A, built from an excerpt only, has the code/);
    expect(() => codes.document("22516")).toThrow(/has the code; similar codes are 22510, 22511, 22512/);
  });

  it("takes no document for a code's own that no build listed", () => {
    const copy = new BuiltCopy();
    writeFileSync(join(copy.out, "2025A", "codes", "22310.json"), "{}");
    expect(() => codesOf(copy.out, "2025A").document("22310")).toThrow(/neither the index nor a manifest lists it/);
  });
});
