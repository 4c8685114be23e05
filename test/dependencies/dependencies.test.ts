import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { faultsIn } from "../../scripts/dependencies/faults.ts";
import { type Inventory, takeStock } from "../../scripts/dependencies/inventory.ts";
import { licenceTaken } from "../../scripts/dependencies/licence.ts";
import { dependencyLines, dependencyMarkdown } from "../../scripts/dependencies/report.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STOCK = takeStock(ROOT);

/** The stock with the first package of a name changed. */
function withRuntime(name: string, change: object): Inventory {
  return { ...STOCK, runtime: STOCK.runtime.map((each) => (each.name === name ? { ...each, ...change } : each)) };
}

function asking(change: Partial<Inventory["packageJson"]>): Inventory {
  return { ...STOCK, packageJson: { ...STOCK.packageJson, ...change } };
}

describe("our dependencies", () => {
  it("are pinned exactly, as locked, each with a reason and a licence that we take", () => {
    expect(faultsIn(STOCK)).toEqual([]);
  });

  it("run nothing when they are installed", () => {
    expect(STOCK.runtime.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  });

  it("are locked by hash, and by no host that they came from", () => {
    const lockfile = readFileSync(`${ROOT}/package-lock.json`, "utf8");
    expect(lockfile).not.toContain('"resolved"');
    expect(lockfile.match(/"integrity"/g)).toHaveLength(Object.keys(STOCK.packages).length - 1);
  });

  it("stand in DEPENDENCIES.md as they are; `npm run dependencies -- --write` writes it", () => {
    expect(readFileSync(`${ROOT}/DEPENDENCIES.md`, "utf8")).toBe(dependencyMarkdown(STOCK));
  });

  it("are listed with who needs them and what they were lifted from", () => {
    const text = dependencyLines(STOCK).join("\n");
    expect(text).toMatch(/^ {2}exceljs +4\.4\.0 +MIT +tests: the reader of workbooks/m);
    expect(text).toMatch(/^ {2}xmlchars +2\.2\.0 +MIT +saxes$/m);
    expect(text).toMatch(/^ {2}uuid +exceljs +\^8\.3\.0 +11\.1\.1 +.*GHSA-w5hq-g745-h8pq/m);
  });
});

describe(faultsIn, () => {
  const { dependencies, overrides } = STOCK.packageJson;
  const { exceljs: lifted = {} } = overrides;

  it.each([
    [withRuntime("lie", { licence: undefined }), "lie 3.3.0 has no licence"],
    [
      withRuntime("lie", { licence: "GPL-3.0-only" }),
      "lie 3.3.0 has the licence GPL-3.0-only, which is none that we take",
    ],
    [withRuntime("lie", { neededBy: [] }), "lie 3.3.0 is needed by nothing"],
    [withRuntime("zod", { hasInstallScript: true }), "zod 4.6.7 wants to run a script when it is installed"],
    [
      asking({ overrides: { exceljs: { ...lifted, uuid: "11.1.0" } } }),
      "uuid is asked for as 11.1.0 and locked as 11.1.1",
    ],
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
      "zod is asked for as ^4.6.7 in dependencies, which is no exact version",
      "zod is asked for as ^4.6.7 and locked as 4.6.7",
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
