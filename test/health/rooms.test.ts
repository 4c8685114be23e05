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

/** The imports that the linter refuses in files of these paths, which need not be there. It is started once for all. */
function refusedIn(files: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-rooms-"));
  try {
    copyFileSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
    for (const [path, imports] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), imports.map((each) => `import "${each}";\n`).join(""));
    }
    const how = ["--only=style/noRestrictedImports", "--max-diagnostics=none", "--reporter=github"];
    const args = [BIOME, "lint", "--vcs-enabled=false", ...how, ...Object.keys(files)];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const found = [...stdout.matchAll(/noRestrictedImports,[^\n]*?file=([^,]+),line=(\d+)/g)];
    const lineNumbers = (path: string): number[] =>
      found.filter(([, file]) => file?.endsWith(`/${path}`)).map(([, , line]) => Number(line));
    const refusals = Object.entries(files).map(([path, imports]) => {
      const lines = lineNumbers(path).sort((left, right) => left - right);
      return [path, lines.map((line) => imports[line - 1] ?? "")] as const;
    });
    return new Map(refusals);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refused(path: string, imports: readonly string[]): string[] | undefined {
  return refusedIn({ [path]: imports }).get(path);
}

const pathOf = (room: string): string => (STEPS.includes(room) ? `../${room}.ts` : `../${room}/any.ts`);

function forbiddenIn(room: string): string[] {
  const others = [...Object.keys(MAY_IMPORT), ...STEPS].filter((each) => each !== room);
  const forbidden = others.filter((each) => !MAY_IMPORT[room]?.includes(each));
  return [...forbidden.map(pathOf), "../../scripts/ratebook.ts"];
}

const inRooms = refusedIn(
  Object.fromEntries(
    Object.entries(MAY_IMPORT).map(([room, allowed]) => [
      `pipelines/${room}/probe.ts`,
      [...allowed.map(pathOf), ...forbiddenIn(room), "node:fs"],
    ]),
  ),
);
const refusedInRoom = (room: string): string[] => inRooms.get(`pipelines/${room}/probe.ts`) ?? [];

describe("the linter", () => {
  it.each(Object.keys(MAY_IMPORT))("keeps %s to the rooms below it", (room) => {
    expect(refusedInRoom(room).filter((each) => each !== "node:fs")).toEqual(forbiddenIn(room));
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
    expect(refusedInRoom(room)).toContain("node:fs");
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
