import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BIOME = fileURLToPath(new URL("../../node_modules/@biomejs/biome/bin/biome", import.meta.url));

const SCHEDULES = ["pfs", "opps", "asc", "wage"];
/** Rooms of `pipelines/` that each one may import, as ARCHITECTURE.md draws them. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  inputs: ["shared"],
  pfs: ["shared"],
  opps: ["shared"],
  asc: ["shared"],
  wage: ["shared"],
  site: ["shared", ...SCHEDULES, "book"],
  checks: ["shared", ...SCHEDULES, "site", "book"],
  publish: ["shared", ...SCHEDULES, "site", "checks", "book"],
  documents: ["shared"],
  rate: ["shared", "inputs", ...SCHEDULES, "site", "documents"],
  explain: [],
  verify: ["shared", "publish", "documents"],
  diff: ["shared", "documents"],
  words: ["shared"],
  views: ["shared", "words", "explain", "diff"],
  pages: ["shared", "words", "views"],
  portfolio: ["shared", "diff"],
  timeline: ["shared", "inputs", ...SCHEDULES, "site", "documents", "rate", "diff"],
  conformance: ["shared", "inputs", "pfs", "checks", "book", "read-release"],
};
const STEPS = ["book", "read-tables", "read-release", "build-release"];

/** The imports that the linter refuses in a file of this path, which needs no such file to be there. */
function refused(path: string, imports: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-rooms-"));
  try {
    copyFileSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), imports.map((each) => `import "${each}";\n`).join(""));
    const how = ["--only=style/noRestrictedImports", "--max-diagnostics=none", "--reporter=github"];
    const args = [BIOME, "lint", "--vcs-enabled=false", ...how, path];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const lines = [...stdout.matchAll(/noRestrictedImports,[^\n]*?,line=(\d+)/g)].map(([, line]) => Number(line));
    return lines.map((line) => imports[line - 1] ?? "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the linter", () => {
  it.each(Object.entries(MAY_IMPORT))("keeps %s to the rooms below it", (room, allowed) => {
    const others = [...Object.keys(MAY_IMPORT), ...STEPS].filter((each) => each !== room);
    const pathOf = (each: string): string => (STEPS.includes(each) ? `../${each}.ts` : `../${each}/any.ts`);
    const forbidden = [...others.filter((each) => !allowed.includes(each)).map(pathOf), "../../scripts/ratebook.ts"];
    expect(refused(`pipelines/${room}/probe.ts`, [...allowed.map(pathOf), ...forbidden])).toEqual(forbidden);
  });

  it.each([
    "pfs",
    "opps",
    "asc",
    "wage",
    "site",
    "checks",
    "publish",
    "rate",
    "explain",
    "conformance",
    "words",
    "views",
    "diff",
    "pages",
    "portfolio",
    "timeline",
  ])("lets %s touch no file", (room) => {
    expect(refused(`pipelines/${room}/probe.ts`, ["node:fs"])).toEqual(["node:fs"]);
  });

  it("keeps schemas below everything, and rows apart from what is said of them", () => {
    const above = ["../../pipelines/book.ts", "../../scripts/ratebook.ts", "node:fs"];
    expect(refused("schemas/out/probe.ts", ["../row/gpci.ts", ...above])).toEqual(above);
    expect(refused("schemas/row/probe.ts", ["../units.ts", "../out/code.ts", ...above])).toEqual([
      "../out/code.ts",
      ...above,
    ]);
  });

  it("keeps a build from rates, explanations and proofs", () => {
    const above = [
      "./rate/rate.ts",
      "./explain/pointer.ts",
      "./conformance/conformance.ts",
      "./documents/output.ts",
      "./verify/shapes.ts",
      "./diff/diff.ts",
      "./words/names.ts",
      "./views/view.ts",
      "./pages/page.ts",
      "./portfolio/portfolio.ts",
      "./timeline/timeline.ts",
    ];
    expect(refused("pipelines/build-release.ts", ["./checks/run-checks.ts", ...above])).toEqual(above);
  });
});
