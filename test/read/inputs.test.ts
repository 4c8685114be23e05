import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openRelease } from "../../pipelines/read/index.ts";
import { releaseInputs } from "../../pipelines/read/inputs.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const readerOf = (id: string): object => JSON.parse(readFileSync(`${OUT}/${id}/reader.json`, "utf8")) as object;

describe("the inputs of a release", () => {
  it("are CMS's GPCIs of a locality, 1 for the nation, and none for a place that the release does not have", async () => {
    const reader = readerOf("2026A");
    const inputs = releaseInputs(await openRelease(reader), reader);
    // GPCI2026.csv, locality 05 of 01112: work with the floor 1.095, PE 1.410, MP 0.425
    expect(inputs.gpcis("0111205")).toEqual({ workGpci: 1095, peGpci: 1410, mpGpci: 425 });
    expect(inputs.gpcis("national")).toEqual({ workGpci: 1000, peGpci: 1000, mpGpci: 1000 });
    expect(inputs.gpcis("0000000")).toBeUndefined();
  });

  it("are the rows of a code and its indicators in every table", async () => {
    const reader = readerOf("2026A");
    const inputs = releaseInputs(await openRelease(reader), reader);
    expect(inputs.rowsOf("77002").map(({ modifier }) => modifier)).toEqual(["", "26", "TC"]);
    // PPRRVU2026: status A; Addendum B: J1, APC 5114; Addendum AA
    expect(inputs.indicatorsOf("22513")).toMatchObject({ apc: "5114", ascAddendum: "AA" });
    expect(inputs.indicatorsOf("22513").indicators.slice(0, 2)).toEqual(["A", "J1"]);
    expect(inputs.rowsOf("99999")).toEqual([]);
    expect(inputs.indicatorsOf("99999")).toEqual({ indicators: [], apc: undefined, ascAddendum: undefined });
  });

  it("are refused for another release", async () => {
    const release = await openRelease(readerOf("2026A"));
    expect(() => releaseInputs(release, readerOf("2025A"))).toThrow("is of release 2025A, and 2026A was opened");
  });
});
