import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Package, Profile } from "datapackage";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import type { DataPackage } from "../../schemas/out/data-package.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

interface Rows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

function descriptorOf(id: string): DataPackage {
  return JSON.parse(readFileSync(join(OUT, id, "datapackage.json"), "utf8")) as DataPackage;
}

describe.each(["2025A", "2026A"])("the data package of %s", (id) => {
  it("is valid by Frictionless's own profile and library", async () => {
    const loaded = await Package.load(descriptorOf(id), { basePath: join(OUT, id) });
    expect(loaded.errors.map(String)).toEqual([]);
    expect(loaded.valid).toBe(true);
    expect(loaded.resources.map((each) => each.valid)).toEqual(loaded.resources.map(() => true));
  });

  it("would not be with a name, a hash or a field type that the profile does not know", async () => {
    const profile = await Profile.load("data-package");
    const { resources, ...rest } = descriptorOf(id);
    const withFirst = (change: object) => ({ ...rest, resources: [{ ...resources[0], ...change }] });
    expect(profile.validate({ ...rest, resources, name: "Rate Book" }).valid).toBe(false);
    expect(profile.validate(withFirst({ hash: "sha256-of-it" })).valid).toBe(false);
    expect(profile.validate(withFirst({})).valid).toBe(true);
  });

  it("has tables whose columns are what Table Schema knows", async () => {
    const profile = await Profile.load("tabular-data-resource");
    for (const { dialect: _, ...resource } of descriptorOf(id).resources.filter(({ schema }) => schema !== undefined)) {
      const table = { ...resource, profile: "tabular-data-resource" };
      expect([resource.path, profile.validate(table).errors.map(String)]).toEqual([resource.path, []]);
      const money = { ...table, schema: { fields: [{ name: "hcpcs", type: "money" }] } };
      expect([resource.path, profile.validate(money).valid]).toEqual([resource.path, false]);
    }
  });

  it("describes every document by its size and hash", () => {
    for (const { path, bytes, hash } of descriptorOf(id).resources) {
      const file = readFileSync(join(OUT, id, path));
      expect([path, file.length, `sha256:${sha256(file)}`]).toEqual([path, bytes, hash]);
    }
  });

  it("has keys that hold: no row twice, no reference that leads nowhere", () => {
    const tables = descriptorOf(id).resources.filter(({ schema }) => schema !== undefined);
    const rowsOf = new Map(
      tables.map(({ name, path }) => [name, (JSON.parse(readFileSync(join(OUT, id, path), "utf8")) as Rows).rows]),
    );
    const keysOf = (name: string, fields: readonly string[]): string[] =>
      (rowsOf.get(name) ?? []).map((row) => fields.map((field) => row[field]).join(" "));
    const references = tables.flatMap(({ schema }) => schema?.foreignKeys ?? []);
    expect(references.length).toBeGreaterThan(2);
    for (const { name, schema } of tables) {
      const keys = keysOf(name, schema?.primaryKey ?? []);
      expect([name, new Set(keys).size]).toEqual([name, keys.length]);
      for (const { fields, reference } of schema?.foreignKeys ?? []) {
        const known = new Set(keysOf(reference.resource, [reference.fields]));
        expect([name, keysOf(name, [fields]).filter((key) => !known.has(key))]).toEqual([name, []]);
      }
    }
  });

  it("names the columns that the rows of its tables really have", () => {
    const tables = descriptorOf(id).resources.filter(({ schema }) => schema !== undefined);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(["national", "opps", "asc", "localities"]));
    for (const { path, schema, dialect } of tables) {
      const text = readFileSync(join(OUT, id, path), "utf8");
      const names = new Set(schema?.fields.map(({ name }) => name));
      const rows = (JSON.parse(text) as Record<string, object[]>)[dialect?.property ?? ""];
      expect(rows?.length).toBeGreaterThan(0);
      expect([path, ...new Set(rows?.flatMap((row) => Object.keys(row).filter((key) => !names.has(key))))]).toEqual([
        path,
      ]);
    }
  });
});
