import { describe, expect, it } from "vitest";
import { Problems } from "../../pipelines/problems/problems.ts";
import { LookUpComparison } from "../../pipelines/proof/conformance/look-up-compare.ts";
import { readLookUp } from "../../pipelines/proof/conformance/look-up-reader.ts";
import { ourAmounts } from "../../pipelines/proof/conformance/our-amounts.ts";
import { explainedDifferences } from "../../pipelines/sources/sources.ts";
import type { ExplainedDifference } from "../../schemas/source/explained-differences.ts";
import { RELEASES } from "../support/compared.ts";
import { exportOf, type LookUpCells, lookUpRow } from "../support/look-up-file.ts";

const ofRows = (...rows: readonly LookUpCells[]): string => exportOf(...rows.map(lookUpRow));

describe(LookUpComparison, () => {
  const because = { releases: ["2025A"], reason: "as in a test of ours alone", source: "this test" };
  const index: ExplainedDifference = {
    ...because,
    localities: ["1011200"],
    field: "peGpci",
    published: "0.900",
    ours: "0.869",
  };

  async function compared(explanations: readonly ExplainedDifference[], ...rows: readonly LookUpCells[]) {
    const ours = ourAmounts(await RELEASES.book("2025A"), "usual");
    const problems = new Problems();
    const lines = await readLookUp(Buffer.from(ofRows(...rows)), "export.csv", problems);
    expect(problems.list).toEqual([]);
    return new LookUpComparison(explanations).compare(lines, ours);
  }

  it("explains by a listed index what is the product of it, and nothing else", async () => {
    // (7.33 + 43.46 x 0.900 + 1.04 x 0.575) x 32.3465 = 1521.64479; facility 367.06814; x 1.0925 1662.39693 and 401.02194
    const later: LookUpCells = {
      peGpci: "0.900",
      nonFacilityPrice: "$1,521.64",
      facilityPrice: "$367.07",
      nonFacilityLimit: "$1,662.40",
      facilityLimit: "$401.02",
    };
    const found = await compared([index], later, {});
    expect(found).toMatchObject({ equalRows: 1, explainedRows: 1, differenceCount: 0, explained: [{ rows: 1 }] });
    expect(found.columns.prices).toEqual({ matched: 2, explained: 2, compared: 4 });
    expect(found.columns.gpcis).toEqual({ matched: 5, explained: 1, compared: 6 });
    const wrong = await compared([index], { ...later, facilityLimit: "$401.03" });
    expect(wrong.differences).toMatchObject([{ column: "Facility Limiting Charge", published: "401.03" }]);
    // Without the entry, in another place, or with another index all five cells differ.
    expect((await compared([], later)).differenceCount).toBe(5);
    expect((await compared([{ ...index, localities: ["0111205"] }], later)).differenceCount).toBe(5);
    expect((await compared([{ ...index, published: "0.901" }], later)).differenceCount).toBe(5);
  });

  it("explains amounts where the tool leaves a listed mark out", async () => {
    // 22505, facility and office alike: (1.87 + 1.94 x 0.869 + 0.77 x 0.575) x 32.3465 = 129.34...
    const sum = (1870 * 1 + 1940 * 0.869 + 770 * 0.575) / 1000;
    expect(sum).toBeCloseTo(3.99861, 9);
    const unmarked: LookUpCells = {
      hcpcs: "22505",
      nonFacilityPrice: "$129.34",
      facilityPrice: "$129.34",
      // 3.99861 x 32.3465 = 129.341038365, x 1.0925 = 141.3050844137625
      nonFacilityLimit: "$141.31",
      facilityLimit: "$141.31",
      workRvu: "1.87",
      nonFacilityPeRvu: "1.94",
      fullNonFacilityPeRvu: "1.94",
      facilityPeRvu: "1.94",
      fullFacilityPeRvu: "1.94",
      mpRvu: "0.77",
      nonFacilityTotal: "4.58",
      facilityTotal: "4.58",
      fullNonFacilityTotal: "4.58",
      fullFacilityTotal: "4.58",
    };
    const mark: ExplainedDifference = {
      ...because,
      codes: ["22505"],
      field: "nonFacilityNa",
      published: "",
      ours: "NA",
    };
    const found = await compared([mark], unmarked);
    expect(found).toMatchObject({ explainedRows: 1, differenceCount: 0 });
    expect(found.columns.naMarks).toEqual({ matched: 2, explained: 2, compared: 4 });
    expect((await compared([], unmarked)).differenceCount).toBe(4);
  });

  it("has the reason and the source of every listed difference", () => {
    const { differences } = explainedDifferences();
    expect(differences.map(({ releases, field }) => [releases[0], field])).toEqual([
      ["2023A", "peGpci"],
      ["2023A", "mpGpci"],
      ["2025A", "nonFacilityNa"],
    ]);
    expect(differences.every(({ source }) => /sha256 [0-9a-f]{64}/.test(source))).toBe(true);
  });
});
