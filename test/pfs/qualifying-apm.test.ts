import { describe, expect, it } from "vitest";
import { derive } from "../../pipelines/answers/explain/derivation.ts";
import { CodeDocument } from "../../schemas/out/code.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { NationalDocument } from "../../schemas/out/national.ts";
import { decimalLines, decimalTotals } from "../support/decimal-amounts.ts";
import { type BuildOfExcerpt, buildEdited, type Edits } from "../support/excerpt-copy.ts";
import { WITH_QPP } from "../support/more-files.ts";

const QPP = "PPRRVU2026_Jan_QPP.csv";

async function build(id: string, more: BuildOfExcerpt, edits: Edits = {}) {
  const built = await buildEdited(id, edits, undefined, { ...more, codes: ["22511", "22862", "22899"] });
  expect(built.problems).toEqual([]);
  const files = new Map(Array.from(built.outputs, (file) => [file.path, Buffer.from(file.bytes).toString("utf8")]));
  const json = <T>(path: string): T => JSON.parse(files.get(path) ?? "null") as T;
  return { files, json, code: (hcpcs: string) => CodeDocument.parse(json(`codes/${hcpcs}.json`)) };
}

const computed = await build("2026A", {});
const fromFile = await build("2026A", WITH_QPP.build);
// CMS leaves rows out of its QPP file: here 22862, of status R.
const without = await build("2026A", WITH_QPP.build, { [QPP]: (text) => text.replace(/^22862,.*\n/m, "") });

describe.each([
  ["computed-from-non-qualifying-file", computed],
  ["qpp-file", fromFile],
])("the qualifying track, %s", (basis, release) => {
  it("has the amounts of 33.5675 nationally", () => {
    const { qualifyingApm, conversionFactor, rows } = NationalDocument.parse(release.json("national.json"));
    expect(conversionFactor).toEqual({ value: "33.4009", track: "non-qualifying-apm" });
    expect(qualifyingApm).toEqual({ conversionFactor: { value: "33.5675", track: "qualifying-apm" }, basis });
    const row = rows.find(({ hcpcs }) => hcpcs === "22511");
    // 53.11 x 33.5675 = 1782.769925; 10.82 x 33.5675 = 363.20035; at 33.4009 1773.92 and 361.40
    expect(row).toMatchObject({
      nonFacility: "1773.92",
      facility: "361.40",
      qualifyingApm: { nonFacility: "1782.77", facility: "363.20" },
    });
    expect(rows.filter((each) => (each.qualifyingApm !== undefined) !== (each.priceState === "priced"))).toEqual([]);
  });

  it("has the same in the code's document, with a way back", () => {
    const document = release.code("22511");
    expect(document.qualifyingApm?.basis).toBe(basis);
    const [row] = document.pfs;
    expect([row?.qualifyingApm?.nonFacility.value, row?.qualifyingApm?.facility.value]).toEqual(["1782.77", "363.20"]);
    const { rule, inputs } = derive(document, "/pfs/0/qualifyingApm/nonFacility");
    expect(rule?.id).toBe("pfs.national-amount");
    const file = basis === "qpp-file" ? "rvu-qpp" : "rvu";
    const factor = basis === "qpp-file" ? "rvu-qpp" : undefined;
    expect(inputs.map((input) => [input.name, input.value, input.cell?.file])).toEqual([
      ["work", "7.15", file],
      ["pe", "44.89", file],
      ["mp", "1.07", file],
      ["conversionFactor", "33.5675", factor],
    ]);
    expect(release.code("22899").pfs[0]?.qualifyingApm?.nonFacility).toEqual({
      value: null,
      reason: "contractor-priced",
    });
  });

  it("has amounts in every locality", () => {
    const localities = release.json<{ rows: { locality: string }[] }>("localities.json").rows;
    const { localityAmounts } = release.json<Manifest>("manifest.json");
    const lines = decimalLines(release.json("national.json"), release.json("localities.json"), "qualifyingApm");
    expect(localityAmounts[1]).toEqual({ kind: "qualifyingApm", track: "qualifying-apm", ...decimalTotals(lines) });
    const { nonFacility = [], facility = [] } = lines.find(({ hcpcs }) => hcpcs === "22511") ?? {};
    const alabama = localities.findIndex(({ locality }) => locality === "1011200");
    // Alabama 1.000, 0.875, 0.566: (7.15 + 39.27875 + 0.60562) x 33.5675 = 47.03437 x 33.5675 = 1578.826214975
    // and (7.15 + 2.275 + 0.60562) x 33.5675 = 10.03062 x 33.5675 = 336.70283685
    expect([nonFacility[alabama], facility[alabama]]).toEqual(["1578.83", "336.70"]);
  });
});

describe("the qualifying track", () => {
  it("has no amount where CMS's QPP file lacks the row", () => {
    const { rows } = NationalDocument.parse(without.json("national.json"));
    const row = rows.find(({ hcpcs }) => hcpcs === "22862");
    // (31.81 + 22.64 + 13.45) x 33.4009 = 67.90 x 33.4009 = 2267.92111
    expect(row).toMatchObject({
      nonFacility: "2267.92",
      qualifyingApm: { nonFacility: null, facility: null },
    });
    const figure = { value: null, reason: "not-in-qpp-file" };
    expect(without.code("22862").pfs[0]?.qualifyingApm).toEqual({ nonFacility: figure, facility: figure });
  });

  it("is told apart in the manifest", () => {
    const use = ({ json }: typeof computed) =>
      json<Manifest>("manifest.json").conversionFactors.map(({ track, value, use: how }) => [track, value, how]);
    expect(use(computed).slice(0, 2)).toEqual([
      ["non-qualifying-apm", "33.4009", "computes-amounts"],
      ["qualifying-apm", "33.5675", "computes-amounts"],
    ]);
  });

  it("does not exist in years with one factor for all", async () => {
    const earlier = await build("2025A", {});
    expect(earlier.json<Manifest>("manifest.json").localityAmounts.map(({ kind }) => kind)).toEqual(["feeSchedule"]);
    expect(NationalDocument.parse(earlier.json("national.json")).qualifyingApm).toBeUndefined();
    expect(earlier.code("22511").qualifyingApm).toBeUndefined();
  });
});
