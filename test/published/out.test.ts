import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { atPointer } from "../../pipelines/answers/explain/pointer.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { readDelimited } from "../../pipelines/tables/csv.ts";
import type { CodeDocument } from "../../schemas/out/code.ts";
import { DOCUMENTS } from "../../schemas/out/documents.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { NationalDocument } from "../../schemas/out/national.ts";
import { shapeOfPath } from "../../schemas/out/paths.ts";
import { decimalLines, decimalTotals, figuresIn } from "../support/decimal-amounts.ts";

/** Proves the committed out/ without the code that wrote it: by decimal.js from the cells of the excerpts. */
const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const RELEASES = ["2025A", "2026A"];
const FAMILY = ["22510", "22511", "22512", "22513", "22514", "22515"];

const bytesOf = (...path: string[]): Buffer => readFileSync(join(OUT, ...path));
const jsonOf = <T>(...path: string[]): T => JSON.parse(bytesOf(...path).toString("utf8")) as T;
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function filesIn(release: string): string[] {
  const entries = readdirSync(join(OUT, release), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(join(OUT, release).length + 1)).sort();
}

function halfUp(amount: Decimal): string {
  return amount.toFixed(2, Decimal.ROUND_HALF_UP);
}

/** What each rule computes, said again in decimals. */
const RULES: Readonly<Record<string, (input: (name: string) => Decimal, names: string[]) => string>> = {
  "pfs.national-amount": (input) =>
    halfUp(input("work").plus(input("pe")).plus(input("mp")).times(input("conversionFactor"))),
  "pfs.locality-amount": (input) =>
    halfUp(
      input("work")
        .times(input("workGpci"))
        .plus(input("pe").times(input("peGpci")))
        .plus(input("mp").times(input("mpGpci")))
        .times(input("conversionFactor")),
    ),
  "pfs.limiting-charge": (input) =>
    halfUp(input("work").plus(input("pe")).plus(input("mp")).times(input("conversionFactor")).times("1.0925")),
  // Claims Processing Manual, chapter 12: sections 40.7 (both sides), 40.8 (co-surgeons), 20.4.3 (assistants), 40.4 (parts)
  "pfs.bilateral": (input) =>
    halfUp(input("amount").times(["1", "1.5", "1", "2"][input("bilateralSurgery").toNumber()] ?? Number.NaN)),
  "pfs.co-surgeon": (input) => halfUp(input("amount").times("0.625")),
  "pfs.assistant-physician": (input) => halfUp(input("amount").times("0.16")),
  "pfs.assistant-not-physician": (input) => halfUp(input("amount").times("0.16").times("0.85")),
  "pfs.surgical-care-only": (input) => halfUp(input("amount").times(input("preOp").plus(input("intraOp")))),
  "pfs.postoperative-care-only": (input) => halfUp(input("amount").times(input("postOp"))),
  "pfs.preoperative-care-only": (input) => halfUp(input("amount").times(input("preOp"))),
  "pfs.return-to-operating-room": (input) => halfUp(input("amount").times(input("intraOp"))),
  "pfs.qualifying-apm-factor": () => "33.5675",
  "site.facility-plus-physician": (input, [rate = ""]) => input("facility").plus(input(rate)).toFixed(2),
};

interface Node {
  readonly value?: string | null;
  readonly reason?: string;
  readonly rule?: string;
  readonly ref?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly because?: string;
  readonly cell?: { file: string; row: number; column: string; printed: string };
}

function nodesIn(value: unknown, path = ""): [string, Node][] {
  if (typeof value !== "object" || value === null) return [];
  const here: [string, Node][] = "value" in value ? [[path, value as Node]] : [];
  return [...here, ...Object.entries(value).flatMap(([key, each]) => nodesIn(each, `${path}/${key}`))];
}

function valueAt(document: unknown, pointer: string): Decimal {
  const node = atPointer(document, pointer) as Node | undefined;
  if (typeof node?.value !== "string") throw new Error(`${pointer} leads to no value`);
  return new Decimal(node.value);
}

function recompute(document: unknown, rule: string, inputs: Readonly<Record<string, string>>): string | undefined {
  return RULES[rule]?.((name) => valueAt(document, inputs[name] ?? `no input ${name}`), Object.keys(inputs));
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

async function gridsOf(release: string, document: CodeDocument): Promise<Grids> {
  const folder = embeddedFolder(release);
  const entries = Object.entries(document.files).map(async ([id, file]) => {
    const bytes = readFileSync(join(folder, file.name));
    expect(sha256(bytes)).toBe(file.sha256);
    return [id, (await readDelimited(bytes, file.name)).rows] as const;
  });
  return new Map(await Promise.all(entries));
}

type Grids = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Digits of a number without dollar sign, commas and trailing zeros, so that "$1,644.87 " and "1644.87" agree. */
function bare(text: string): string {
  const digits = text.replace(/[$,\s]/g, "");
  return digits.includes(".") ? digits.replace(/\.?0*$/, "") : digits;
}

function proveCell(path: string, { cell, value }: Node, grids: Grids): void {
  const printed = cell?.printed ?? "";
  expect([path, grids.get(cell?.file ?? "")?.[(cell?.row ?? 0) - 1]?.[columnIndex(cell?.column ?? "")]]).toEqual([
    path,
    printed,
  ]);
  if (value === null) expect([path, printed]).toEqual([path, expect.stringMatching(/^[\s.0$]*$/)]);
  else expect([path, bare(printed)]).toEqual([path, bare(String(value))]);
}

/** A reason is a word, and points to the figure that decides it unless its own cell or a missing source does. */
function proveReason(path: string, { value, reason, because, cell }: Node, document: CodeDocument): void {
  expect([path, value, reason]).toEqual([path, null, expect.stringMatching(/^[a-z][a-z-]+$/)]);
  if (because !== undefined) expect([path, atPointer(document, because)]).toEqual([path, expect.anything()]);
  else
    expect([path, cell !== undefined || /^(not-in|no-such)-|^contractor-decides$/.test(reason ?? "")]).toEqual([
      path,
      true,
    ]);
}

/** Proves one figure by what it says of itself, and names the kind. */
function proveNode(path: string, node: Node, document: CodeDocument, grids: Grids): "cell" | "rule" | "ref" | "reason" {
  if (node.cell !== undefined) proveCell(path, node, grids);
  if (node.value === null) {
    proveReason(path, node, document);
    return "reason";
  }
  if (node.cell !== undefined) {
    return "cell";
  }
  if (node.rule !== undefined) {
    expect([path, recompute(document, node.rule, node.inputs ?? {})]).toEqual([path, node.value]);
    return "rule";
  }
  if (node.ref !== undefined) {
    expect([path, valueAt(document, node.ref).eq(String(node.value))]).toEqual([path, true]);
    return "ref";
  }
  throw new Error(`${path} says nothing of where it comes from`);
}

describe.each(RELEASES)("out/%s", (release) => {
  const manifest = jsonOf<Manifest>(release, "manifest.json");

  it("is what its manifest says, file by file", () => {
    const aboutIt = ["manifest.json", "attestation.intoto.json"];
    const written = filesIn(release).filter((path) => !aboutIt.includes(path));
    expect(manifest.outputs.map((output) => output.path).sort()).toEqual(written);
    for (const { path, bytes, sha256: hash } of manifest.outputs) {
      expect([path, bytesOf(release, path).length, sha256(bytesOf(release, path))]).toEqual([path, bytes, hash]);
    }
  });

  it("fits its published schemas", () => {
    for (const path of filesIn(release).filter((name) => name.endsWith(".json"))) {
      const schema = DOCUMENTS[shapeOfPath(path) ?? ""];
      expect([path, schema?.safeParse(jsonOf(release, path)).error]).toEqual([path, undefined]);
    }
  });

  it("holds no float: every number is a count, a row, a size or a position", () => {
    const text = filesIn(release).map((path) =>
      bytesOf(release, path)
        .toString("utf8")
        .replace(/"(?:[^"\\]|\\.)*"/g, ""),
    );
    expect(text.filter((each) => /\d\.\d/.test(each))).toEqual([]);
  });

  it("has a document for each code of the family", () => {
    expect(filesIn(release).filter((path) => path.startsWith("codes/"))).toEqual(
      FAMILY.map((code) => `codes/${code}.json`),
    );
  });

  it.each(FAMILY)("%s: every cell stands in the file as printed, every rule computes its value", async (code) => {
    const document = jsonOf<CodeDocument>(release, "codes", `${code}.json`);
    const grids = await gridsOf(release, document);
    const nodes = nodesIn(document);
    const kinds = nodes.map(([path, node]) => proveNode(path, node, document, grids));
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;
    expect(count("cell")).toBeGreaterThan(300);
    expect(count("rule")).toBeGreaterThanOrEqual(2);
    expect(count("ref")).toBeGreaterThanOrEqual(3);
  });

  it.each(FAMILY)("%s: all locality amounts follow from their cells", (code) => {
    const document = jsonOf<CodeDocument>(release, "codes", `${code}.json`);
    const amounts = document.pfs[0]?.localityAmounts;
    expect(amounts?.rows).toHaveLength(109);
    amounts?.rows.forEach((row, index) => {
      expect(row.locality).toBe(document.localities[index]?.locality);
      for (const setting of ["nonFacility", "facility"] as const) {
        const { rule, inputs } = amounts[setting];
        const here = Object.entries(inputs).map(([name, pointer]) => [name, pointer.replace("{i}", String(index))]);
        expect(recompute(document, rule, Object.fromEntries(here))).toBe(row[setting]);
      }
    });
  });

  it("says of the amounts in every locality what RVUs and GPCIs give", () => {
    const [national, localities] = figuresIn(join(OUT, release));
    const { localityAmounts } = jsonOf<Manifest>(release, "manifest.json");
    expect(localityAmounts.length).toBeGreaterThan(0);
    for (const { kind, track: _, ...totals } of localityAmounts)
      expect(totals).toEqual(decimalTotals(decimalLines(national, localities, kind)));
  });

  it("gives rows without a price a reason and no amount, never $0.00", () => {
    const { rows, conversionFactor } = NationalDocument.parse(jsonOf(release, "national.json"));
    const states = Object.fromEntries(rows.map((row) => [`${row.hcpcs} ${row.modifier}`.trim(), row.priceState]));
    expect(states).toMatchObject({
      "22511": "priced",
      "22526": "not-covered",
      "22841": "bundled",
      "22862": "priced",
      "22899": "contractor-priced",
      "77002 26": "priced",
    });
    for (const row of rows) {
      const amounts = [row.nonFacility, row.facility];
      if (row.priceState !== "priced") expect([row.hcpcs, ...amounts]).toEqual([row.hcpcs, null, null]);
      else {
        const sum = (pe: string): string =>
          halfUp(new Decimal(row.workRvu).plus(pe).plus(row.mpRvu).times(conversionFactor.value));
        expect([row.hcpcs, ...amounts]).toEqual([row.hcpcs, sum(row.nonFacilityPeRvu), sum(row.facilityPeRvu)]);
      }
    }
    expect(rows.some((row) => row.nonFacility === "0.00")).toBe(false);
  });
});

describe("22511 in January 2026", () => {
  const document = jsonOf<CodeDocument>("2026A", "codes", "22511.json");

  it("is what CMS pays", () => {
    const rvus = document.pfs[0]?.rvus;
    expect([rvus?.work.value, rvus?.nonFacilityPe.value, rvus?.mp.value, rvus?.nonFacilityTotal.value]).toEqual([
      "7.15",
      "44.89",
      "1.07",
      "53.11",
    ]);
    expect(document.conversionFactor).toMatchObject({ value: "33.4009", track: "non-qualifying-apm" });
    expect(document.siteOfService.office.nonFacility.value).toBe("1773.92");
    expect(document.siteOfService.hopd.oppsRate.value).toBe("3342.87");
    expect(document.siteOfService.asc.ascRate.value).toBe("1644.87");
    expect(document.siteOfService.hopd.facility.value).toBe("361.40");
    // 3342.87 + 361.40 and 1644.87 + 361.40
    expect(document.siteOfService.hopd.total.value).toBe("3704.27");
    expect(document.siteOfService.asc.total.value).toBe("2006.27");
    expect(document.opps?.apc.value).toBe("5113");
    expect(document.asc?.paymentIndicator.value).toBe("G2");
    expect(document.pfs[0]?.indicators["globalDays"]?.value).toBe("010");
    expect(document.region).toMatchObject({ region: "Spine" });
  });

  it("has no facility payment for its add-on, which is packaged", () => {
    const addOn = jsonOf<CodeDocument>("2026A", "codes", "22512.json").siteOfService;
    expect(addOn.hopd.oppsRate).toEqual({ value: null, reason: "packaged", because: "/opps/statusIndicator" });
    expect(addOn.asc.ascRate).toEqual({ value: null, reason: "packaged", because: "/asc/paymentIndicator" });
    expect(addOn.hopd.total).toMatchObject({ reason: "facility-packaged", because: "/siteOfService/hopd/oppsRate" });
    expect(addOn.hopd.facility.value).toBe("181.37");
  });
});
