import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PublishedFile } from "../../pipelines/inputs/published-files.ts";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { lookUpConformanceOf } from "../../pipelines/proof/conformance/look-up.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { LookUpConformance } from "../../schemas/out/conformance.ts";
import { RELEASES } from "../support/compared.ts";
import { copyExcerpt, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { exportOf, IN_2021, type LookUpCells, lookUpFile, lookUpRow, NATIONAL } from "../support/look-up-file.ts";
import { CAP_77012 } from "../support/more-files.ts";

async function compare(text: string, releases = RELEASES, options: Parameters<typeof lookUpConformanceOf>[2] = {}) {
  return LookUpConformance.parse(await lookUpConformanceOf(lookUpFile(text), releases, options));
}

const ofRows = (...rows: readonly LookUpCells[]): string => exportOf(...rows.map(lookUpRow));
const all = (compared: number) => ({ matched: compared, explained: 0, compared });

describe(lookUpConformanceOf, () => {
  it("finds every cell of an export equal, in a locality and in the nation", async () => {
    const found = await compare(ofRows({}, NATIONAL));
    expect(found).toMatchObject({
      release: "2025A",
      releaseBecause: "its conversion factor, 32.3465",
      conversionFactor: { value: "32.3465" },
      rows: 2,
      equalRows: 2,
      explainedRows: 0,
      differences: [],
      problems: [],
    });
    expect(found.arithmetic).toEqual({ matched: 8, compared: 8 });
    expect(found.columns).toEqual({
      rows: all(2),
      prices: all(4),
      limitingCharges: all(4),
      naMarks: all(8),
      gpcis: all(6),
      rvus: all(20),
      indicators: all(30),
      conversionFactor: all(2),
      oppsCap: all(10),
    });
  });

  it("sees a limiting charge that was rounded twice", async () => {
    // 1478.06 x 1.0925 = 1614.78055
    const { differences, arithmetic } = await compare(ofRows({ nonFacilityLimit: "$1,614.78" }));
    expect(differences).toEqual([
      {
        line: 2,
        hcpcs: "22511",
        modifier: "",
        locality: "1011200",
        column: "Non-Facility Limiting Charge",
        published: "1614.78",
        ours: "1614.79",
      },
    ]);
    expect(arithmetic).toEqual({ matched: 3, compared: 4 });
  });

  it("has NA for both amounts of a setting that CMS marks so", async () => {
    // 77012: (1.50 + 2.19 x 0.869 + 0.09 x 0.575) x 32.3465 = 111.75262899, x 1.0925 = 122.089747171575
    const imaging: LookUpCells = {
      hcpcs: "77012",
      nonFacilityPrice: "$111.75",
      nonFacilityLimit: "$122.09",
      facilityPrice: "NA",
      facilityLimit: "NA",
      workRvu: "1.50",
      nonFacilityPeRvu: "2.19",
      fullNonFacilityPeRvu: "2.19",
      facilityNa: "NA",
      facilityPeRvu: "2.19",
      fullFacilityNa: "NA",
      fullFacilityPeRvu: "2.19",
      mpRvu: "0.09",
      nonFacilityTotal: "3.78",
      facilityTotal: "3.78",
      fullNonFacilityTotal: "3.78",
      fullFacilityTotal: "3.78",
      pctcIndicator: "1",
      globalDays: "XXX",
      preOp: "0.00",
      intraOp: "0.00",
      postOp: "0.00",
      multipleProcedure: "0",
      assistantAtSurgery: "0",
    };
    expect(await compare(ofRows(imaging))).toMatchObject({ differences: [], equalRows: 1 });
    const { differences } = await compare(ofRows({ ...imaging, facilityPrice: "$111.75" }));
    expect(differences).toMatchObject([{ column: "Facility Price", published: "111.75", ours: "NA" }]);
  });

  it("compares by the export's own figures where no release of its factor is there", async () => {
    const found = await compare(ofRows(IN_2021));
    expect(found).toMatchObject({
      release: null,
      releaseBecause: "no release there has its conversion factor, 34.8931",
      equalRows: 1,
      arithmetic: { matched: 2, compared: 2 },
      columns: { prices: { compared: 0 } },
      differenceCount: 0,
    });
    // Of the rounded 409.99 it would be 447.91.
    const wrong = await compare(ofRows({ ...IN_2021, facilityLimit: "$447.91" }));
    expect(wrong.differences).toMatchObject([
      { published: "447.91", ours: "447.92", reason: "the product of the row's own RVUs, indices and factor" },
    ]);
  });

  it("says which unregistered release could be read, and what is wrong with one that is not CMS's any more", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "RVU21A.zip"), "");
    const { releaseBecause } = await compare(ofRows(IN_2021), new AvailableReleases(folder, {}));
    expect(releaseBecause).toBe(
      "no release there has its conversion factor, 34.8931; RVU21A there is not registered: --allow-unregistered reads it",
    );
    const changed = new AvailableReleases(copyExcerpt("2025A", { [FILES_2025A.rvu]: CAP_77012 }), {});
    await expect(compare(ofRows({}), changed)).rejects.toThrow(/input\.changed/);
  });

  it("belongs to the track of its factor, and refuses another one", async () => {
    const releases = new AvailableReleases(embeddedFolder("2026A"), {});
    // 22511 in 2026: 53.11 x 33.5675 = 1782.769925, x 1.0925 = 1947.6761430625; 10.82: 363.20035 and 396.796382375
    const qualifying: LookUpCells = {
      ...NATIONAL,
      nonFacilityPrice: "$1,782.77",
      facilityPrice: "$363.20",
      nonFacilityLimit: "$1,947.68",
      facilityLimit: "$396.80",
      workRvu: "7.15",
      nonFacilityPeRvu: "44.89",
      fullNonFacilityPeRvu: "44.89",
      facilityPeRvu: "2.60",
      fullFacilityPeRvu: "2.60",
      mpRvu: "1.07",
      nonFacilityTotal: "53.11",
      facilityTotal: "10.82",
      fullNonFacilityTotal: "53.11",
      fullFacilityTotal: "10.82",
      conversionFactor: "33.5675",
    };
    const found = await compare(ofRows(qualifying), releases);
    expect(found).toMatchObject({ differences: [], conversionFactor: { value: "33.5675", track: "qualifying-apm" } });
    await expect(compare(ofRows(qualifying), releases, { track: "usual" })).rejects.toThrow(
      /published\.track-contradicted: .*--track says usual, but its conversion factor is 33\.5675/,
    );
  });

  it("is compared with the release that --release names, or refused", async () => {
    const found = await compare(ofRows({ conversionFactor: "34.8931" }), RELEASES, { release: "2025A" });
    expect(found.releaseBecause).toBe("--release");
    expect(found.differences).toMatchObject([{ column: "Conv Fact", published: "34.8931", ours: "32.3465" }]);
    await expect(compare(ofRows({}), RELEASES, { release: "2025D" })).rejects.toThrow(
      /release\.not-available: .*RVU25D is not among the downloads; --release says 2025D/,
    );
  });

  it("says why we have no row", async () => {
    const { differences, columns } = await compare(ofRows({ hcpcs: "99999" }, { locality: "1011299" }));
    expect(columns.rows).toEqual({ matched: 0, explained: 0, compared: 2 });
    expect(differences.map(({ column, ours, reason }) => [column, ours, reason])).toEqual([
      ["row", null, "the relative value file has no such row"],
      ["row", null, "the GPCI file has no locality 1011299"],
    ]);
  });
});

describe("an export that is none", () => {
  it.each([
    [
      "another column",
      exportOf(lookUpRow()).replace('"GPCI PE"', '"GPCI XX"'),
      /the columns GPCI PE must be there once each; the columns GPCI XX are not known/,
    ],
    [
      "a column twice",
      exportOf(lookUpRow()).replace('"GPCI PE"', '"GPCI MP"'),
      /the columns GPCI PE, GPCI MP must be there once each/,
    ],
    ["a row too short", exportOf(lookUpRow().replace(/,"[^"]*"$/, "")), /the row has 45 cells, the heading has 46/],
    [
      "no money",
      exportOf(lookUpRow({ facilityPrice: "$36,3.26" })),
      /expected dollars such as \$1,234\.56, or NA, saw "\$36,3\.26"/,
    ],
    [
      "no number",
      exportOf(lookUpRow({ peGpci: "0.8691" })),
      /expected a number with at most 3 decimals, saw "0\.8691"/,
    ],
    ["an unknown modifier", exportOf(lookUpRow({ modifier: "LT" })), /expected 26, TC, 53 or blank, saw "LT"/],
    ["an open quote", `${exportOf(lookUpRow())}"22511`, /not well-formed csv/],
    ["no row", exportOf(), /it has headings but no row/],
    ["nothing", "", /./],
  ])("says so: %s", async (_, text, message) => {
    const { problems, rows, release, equalRows } = await compare(text);
    expect([rows, release, equalRows]).toEqual([0, null, 0]);
    expect(problems.map((each) => each.message).join("; ")).toMatch(message);
  });

  it("names the cell", async () => {
    const { problems, rows } = await compare(exportOf(lookUpRow(), lookUpRow({ peGpci: "x" })));
    expect(rows).toBe(1);
    expect(problems).toMatchObject([{ code: "look-up.cell", place: { row: 3, column: "J", heading: "GPCI PE" } }]);
  });

  it("is not gathered up beyond what any table has", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; read < 1000; read += 1) yield new Uint8Array(1024 * 1024);
    }
    const file: PublishedFile = { path: "a.csv", shown: "a.csv", bytes: 0, kind: "look-up", pieces: endless };
    const { problems } = await lookUpConformanceOf(file, RELEASES);
    expect(problems).toMatchObject([{ code: "from.too-large" }]);
    expect(read).toBeLessThan(70);
  });
});
