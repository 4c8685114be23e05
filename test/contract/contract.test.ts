import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { shapeOfPath } from "../../schemas/out/paths.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { ratebookHere } from "../support/in-process.ts";

/** A consumer of an earlier minor version, who has its JSON Schemas and another validator than ours. */

const HERE = fileURLToPath(new URL(".", import.meta.url));
const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const [MAJOR = ""] = SCHEMA_VERSION.split(".");
const KEPT = readdirSync(HERE).filter((name) => name.startsWith(`shapes-${MAJOR}.`));

function validators(kept: string): Map<string, ValidateFunction> {
  const schemas = JSON.parse(readFileSync(join(HERE, kept), "utf8")) as Record<string, object>;
  const ajv = new Ajv2020({ validateFormats: false, allErrors: false });
  return new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
}

/** Every document of `out/`, and what commands print as JSON, with the names of their shapes. */
async function documents(): Promise<[shape: string, document: object][]> {
  const paths = readdirSync(OUT, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json"));
  const built = paths.map((path): [string, object] => {
    const inside = path.replaceAll("\\", "/").replace(/^\d{4}[A-Z]\//, "");
    const shape = path === "index.json" ? "index" : (shapeOfPath(inside) ?? "");
    return [shape, JSON.parse(readFileSync(join(OUT, path), "utf8")) as object];
  });
  const commands = {
    rate: ["rate", "22511", "--locality", "0111205"],
    timeline: ["timeline", "22511"],
    diff: ["diff", "2025A", "2026A"],
  };
  // One after the other: all of them write to the output of this process.
  for (const [shape, args] of Object.entries(commands)) {
    const { stdout } = await ratebookHere(...args, "--json");
    built.push([shape, JSON.parse(stdout) as object]);
  }
  return built;
}

describe.each(KEPT)("a consumer written for %s", (kept) => {
  const known = validators(kept);

  it("still validates every document", async () => {
    const all = await documents();
    expect(new Set(all.map(([shape]) => shape)).size).toBeGreaterThan(15);
    const refused = all.filter(([shape, document]) => known.get(shape)?.(document) === false);
    expect(refused.map(([shape]) => [shape, known.get(shape)?.errors])).toEqual([]);
  });

  it("ignores a field that a later minor version adds, and misses one that is gone", async () => {
    const [, rate] = (await documents()).find(([shape]) => shape === "rate") ?? [];
    const valid = (document: object) => known.get("rate")?.(document);
    expect(valid({ ...rate, added: 1 })).toBe(true);
    expect(valid({ ...rate, settings: undefined })).toBe(false);
    expect(valid({ ...rate, hcpcs: 22511 })).toBe(false);
  });
});

describe("the JSON Schemas", () => {
  it("are kept for the first version of these shapes", () => expect(KEPT).toContain(`shapes-${MAJOR}.0.0.json`));

  it("have an address inside the package that leads to them", () => {
    const folder = fileURLToPath(new URL("../../schemas/json/", import.meta.url));
    for (const name of readdirSync(folder)) {
      const { $id } = JSON.parse(readFileSync(join(folder, name), "utf8")) as { $id: string };
      expect(fileURLToPath(import.meta.resolve($id))).toBe(join(folder, name));
    }
  });
});
