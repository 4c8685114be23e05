import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataModule } from "../../pipelines/pack/data-module.ts";
import { packageVersion } from "../../pipelines/pack/package-version.ts";
import { ClaimsDocument, ClaimsSlice } from "../../schemas/out/claims.ts";
import { ReleaseIndex } from "../../schemas/out/release-index.ts";
import { anyText } from "../support/any-text.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { filesBelow } from "../support/installed.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const NAME = ["--name", "@acme/rates"];

async function packed(...more: string[]): Promise<string> {
  const to = join(temporaryFolder(), "rates");
  expect(await ratebookHere("pack", "--to", to, ...NAME, ...more)).toMatchObject({ status: 0, stderr: "" });
  return to;
}

describe(packageVersion, () => {
  it.each([
    ["2026B", undefined, "2026.2.0"],
    ["2025D", undefined, "2025.4.0"],
    ["2024AR", undefined, "2024.1.1"],
    ["2018AR1", undefined, "2018.1.2"],
    ["2026B", 3, "2026.2.3"],
  ])("%s, revision %s, is %s", (release, revision, version) => {
    expect(packageVersion(release, revision)).toBe(version);
  });

  it("refuses a name without a quarter", () => {
    expect(() => packageVersion("next", undefined)).toThrow(/has no year and quarter/);
    expect(() => packageVersion("2025A-asc2", undefined)).toThrow(/picked revision.*--revision/s);
    expect(packageVersion("2025A-asc2", 4)).toBe("2025.1.4");
  });
});

describe(dataModule, () => {
  it("is the same document again, whatever texts are in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(anyText, fc.oneof(anyText, fc.integer())), async (document) => {
        const json = JSON.stringify(document);
        const module = `data:text/javascript,${encodeURIComponent(dataModule(json))}`;
        const { default: again } = (await import(/* @vite-ignore */ module)) as { default: object };
        expect(JSON.stringify(again)).toBe(json);
      }),
      { numRuns: 30 },
    );
  });
});

describe("ratebook pack", () => {
  it("writes a package that prices 22511 as CMS pays it, and the bytes of the build as JSON", async () => {
    const to = await packed();
    const { open, packedReleases } = await import(pathToFileURL(join(to, "index.mjs")).href);
    expect(packedReleases).toEqual(["2025A", "2026A"]);
    const release = await open("2026A");
    const ask = { code: "22511", locality: "national" };
    // 7.15 + 44.89 + 1.07 = 53.11; x 33.4009 = 1773.921799
    expect(release.rate({ ...ask, setting: "office" })).toMatchObject({ cents: 177_392, value: "1773.92" });
    expect(release.rate({ ...ask, setting: "hopd", payee: "facility" })).toMatchObject({ value: "3342.87" });
    expect(release.rate({ ...ask, setting: "asc", payee: "facility" })).toMatchObject({ value: "1644.87" });
    await expect(open("2026A", { zips: true })).rejects.toThrow(
      /this package has no 2026A\.zips; it has 2025A, 2025A\.counties, 2026A$/,
    );
    for (const [ours, built] of [
      ["2026A.json", "reader.json"],
      ["2026A.manifest.json", "manifest.json"],
    ] as const)
      expect(readFileSync(join(to, "releases", ours))).toEqual(readFileSync(join(OUT, "2026A", built)));
  });

  it("has the version of its newest release, no dependency, and every file that its exports name", async () => {
    const to = await packed("--parquet");
    const json = JSON.parse(readFileSync(join(to, "package.json"), "utf8"));
    expect(json).toMatchObject({ name: "@acme/rates", version: "2026.1.0", publishConfig: { access: "restricted" } });
    for (const field of ["dependencies", "peerDependencies", "scripts"]) expect(json).not.toHaveProperty(field);
    const named = JSON.stringify(json.exports).match(/\.\/[^"*]+\.(?:mjs|mts|json)/g) ?? [];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(to, path)))).toEqual([]);
    expect(readdirSync(join(to, "tables/year=2026/release=2026A"))).toContain("locality_amounts.parquet");
  });

  it("has the reader of claims, what it opens and how it is asked on request only", async () => {
    const [without, to] = [await packed(), await packed("--claims")];
    for (const name of ["claims", "claims.mjs", "claims.d.mts"]) {
      expect(existsSync(join(without, name))).toBe(false);
      expect(existsSync(join(to, name))).toBe(true);
    }
    const [before, after] = [without, to].map((folder) => readFileSync(join(folder, "README.md"), "utf8"));
    expect(before).not.toContain("openClaims");
    expect(after).toContain('import { openClaims } from "@acme/rates/claims";');
    const { exports } = JSON.parse(readFileSync(join(to, "package.json"), "utf8"));
    expect(exports["./claims"]).toEqual({ types: "./claims.d.mts", default: "./claims.mjs" });
    // Everything else is as it is without the option
    const others = Object.entries(filesBelow(to)).filter(([path]) => !/claims|package\.json|README/.test(path));
    expect(filesBelow(without)).toMatchObject(Object.fromEntries(others));
  });

  it("writes a folder whose documents have their shapes", async () => {
    const folder = join(await packed("--claims"), "claims");
    const json = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));
    const { slices } = ClaimsDocument.parse(json("2025A/claims.json"));
    expect(slices.length).toBeGreaterThan(0);
    for (const { path, from } of slices) expect(ClaimsSlice.parse(json(`2025A/${path}`)).from).toBe(from);
    expect(ReleaseIndex.parse(json("index.json")).releases.map(({ release }) => release)).toEqual(["2025A", "2026A"]);
  });

  it("says whose the codes are, on the terminal and in the package", async () => {
    const to = temporaryFolder();
    const { stdout } = await ratebookHere("pack", "--to", to, ...NAME, "--release", "2026A");
    expect(stdout).toMatch(/^@acme\/rates 2026\.1\.0 {2}2026A {2}[\d,]+ bytes in /);
    expect(stdout.match(/American Medical Association/g)).toHaveLength(1);
    const notice = readFileSync(join(to, "NOTICE.md"), "utf8");
    expect(notice).toContain("American Medical Association");
    expect(notice).toContain("FARS/DFARS");
    expect(readFileSync(join(to, "LICENSE"), "utf8")).toContain("Apache License");
  });

  it("writes the same bytes twice, and replaces its own package", async () => {
    const to = await packed();
    const before = filesBelow(to);
    expect((await ratebookHere("pack", "--to", to, ...NAME)).status).toBe(0);
    expect(filesBelow(to)).toEqual(before);
    expect(readdirSync(join(to, ".."))).toEqual(["rates"]);
  });

  it("leaves a folder alone that it did not write", async () => {
    const to = temporaryFolder();
    mkdirSync(join(to, "mine"));
    writeFileSync(join(to, "package.json"), '{"name": "mine"}');
    const { status, stderr } = await ratebookHere("pack", "--to", to, ...NAME);
    expect([status, stderr]).toEqual([2, expect.stringContaining("has files that ratebook did not write")]);
    expect(readdirSync(to).sort()).toEqual(["mine", "package.json"]);
  });

  it.each([
    [["--name", "Acme Rates"], 2, /"Acme Rates" is not a name of a package/],
    [[...NAME, "--revision", "one"], 2, /"one" is not a whole number/],
    [[...NAME, "--release", "2031A"], 3, /2031A/],
    [[...NAME, "--out", "nowhere"], 3, /no release has been built there/],
  ])("says what is wrong with %s", async (args, code, message) => {
    const to = join(temporaryFolder(), "rates");
    const { status, stderr } = await ratebookHere("pack", "--to", to, ...args);
    expect([status, stderr, existsSync(to)]).toEqual([code, expect.stringMatching(message), false]);
  });
});
