import { describe, expect, it } from "vitest";
import { siteOfService } from "../../pipelines/schedules/site/site-of-service.ts";
import { DOCUMENTS } from "../../schemas/out/documents.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { shapeOfPath } from "../../schemas/out/paths.ts";
import { type AddedFile, buildEdited } from "../support/excerpt-copy.ts";
import { BASE_UNITS, excludedFile, INDICATORS, ZIPS } from "../support/made-up-tables.ts";

interface AnyDocument {
  readonly schema: string;
  readonly rows: readonly Record<string, unknown>[];
  readonly [field: string]: unknown;
}

/** Builds 2025A with more files and returns its documents, each checked against its schema. */
async function documentsOf(...added: readonly AddedFile[]): Promise<ReadonlyMap<string, AnyDocument>> {
  const { problems, outputs } = await buildEdited("2025A", {}, undefined, { added });
  expect(problems).toEqual([]);
  const texts = Array.from(outputs, ({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")] as const);
  const files = texts.filter(([path]) => path.endsWith(".json"));
  return new Map(
    files.map(([path, text]) => {
      const document = JSON.parse(text) as AnyDocument;
      expect([path, DOCUMENTS[shapeOfPath(path) ?? ""]?.safeParse(document).error]).toEqual([path, undefined]);
      return [path, document];
    }),
  );
}

describe("tables that the excerpts lack", () => {
  it("zips.json says the quarter, the locality, how rural, and where nine digits are needed", async () => {
    const zips = (await documentsOf(ZIPS)).get("zips.json");
    expect(zips?.["quarter"]).toBe("2025Q1");
    expect(zips?.rows).toEqual([
      { zip: "99501", state: "AK", locality: "0210201", rural: "urban", plusFour: false, row: 1 },
      { zip: "35004", state: "AL", locality: "1011200", rural: "rural", plusFour: false, row: 2 },
      { zip: "93520", state: "CA", locality: "0111275", rural: "super-rural", plusFour: true, row: 3 },
    ]);
  });

  it("anesthesia.json has the base units where CMS's file is there, null otherwise", async () => {
    expect((await documentsOf()).get("anesthesia.json")?.["baseUnits"]).toBeNull();
    expect((await documentsOf(BASE_UNITS)).get("anesthesia.json")?.["baseUnits"]).toEqual([
      { hcpcs: "00100", units: 5, row: 2 },
      { hcpcs: "01937", units: 4, row: 3 },
    ]);
  });

  it("asc-indicators.json has CMS's words, blanks joined", async () => {
    const { rows } = (await documentsOf(INDICATORS)).get("asc-indicators.json") ?? { rows: [] };
    expect(rows[1]).toEqual({ indicator: "G2", definition: "Words for G2, as CMS has them.", row: 4 });
  });

  it("asc-excluded.json lists codes, and site of service says excluded where it said not listed", async () => {
    const files = await documentsOf(excludedFile(["22526", "22899"]));
    expect(files.get("asc-excluded.json")?.rows).toEqual([
      { hcpcs: "22526", row: 3 },
      { hcpcs: "22899", row: 4 },
    ]);
    const { book } = await buildEdited("2025A", {}, undefined, { added: [excludedFile(["22526"])] });
    expect(siteOfService(book, "22526").asc.facility).toEqual({ reason: "excluded-from-asc" });
    expect(siteOfService(book, "22899").asc.facility).toEqual({ reason: "not-on-asc-list" });
  });

  it("the manifest counts them", async () => {
    const manifest = (await documentsOf(ZIPS, BASE_UNITS, INDICATORS)).get("manifest.json") as unknown as Manifest;
    expect(manifest.rows.tables).toEqual({
      counties: 34,
      zips: 3,
      anesthesia: 34,
      anesthesiaBaseUnits: 2,
      wageIndex: 5,
      ascDeviceOffsets: 8,
      ascExcluded: 0,
      ascIndicators: 3,
    });
  });
});

describe("tables of the excerpt", () => {
  it("asc-device-offsets.json has 22511 as Addendum FF prints it", async () => {
    const offsets = (await documentsOf()).get("asc-device-offsets.json");
    expect(offsets?.rows.find((row) => row["hcpcs"] === "22511")).toMatchObject({
      paymentIndicator: "G2",
      apc: "5113",
      oppsRate: "2941.66",
      deviceOffset: "23.04",
      apcDeviceOffset: "4.98",
      devicePortion: "363.84",
    });
  });

  it("anesthesia.json has Alabama's and Alaska's factors, names without stars", async () => {
    const factors = (await documentsOf()).get("anesthesia.json");
    expect(factors?.rows.slice(0, 2)).toEqual([
      { locality: "1011200", name: "ALABAMA", conversionFactor: "19.31", qualifyingApm: null, row: 2 },
      { locality: "0210201", name: "ALASKA", conversionFactor: "27.86", qualifyingApm: null, row: 3 },
    ]);
  });
});
