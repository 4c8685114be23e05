import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { faultsIn } from "../../tools/dependencies/faults.ts";
import { type Inventory, takeStock } from "../../tools/dependencies/inventory.ts";
import { licenceTaken } from "../../tools/dependencies/licence.ts";
import { dependencyMarkdown } from "../../tools/dependencies/report.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { STOCK } from "../support/stock.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LOCKFILE = readFileSync(join(ROOT, "package-lock.json"), "utf8");

interface Locked {
  readonly version: string;
  readonly dev?: true;
}
const LOCKED: readonly [string, Locked][] = Object.entries<Locked>(JSON.parse(LOCKFILE).packages).slice(1);

/** The stock with the first package of a name changed. */
function withRuntime(name: string, change: object): Inventory {
  return { ...STOCK, runtime: STOCK.runtime.map((each) => (each.name === name ? { ...each, ...change } : each)) };
}

function asking(change: Partial<Inventory["packageJson"]>): Inventory {
  return { ...STOCK, packageJson: { ...STOCK.packageJson, ...change } };
}

/** A project that asks for something else than we do, with our lockfile. */
function projectWith(from: string, to: string): string {
  const folder = temporaryFolder();
  const packageJson = readFileSync(join(ROOT, "package.json"), "utf8");
  writeFileSync(join(folder, "package.json"), packageJson.replace(from, to));
  writeFileSync(join(folder, "package-lock.json"), LOCKFILE);
  writeFileSync(join(folder, "dependencies.json"), readFileSync(join(ROOT, "dependencies.json")));
  return folder;
}

describe("our dependencies", () => {
  it("are pinned exactly, each with a reason and a licence that we take", () => {
    expect(faultsIn(STOCK)).toEqual([]);
  });

  it("run nothing when they are installed", () => {
    expect(STOCK.runtime.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
    expect(STOCK.development.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual([
      "esbuild",
    ]);
  });

  it("are what the lockfile does not call development", () => {
    const runtime = LOCKED.filter(([, { dev }]) => dev !== true);
    const names = runtime.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`);
    expect(STOCK.runtime.map(({ name, version }) => `${name} ${version}`).sort()).toEqual([...new Set(names)].sort());
  });

  it("are locked by hash, and by no host that they came from", () => {
    expect(LOCKFILE).not.toContain('"resolved"');
    expect(LOCKFILE.match(/"integrity"/g)).toHaveLength(LOCKED.length);
  });

  it("are listed in docs/dependencies.md as they are; `npm run dependencies -- --write` writes it", () => {
    expect(readFileSync(`${ROOT}/docs/dependencies.md`, "utf8")).toBe(dependencyMarkdown(STOCK));
  });

  it("are listed with the reasons, and what they were lifted to", () => {
    const text = dependencyMarkdown(STOCK);
    expect(text).toMatch(/^\| exceljs +\| 4\.4\.0 +\| MIT +\| rate sheets as workbooks/m);
    expect(text).toMatch(/^\| uuid +\| exceljs +\| 11\.1\.1 +\| .*GHSA-w5hq-g745-h8pq/m);
  });
});

describe(takeStock, () => {
  it.each([
    ['"zod": "4.6.7"', '"zod": "4.6.6"', /invalid: zod@4\.6\.7, 4\.6\.6 required by ratebook/],
    ['"uuid": "11.1.1"', '"uuid": "11.1.0"', /invalid: uuid@11\.1\.1, 11\.1\.0 required by exceljs/],
    ['"zod"', '"not-locked": "1.0.0", "zod"', /missing: not-locked@1\.0\.0/],
  ])("throws when package.json asks for other versions than were locked: %s", (from, to, says) => {
    expect(() => takeStock(projectWith(from, to))).toThrow(says);
  });
});

describe(faultsIn, () => {
  const { dependencies, overrides } = STOCK.packageJson;
  const { exceljs: lifted = {} } = overrides;

  it.each([
    [withRuntime("lie", { licence: undefined }), "lie 3.3.0 has no licence"],
    [withRuntime("lie", { licence: "GPL-3.0-only" }), "lie 3.3.0 has the licence GPL-3.0-only, which we do not accept"],
    [withRuntime("zod", { hasInstallScript: true }), "zod 4.6.7 runs a script when it is installed"],
    [
      asking({ overrides: { exceljs: { ...lifted, tmp: "0.2.7" } } }),
      "tmp, among overrides of exceljs, has no reason in dependencies.json",
    ],
    [
      asking({ dependencies: { ...dependencies, lie: "3.3.0" } }),
      "lie, among dependencies, has no reason in dependencies.json",
    ],
    [asking({ overrides: {} }), "exceljs has reasons for overrides in dependencies.json, and there are none"],
  ])("says what is wrong: %#", (inventory, fault) => {
    expect(faultsIn(inventory)).toEqual([fault]);
  });

  it("takes no range for a version, and no reason for nothing", () => {
    expect(faultsIn(asking({ dependencies: { ...dependencies, zod: "^4.6.7" } }))).toEqual([
      "zod is asked for as ^4.6.7 in dependencies, which is not an exact version",
    ]);
    const { zod: _, ...others } = dependencies;
    expect(faultsIn(asking({ dependencies: others }))).toEqual([
      "zod has a reason in dependencies.json, and is not among dependencies",
    ]);
  });
});

describe(licenceTaken, () => {
  it.each([
    ["MIT", "MIT"],
    ["(MIT OR GPL-3.0-or-later)", "MIT"],
    ["(MIT AND Zlib)", "MIT AND Zlib"],
    ["MIT AND GPL-3.0-only", undefined],
    ["GPL-2.0-only OR AGPL-3.0-only", undefined],
    ["(MIT OR Apache-2.0) AND (GPL-2.0-only)", undefined],
    ["UNLICENSED", undefined],
    ["", undefined],
  ])("%s: %s", (expression, taken) => {
    expect(licenceTaken(expression, STOCK.reasons.permissive)).toBe(taken);
  });
});
