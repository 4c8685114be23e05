import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ratebook } from "../support/command.ts";

const CACHE = fileURLToPath(new URL("../../.cache/ratebook/", import.meta.url));

/** The files of the bundle that are loaded before a command runs: the entry, and what it imports at its top. */
function loadedAtStart(): string[] {
  const entry = readdirSync(CACHE).find((name) => /^[0-9a-f]+\.mjs$/.test(name)) ?? "";
  const loaded = new Set([entry]);
  for (const name of loaded) {
    const text = readFileSync(join(CACHE, name), "utf8");
    for (const [, imported] of text.matchAll(/^(?:import|\} from) "\.\/(.+\.mjs)";$/gm)) loaded.add(imported ?? "");
  }
  return [...loaded];
}

describe("what is loaded before a command runs", () => {
  it("leaves out what draws pages, reads workbooks and speaks other languages", () => {
    expect(ratebook(["--version"]).status).toBe(0);
    const files = loadedAtStart();
    expect(files.length).toBeGreaterThan(1);
    const packages = files.flatMap((name) => [
      ...readFileSync(join(CACHE, name), "utf8").matchAll(/^\/\/ node_modules\/(.+)$/gm),
    ]);
    const paths = packages.map(([, path]) => path ?? "");
    expect(paths).toContain("decimal.js/decimal.mjs");
    expect(paths.filter((path) => /^(@observablehq|d3-|linkedom|iconv-lite|exceljs)/.test(path))).toEqual([]);
    expect(paths.filter((path) => path.includes("zod/v4/locales/"))).toEqual(["zod/v4/locales/en.js"]);
  });
});
