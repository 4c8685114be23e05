import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { copyBundle } from "../../scripts/program/bundle-files.ts";
import { temporaryFolder } from "./excerpt-copy.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAM = ["package.json", "package-lock.json", "biome.json", "scripts", "pipelines", "schemas"];
/** What a run leaves beside the program, and the next one needs. */
const KEPT: ReadonlySet<string> = new Set([...PROGRAM, "node_modules", ".cache"]);

/** What a command printed, and its exit code. */
export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function copyProgram(folder: string): string {
  for (const part of PROGRAM) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  copyBundle(ROOT, folder);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Shared by the tests of this process; removed after the run. */
let shared: string | undefined;

/** A copy of the program in a temporary folder, so that `register` does not change the repository. */
export class ProjectCopy {
  readonly folder: string;

  constructor(folder = copyProgram(join(temporaryFolder(), "ratebook"))) {
    this.folder = folder;
    cpSync(join(ROOT, "sources"), join(folder, "sources"), { recursive: true });
  }

  /** For tests that change nothing of the program but its `sources/`. They share all else, since a copy takes long. */
  static ofSources(): ProjectCopy {
    shared ??= copyProgram(join(mkdtempSync(join(inject("runFolder"), "project-")), "ratebook"));
    for (const name of readdirSync(shared).filter((each) => !KEPT.has(each)))
      rmSync(join(shared, name), { recursive: true });
    return new ProjectCopy(shared);
  }

  /** Removes the publications since 2027, so that the nearest to a made-up quarter are those of 2026. */
  asOf2026(): this {
    for (const kind of ["publications", "profiles"]) {
      const below = readdirSync(join(this.folder, "sources", kind), { recursive: true, encoding: "utf8" });
      const later = below.filter((path) => /(?:RVU|\/20)(?:2[7-9]|3\d)[A-Z.]/.test(path));
      for (const path of later) rmSync(join(this.folder, "sources", kind, path));
    }
    return this;
  }

  /** Removes the profiles, so that a quarter with few rows is accepted. */
  takeFewRows(): void {
    rmSync(join(this.folder, "sources/profiles"), { recursive: true });
    const path = join(this.folder, "sources/parameters/completeness.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/("codes": )\[[^\]]*\]/, "$1[]"));
  }

  /** Text of a file of the copy. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** Runs a typed command line in the copy's folder. */
  run(command: string): Said {
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: this.folder,
      encoding: "utf8",
      shell: true,
      env: { ...process.env, npm_config_offline: "true" },
    });
    return { status, stdout, stderr };
  }
}
