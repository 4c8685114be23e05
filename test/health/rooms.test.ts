import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BIOME = fileURLToPath(new URL("../../node_modules/@biomejs/biome/bin/biome", import.meta.url));

const SCHEDULES = ["schedules/pfs", "schedules/opps", "schedules/asc", "schedules/wage", "schedules/ncci"];
const READING = ["problems", "tables", "sources", "rules"];
const ABOVE_DOCUMENTS = [...READING, "words", "documents"];
const BOOK = "schedules/book.ts";
const READ = "schedules/read-release.ts";
const BUILD = "build-release.ts";
const ALL_SCHEDULES = [...SCHEDULES, BOOK, READ, "schedules/site", "schedules/continuity", "schedules/checks"];
/** Rooms of `pipelines/` that each one may import, as ARCHITECTURE.md draws them. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  problems: [],
  tables: ["problems"],
  sources: ["problems"],
  rules: ["problems", "tables", "sources"],
  words: ["problems", "sources"],
  inputs: ["problems", "tables", "sources"],
  documents: ["problems"],
  pack: ["problems"],
  exports: ["problems", "documents", "schedules/pfs", "schedules/ncci", "read"],
  "schedules/pfs": READING,
  "schedules/opps": READING,
  "schedules/asc": READING,
  "schedules/wage": READING,
  "schedules/ncci": READING,
  "schedules/site": [...READING, ...SCHEDULES, BOOK],
  "schedules/continuity": [...READING, BOOK],
  "schedules/checks": [...READING, ...SCHEDULES, BOOK, "schedules/site", "schedules/continuity"],
  publish: [
    ...READING,
    "documents",
    ...SCHEDULES,
    BOOK,
    READ,
    "schedules/site",
    "schedules/continuity",
    "schedules/checks",
  ],
  "answers/explain": [],
  "answers/diff": ABOVE_DOCUMENTS,
  "answers/rate": [...ABOVE_DOCUMENTS, "inputs", ...ALL_SCHEDULES],
  "answers/price": ["sources", "rules", "words", "documents", ...ALL_SCHEDULES, "answers/rate"],
  "answers/code": ["problems", "tables", "documents", ...ALL_SCHEDULES, "publish", "answers/rate"],
  "answers/portfolio": [
    ...["problems", "tables", "sources", "rules", "words", "documents", ...ALL_SCHEDULES],
    ...["answers/diff", "answers/rate", "answers/price"],
  ],
  "answers/audit": ["problems", "tables", "sources", "rules", "words", "read", "answers/diff", "answers/portfolio"],
  "answers/timeline": [...ABOVE_DOCUMENTS, "inputs", ...ALL_SCHEDULES, "answers/rate", "answers/diff"],
  "proof/conformance": [...READING, "inputs", ...ALL_SCHEDULES],
  "proof/verify": ["problems", "publish", "documents", "schedules/pfs"],
  refresh: [...READING, "words", "inputs", ...ALL_SCHEDULES],
  read: ["sources", "rules", "schedules/pfs", "schedules/site"],
  claims: ["problems", "documents", "read", "answers/rate", "answers/price"],
  "reports/views": ["sources", "words", "answers/diff", "answers/explain"],
  "reports/pages": ["problems", "words", "reports/views"],
  website: ["problems", "sources", "words", "documents", "pack", "read", "reports/views", "reports/pages"],
  "website/browser": [
    ...["website", "problems", "tables", "words", "read", "claims", "exports", "answers/rate", "answers/diff"],
    ...["answers/audit", "answers/portfolio", "reports/views", "reports/pages"],
  ],
  "website/builder": [
    ...["website", "problems", "tables", "sources", "inputs", BOOK, "schedules/continuity", "publish", "pack"],
    ...["read", BUILD],
  ],
};
/** Rooms that open files. */
const OPENS_FILES = ["problems", "tables", "sources", "inputs", "documents", "proof/verify"];

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

/** How a file of a room names a file of another. */
function importOf(room: string, target: string): string {
  const path = posix.relative(`pipelines/${room}`, `pipelines/${target}`);
  return target.endsWith(".ts") ? path : `${path}/any.ts`;
}

function forbiddenIn(room: string): string[] {
  const others = [...Object.keys(MAY_IMPORT), BOOK, READ, BUILD].filter((each) => each !== room);
  const forbidden = others.filter((each) => !MAY_IMPORT[room]?.includes(each));
  return [...forbidden.map((each) => importOf(room, each)), posix.relative(`pipelines/${room}`, "scripts/ratebook.ts")];
}

const inRooms = refusedIn(
  Object.fromEntries(
    Object.entries(MAY_IMPORT).map(([room, allowed]) => [
      `pipelines/${room}/probe.ts`,
      [...allowed.map((each) => importOf(room, each)), ...forbiddenIn(room), "node:fs"],
    ]),
  ),
);
const refusedInRoom = (room: string): string[] => inRooms.get(`pipelines/${room}/probe.ts`) ?? [];

describe("the linter", () => {
  it.each(Object.keys(MAY_IMPORT))("keeps %s to the rooms below it", (room) => {
    expect(refusedInRoom(room).filter((each) => each !== "node:fs")).toEqual(forbiddenIn(room));
  });

  it.each(Object.keys(MAY_IMPORT).filter((room) => !OPENS_FILES.includes(room)))("lets %s touch no file", (room) => {
    expect(refusedInRoom(room)).toContain("node:fs");
  });

  it("keeps schemas below everything, and rows apart from what is said of them", () => {
    const above = ["../../pipelines/schedules/book.ts", "../../scripts/ratebook.ts", "node:fs"];
    expect(refused("schemas/out/probe.ts", ["../row/gpci.ts", ...above])).toEqual(above);
    expect(refused("schemas/row/probe.ts", ["../units.ts", "../out/code.ts", ...above])).toEqual([
      "../out/code.ts",
      ...above,
    ]);
  });

  it("keeps reading and pricing before checks", () => {
    const above = ["./checks/run-checks.ts", "./site/rules.ts", "../publish/json.ts", "../build-release.ts", "node:fs"];
    expect(refused(`pipelines/${BOOK}`, ["./pfs/price.ts", "../inputs/locate.ts", ...above])).toEqual(above);
  });

  it("keeps the tools of maintainers out of the program", () => {
    const above = ["../../tools/fuzz/session.ts", "../../test/support/real.ts"];
    expect(refused("scripts/commands/probe.ts", ["../out/lock.ts", ...above])).toEqual(above);
    expect(refused("pipelines/probe.ts", ["../tools/bench.ts"])).toEqual(["../tools/bench.ts"]);
  });

  it("sees through a detour", () => {
    const detours = ["../pfs/../asc/addenda.ts", "../../tables/../inputs/roles.ts", "./x/../../asc/addenda.ts"];
    expect(refused("pipelines/schedules/pfs/probe.ts", ["../../tables/table.ts", ...detours])).toEqual(detours);
  });

  it("keeps a build from answers, proofs and reports", () => {
    const above = [
      "./answers/rate/rate.ts",
      "./proof/verify/shapes.ts",
      "./read/index.ts",
      "./reports/pages/page.ts",
      "./words/names.ts",
    ];
    expect(refused("pipelines/build-release.ts", ["./schedules/checks/run-checks.ts", ...above])).toEqual(above);
  });
});
