import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BUNDLE } from "../../scripts/program/bundle-files.ts";
import { ratebook } from "../support/command.ts";
import { ROOT } from "../support/documents.ts";

const CACHE = join(ROOT, BUNDLE);

const textOf = (name: string): string => readFileSync(join(CACHE, name), "utf8");

/** A file of the bundle, and what it imports at its top. */
function loadedWith(name: string): string[] {
  const loaded = new Set([name]);
  for (const each of loaded) {
    const imports = textOf(each).matchAll(/^(?:var \w+ = )?require\("\.\/(.+\.cjs)"\);$/gm);
    for (const [, imported] of imports) loaded.add(imported ?? "");
  }
  return [...loaded];
}

/** Modules of packages in files of the bundle, by their paths. */
function packagesIn(names: readonly string[]): string[] {
  const modules = names.flatMap((name) => [...textOf(name).matchAll(/^\/\/ node_modules\/(.+)$/gm)]);
  return modules.map(([, path]) => path ?? "");
}

describe("what is loaded before a command runs", () => {
  it("is for a look-up neither what validates nor what builds", () => {
    expect(ratebook(["--version"]).status).toBe(0);
    const entry = readdirSync(CACHE).find((name) => /^[0-9a-f]+\.cjs$/.test(name)) ?? "";
    const files = loadedWith(entry);
    expect(files.length).toBeGreaterThan(1);
    expect(files.map(textOf).join("\n")).toContain("// scripts/commands/rate.ts");
    const packages = new Set(packagesIn(files).map((path) => path.split("/")[0]));
    expect([...packages].sort()).toEqual(["commander", "fastest-levenshtein", "picocolors"]);
  });

  it("leaves out what draws pages, reads workbooks and speaks other languages for every other command", () => {
    const all = readdirSync(CACHE).filter(
      (name) => name.endsWith(".cjs") && textOf(name).includes("// scripts/program/all-programs.ts"),
    );
    const paths = packagesIn(all.flatMap(loadedWith));
    expect(paths).toContain("decimal.js/decimal.mjs");
    expect(paths.filter((path) => /^(@observablehq|d3-|linkedom|iconv-lite|exceljs)/.test(path))).toEqual([]);
    expect(paths.filter((path) => path.includes("zod/v4/locales/"))).toEqual(["zod/v4/locales/en.js"]);
  });
});
