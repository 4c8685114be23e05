import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./excerpt-copy.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PARTS = ["package.json", "package-lock.json", "biome.json", "scripts", "pipelines", "schemas", "sources"];
/** The bundle of the program, if there is one, so that the copy does not make its own. */
const BUNDLE = ".cache/ratebook";

/** What a command printed, and its exit code. */
export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the program in a temporary folder, so that `register` does not change the repository. */
export class ProjectCopy {
  readonly folder = join(temporaryFolder(), "ratebook");

  constructor() {
    for (const part of PARTS) cpSync(join(ROOT, part), join(this.folder, part), { recursive: true });
    if (existsSync(join(ROOT, BUNDLE))) cpSync(join(ROOT, BUNDLE), join(this.folder, BUNDLE), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
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
