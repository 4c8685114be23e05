import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { releaseOfQuarter } from "../../pipelines/inputs/release-id.ts";
import { calendar } from "../../pipelines/sources/calendar.ts";
import { sourceText } from "../../scripts/out/source-files.ts";
import { temporaryFolder } from "./excerpt-copy.ts";
import type { Said } from "./project-copy.ts";
import { COMMITTER, copyRepository } from "./repository-copy.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Listed {
  readonly exceptions: readonly { readonly publication: string }[];
}

/** A repository as it was when a quarter was the last one registered, for tests of what comes next. */
export class EarlierRepository {
  readonly folder: string;

  /**
   * @param last release that is registered last, such as 2026A
   * @param edit changes its files before they are committed
   */
  constructor(last: string, folder = join(temporaryFolder(), "ratebook"), edit: (folder: string) => void = () => {}) {
    this.folder = folder;
    copyRepository(this.folder);
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
    this.forgetAfter(last);
    edit(folder);
    this.git("init -q -b main");
    this.git("add -A -- . :!node_modules");
    this.git("commit -qm everything");
  }

  /** Runs a typed command line in the repository. A server of this process can answer it meanwhile. */
  async run(command: string, env: Readonly<Record<string, string>> = {}): Promise<Said> {
    const child = spawn(command, {
      cwd: this.folder,
      shell: true,
      env: { ...process.env, ...COMMITTER, npm_config_offline: "true", ...env },
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.stderr += text;
    });
    const [status] = (await once(child, "close")) as [number | null];
    return { status, ...said };
  }

  /** Text of a file of the repository. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  git(args: string, cwd = this.folder): Said {
    const { status, stdout, stderr } = spawnSync(`git ${args}`, {
      cwd,
      encoding: "utf8",
      shell: true,
      env: { ...process.env, ...COMMITTER },
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`git ${args}: ${stderr}`);
    return { status, stdout, stderr };
  }

  /** Takes later publications, their profiles, their calendar entries and their exceptions out of `sources/`. */
  private forgetAfter(last: string): void {
    const isLater = (release: string): boolean => release > last;
    const releaseOf = (id: string): string => (id.startsWith("RVU") ? `20${id.slice(3)}` : releaseOfQuarter(id));
    for (const kind of ["publications", "profiles"]) {
      const below = readdirSync(join(this.folder, "sources", kind), { recursive: true, encoding: "utf8" });
      const ids = below.filter((path) => /(?:RVU\d{2}\w+|\d{4}Q\d)\.json$/.test(path));
      for (const path of ids.filter((each) => isLater(releaseOf(each.replace(/^.*\/|\.json$/g, "")))))
        rmSync(join(this.folder, "sources", kind, path));
    }
    const all = calendar();
    this.write("calendar.json", { ...all, releases: all.releases.filter(({ release }) => !isLater(release)) });
    const listed = JSON.parse(this.read("sources/exceptions.json")) as Listed;
    const isKept = ({ publication }: Listed["exceptions"][number]): boolean => {
      const [id = ""] = publication.match(/RVU\d{2}\w+|\d{4}Q\d/) ?? [];
      return id === "" || publication.includes("*") || !isLater(releaseOf(id));
    };
    this.write("exceptions.json", { ...listed, exceptions: listed.exceptions.filter(isKept) });
  }

  private write(name: string, document: unknown): void {
    writeFileSync(join(this.folder, "sources", name), sourceText(document));
  }
}
