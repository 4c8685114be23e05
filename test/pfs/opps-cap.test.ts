import { describe, expect, it } from "vitest";
import { derive } from "../../pipelines/answers/explain/derivation.ts";
import { CodeDocument } from "../../schemas/out/code.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { NationalDocument } from "../../schemas/out/national.ts";
import { inTurn } from "../../tools/mutations/edits.ts";
import { decimalLines, decimalTotals } from "../support/decimal-amounts.ts";
import { buildEdited, FILES_2025A } from "../support/excerpt-copy.ts";
import { CAP_77012, WITH_OPPS_CAP } from "../support/more-files.ts";

/** 77003 as contractors price it: status C with zeros, but with units for the cap; the 26 row stays as it is. */
function contractorPriced(text: string): string {
  const cells = (line: string): string[] => line.split(",");
  return text
    .split("\n")
    .map((line) => {
      if (!/^77003,(TC)?,/.test(line)) return line;
      const row = cells(line);
      row[3] = "C";
      for (const at of [5, 6, 8, 10, 11, 12]) row[at] = "0.00";
      // Technical 0.90 PE and 0.02 MP; global 0.21 + 0.90 = 1.11 and 0.03 + 0.02 = 0.05.
      row.splice(28, 3, ...(row[1] === "TC" ? ["0.90", "0.90", "0.02"] : ["1.11", "1.11", "0.05"]));
      return row.join(",");
    })
    .join("\n");
}

const edits = { ...WITH_OPPS_CAP.edits, [FILES_2025A.rvu]: inTurn(CAP_77012, contractorPriced) };
const { outputs, problems, book } = await buildEdited("2025A", edits, undefined, {
  ...WITH_OPPS_CAP.build,
  codes: ["77003", "77012", "22511"],
});
const files = new Map(Array.from(outputs, (file) => [file.path, Buffer.from(file.bytes).toString("utf8")]));
const documentOf = (code: string): CodeDocument =>
  CodeDocument.parse(JSON.parse(files.get(`codes/${code}.json`) ?? ""));

/** Every leaf below a figure: name of the input and its printed cell. */
function cellsBehind(document: CodeDocument, pointer: string): Record<string, string | undefined> {
  const leaves = (node: ReturnType<typeof derive>): [string, string | undefined][] =>
    node.inputs.length === 0 ? [[node.name, node.cell?.printed]] : node.inputs.flatMap(leaves);
  return Object.fromEntries(leaves(derive(document, pointer)));
}

describe("the OPPS cap of a priced imaging service", () => {
  const [global, technical, professional] = documentOf("77012").pfs;

  it("caps the technical component and the global, not the professional component", () => {
    expect(problems).toEqual([]);
    expect([global?.modifier, technical?.modifier, professional?.modifier]).toEqual(["", "TC", "26"]);
    // (0.00 + 1.20 + 0.01) x 32.3465 = 39.139265; (1.50 + 1.68 + 0.09) x 32.3465 = 105.773055
    expect(technical?.oppsCap?.capped).toMatchObject({ nonFacility: { value: "39.14" }, facility: { value: "39.14" } });
    expect(global?.oppsCap?.capped).toMatchObject({ nonFacility: { value: "105.77" }, facility: { value: "105.77" } });
    expect(professional?.oppsCap).toBeUndefined();
  });

  it("leaves the main amounts uncapped and says what is payable", () => {
    // 1.72 x 32.3465 = 55.63598; 3.78 x 32.3465 = 122.26977
    expect(technical?.national.nonFacility.value).toBe("55.64");
    expect(global?.national.nonFacility.value).toBe("122.27");
    expect(technical?.oppsCap?.payable.nonFacility.value).toBe("39.14");
    expect(global?.oppsCap?.payable.nonFacility.value).toBe("105.77");
  });

  it("takes the limiting charge of what is payable", () => {
    // 39.139265 x 1.0925 = 42.7596470125; 105.773055 x 1.0925 = 115.5570625875, and of 105.77 it would be 115.55
    // 26 row: 2.06 x 32.3465 = 66.63379, x 1.0925 = 72.797415575
    expect(technical?.national.limitingCharge.nonFacility.value).toBe("42.76");
    expect(global?.national.limitingCharge.nonFacility.value).toBe("115.56");
    expect(professional?.national.nonFacility.value).toBe("66.63");
    expect(professional?.national.limitingCharge.nonFacility.value).toBe("72.80");
  });

  it("leads to the cells of what is payable, and shows what is rounded", () => {
    const { unrounded } = derive(documentOf("77012"), "/pfs/0/national/limitingCharge/nonFacility");
    expect(unrounded).toBe("115.5570625875");
    expect(cellsBehind(documentOf("77012"), "/pfs/1/national/limitingCharge/nonFacility")).toEqual({
      work: "0.00",
      pe: "1.20",
      mp: "0.01",
      conversionFactor: "32.3465",
    });
    expect(cellsBehind(documentOf("77012"), "/pfs/2/national/limitingCharge/nonFacility")["pe"]).not.toBe("0.00");
  });

  it("leads to the cells of the cap", () => {
    expect(cellsBehind(documentOf("77012"), "/pfs/1/oppsCap/capped/facility")).toEqual({
      work: "0.00",
      pe: "1.20",
      mp: "0.01",
      conversionFactor: "32.3465",
    });
  });
});

describe("the OPPS cap of a service that contractors price", () => {
  const document = documentOf("77003");
  const [global, technical] = document.pfs;

  it("is the cap alone for the technical component, and for the global the cap with the 26 row's work", () => {
    // (0.90 + 0.02) x 32.3465 = 29.75878; (0.60 + 0.21 + 0.90 + 0.03 + 0.02) x 32.3465 = 1.76 x 32.3465 = 56.92984
    expect(technical?.oppsCap?.capped.nonFacility.value).toBe("29.76");
    expect(global?.oppsCap?.capped.nonFacility.value).toBe("56.93");
    expect(cellsBehind(document, "/pfs/0/oppsCap/capped/nonFacility")).toEqual({
      work: "0.60",
      pe: "1.11",
      mp: "0.05",
      conversionFactor: "32.3465",
    });
  });

  it("has no payable amount, because the contractor's price is not known", () => {
    const none = { value: null, reason: "contractor-priced" };
    expect(global?.oppsCap?.payable).toEqual({ nonFacility: none, facility: none });
    expect(global?.national.limitingCharge).toEqual({ nonFacility: none, facility: none });
  });
});

describe("what is published of the OPPS cap", () => {
  it("is counted and hashed in the manifest, for every locality", () => {
    const [national, localities] = ["national.json", "localities.json"].map((name) =>
      JSON.parse(files.get(name) ?? ""),
    );
    const manifest = JSON.parse(files.get("manifest.json") ?? "") as Manifest;
    const lines = decimalLines(national, localities, "oppsCap");
    expect(lines.map(({ hcpcs, modifier }) => `${hcpcs} ${modifier}`.trim())).toEqual([
      "77003",
      "77003 TC",
      "77012",
      "77012 TC",
    ]);
    const { kind, track, ...totals } = manifest.localityAmounts.find((each) => each.kind === "oppsCap") ?? {};
    expect([kind, track]).toEqual(["oppsCap", "all-clinicians"]);
    expect(totals).toEqual(decimalTotals(lines));
    // Alabama and Los Angeles as in test/support/more-files.ts.
    const at = (key: string) => localities.rows.findIndex(({ locality }: { locality: string }) => locality === key);
    const amounts = lines.at(-1)?.nonFacility;
    expect([amounts?.[at("1011200")], amounts?.[at("0118218")]]).toEqual(["33.92", "46.57"]);
  });

  it("stands in national.json beside the uncapped amount", () => {
    const { rows } = NationalDocument.parse(JSON.parse(files.get("national.json") ?? ""));
    const capped = rows.filter((row) => row.oppsCap !== undefined);
    expect(
      capped.map(({ hcpcs, modifier, nonFacility, oppsCap }) => [hcpcs + modifier, nonFacility, oppsCap?.nonFacility]),
    ).toEqual([
      ["77003", null, "56.93"],
      ["77003TC", null, "29.76"],
      ["77012", "122.27", "105.77"],
      ["77012TC", "55.64", "39.14"],
    ]);
    // The units beside the amounts: of a global that contractors price the work is the 26 row's.
    expect(capped[0]?.oppsCap).toMatchObject({ workRvu: "0.60", nonFacilityPeRvu: "1.11", mpRvu: "0.05" });
  });

  it("is left out where no row has cap units", async () => {
    const plain = await buildEdited("2025A", {}, undefined, { codes: ["22511"] });
    const manifest = [...plain.outputs].find(({ path }) => path === "manifest.json");
    const { localityAmounts } = JSON.parse(Buffer.from(manifest?.bytes ?? []).toString("utf8")) as Manifest;
    expect(localityAmounts.map(({ kind }) => kind)).toEqual(["feeSchedule"]);
    expect(documentOf("22511").pfs[0]?.oppsCap).toBeUndefined();
    expect(book.oppsCap?.national.rows).toHaveLength(4);
  });
});
