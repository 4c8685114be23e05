import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makePackage } from "../../tools/bundle/package-folder.ts";
import type { Said } from "./project-copy.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function run(command: string, cwd: string): Said {
  const { status, stdout, stderr } = spawnSync(command, { cwd, encoding: "utf8", shell: true });
  return { status, stdout, stderr };
}

/** The output of a command; throws when it fails. */
export function must(command: string, cwd: string): string {
  const { status, stdout, stderr } = run(command, cwd);
  if (status !== 0) throw new Error(`${command}: exit code ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Every file below a folder, by path. */
export function filesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

/** ratebook as users have it: packed, and installed into a temporary folder without network and scripts. */
export class Installed {
  readonly folder = mkdtempSync(join(tmpdir(), "ratebook-packed-"));
  /** What was packed. */
  readonly dist = join(this.folder, "dist");
  /** Where it was installed. */
  readonly home = join(this.folder, "home");

  /** Bundles, packs and installs. */
  async install(): Promise<void> {
    await makePackage(ROOT, this.dist);
    mkdirSync(this.home);
    const tarball = must(`npm pack --silent --pack-destination .. "${this.dist}"`, this.home).trim();
    must(`npm install --silent --ignore-scripts --offline --no-audit --no-fund ../${tarball}`, this.home);
  }

  /** Runs ratebook by its name, in the folder that it was installed into. */
  ratebook(args: string): Said {
    return run(`npx --no-install ratebook ${args}`, this.home);
  }
}
