import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ratebook } from "../support/command.ts";
import { ProjectCopy } from "../support/project-copy.ts";

const CACHE = fileURLToPath(new URL("../../.cache/ratebook/", import.meta.url));

describe("the bundle", () => {
  it("serves a copy of the folder, and is made again for another source", () => {
    expect(ratebook(["--version"]).status).toBe(0);
    const copy = new ProjectCopy();
    const cache = join(copy.folder, ".cache/ratebook");
    const namesOf = (files: readonly string[]) =>
      new Set(files.filter((file) => file.endsWith(".cjs")).map((file) => file.slice(0, 16)));
    const version = () => copy.run("node scripts/ratebook.mjs --version").stdout.trim();
    expect(version()).toMatch(/^\d/);
    expect(namesOf(readdirSync(cache))).toEqual(namesOf(readdirSync(CACHE)));

    const entry = readdirSync(cache).find((name) => /^[0-9a-f]+\.cjs$/.test(name)) ?? "";
    const compiled = readdirSync(cache).filter((name) => name.startsWith(`${entry}.`) && name !== entry);
    expect(compiled.length).toBeGreaterThan(0);
    for (const name of compiled) writeFileSync(join(cache, name), "not what V8 compiled");
    expect(version()).toMatch(/^\d/);
    const sizes = compiled.map((name) => readFileSync(join(cache, name)).length);
    expect(Math.max(...sizes)).toBeGreaterThan(1000);

    appendFileSync(join(copy.folder, "scripts/main.ts"), 'process.stdout.write("changed ");\n');
    expect(version()).toMatch(/^changed \d/);
    expect(readdirSync(cache)).not.toContain(entry);
  });
});
