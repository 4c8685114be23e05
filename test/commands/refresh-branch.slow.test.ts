import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { ascArchive, corrected22310, filesBelow, RefreshDesk } from "../support/refresh-desk.ts";

const ASC = await ascArchive("2039");
const ASC_NAME = "january-2039-asc-addenda.zip";
const BRANCH = "refresh/2039A";
const ME = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"];

afterEach(() => {
  useRegistry(undefined);
  vi.unstubAllEnvs();
});

/** A desk whose registry is the repository itself, with a branch of the user's checked out. */
class RepositoryDesk extends RefreshDesk {
  constructor() {
    super();
    for (const role of ["AUTHOR", "COMMITTER"]) {
      vi.stubEnv(`GIT_${role}_NAME`, "a");
      vi.stubEnv(`GIT_${role}_EMAIL`, "a@b");
    }
    this.download(ASC_NAME, ASC);
    mkdirSync(this.registry);
    writeFileSync(join(this.registry, "notes.md"), "ours");
    this.git("init", "-q", "-b", "main");
    this.git("add", "-A");
    this.git("commit", "-qm", "begin");
  }

  git(...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync("git", ["-C", this.registry, ...ME, ...args], { encoding: "utf8" });
    expect([args[0], status, stderr]).toEqual([args[0], 0, expect.anything()]);
    return stdout.trim();
  }

  /** The user's files, but for git's own. */
  files(): Record<string, string> {
    return Object.fromEntries(Object.entries(filesBelow(this.registry)).filter(([path]) => !path.startsWith(".git/")));
  }
}

describe("refresh --apply, with a registry that git keeps", () => {
  it("makes a branch with one commit, and leaves the working tree alone", async () => {
    const desk = new RepositoryDesk();
    const [before, head] = [desk.files(), desk.git("rev-parse", "HEAD")];
    expect(await desk.apply()).toMatchObject({ status: 0, report: { state: "applied" } });
    expect([desk.files(), desk.git("status", "--porcelain"), desk.git("branch", "--show-current")]).toEqual([
      before,
      "",
      "main",
    ]);
    expect(desk.git("rev-parse", `${BRANCH}^`)).toBe(head);
    expect(desk.git("diff", "--name-only", "main", BRANCH).split("\n")).toEqual([
      "exceptions.json",
      "parameters/conversion-factors.json",
      "profiles/asc/2039Q1.json",
      "publications/asc/2039Q1.json",
    ]);
    expect(desk.git("log", "-1", "--format=%B", BRANCH)).toMatch(/^Add January 2039 \(2039A\)\n[\s\S]*verify holds/);
    expect(desk.git("worktree", "list").split("\n")).toHaveLength(1);
    expect(existsSync(join(desk.registry, ".git/ratebook-refresh"))).toBe(false);
    expect(readdirSync(desk.to)).toContain("changes.bundle");
    expect(desk.git("bundle", "list-heads", join(desk.to, "changes.bundle"))).toContain(`refs/heads/${BRANCH}`);

    // Not merged yet: the same refresh makes its own branch again, and no other.
    expect(await desk.apply()).toMatchObject({ status: 0, report: { state: "applied" } });
    expect(desk.git("rev-list", "--count", `main..${BRANCH}`)).toBe("1");
    desk.git("checkout", "-q", BRANCH);
    desk.git("commit", "-q", "--allow-empty", "-m", "a reviewer's own");
    const reviewed = desk.git("rev-parse", BRANCH);
    desk.git("checkout", "-q", "main");
    expect((await desk.apply()).error).toMatchObject({ code: "refresh.branch-of-others" });
    expect(desk.git("rev-parse", BRANCH)).toBe(reviewed);

    desk.git("merge", "-q", BRANCH);
    expect((await desk.refresh()).report?.state).toBe("nothing-new");
    desk.git("checkout", "-q", BRANCH);
    desk.download(ASC_NAME, await ascArchive("2039", corrected22310));
    expect((await desk.apply()).error).toMatchObject({ code: "refresh.branch-in-use" });
    expect(desk.git("rev-parse", BRANCH)).toBe(reviewed);
  });

  it("refuses changes that are not committed, and changes nothing", async () => {
    const desk = new RepositoryDesk();
    writeFileSync(join(desk.registry, "notes.md"), "changed");
    const { status, error } = await desk.apply();
    expect([status, error]).toMatchObject([
      1,
      { code: "refresh.uncommitted", message: expect.stringContaining("notes.md") },
    ]);
    expect([desk.out, desk.to].map((folder) => existsSync(folder))).toEqual([false, false]);
    expect(desk.git("branch", "--list", BRANCH)).toBe("");
  });

  it("takes a folder that the repository ignores for one that nobody keeps", async () => {
    const desk = new RepositoryDesk();
    rmSync(join(desk.registry, ".git"), { recursive: true });
    writeFileSync(join(desk.folder, ".gitignore"), "registry\n");
    const { status } = spawnSync("git", ["init", "-q", desk.folder]);
    expect(status).toBe(0);
    expect((await desk.apply()).status).toBe(0);
    expect(desk.registered("publications/asc/2039Q1.json")).toMatchObject({ id: "2039Q1" });
    expect(desk.files()["notes.md"]).toBeDefined();
  });

  it("refuses before any work where git does not say what it keeps, and leaves the history alone", async () => {
    const desk = new RepositoryDesk();
    const before = filesBelow(desk.registry);
    vi.stubEnv("PATH", "/nowhere");
    const refused = await desk.refresh("--apply");
    expect(refused).toMatchObject({ status: 1, error: { code: "refresh.git" } });
    expect(refused.error?.message).toContain("git does not read it: git is not installed");
    expect([filesBelow(desk.registry), existsSync(desk.out), existsSync(desk.store)]).toEqual([before, false, false]);
  });

  it("refuses before any work where git does not know who commits", async () => {
    const desk = new RepositoryDesk();
    for (const role of ["AUTHOR", "COMMITTER"]) vi.stubEnv(`GIT_${role}_NAME`, "");
    const refused = await desk.refresh("--apply");
    expect(refused).toMatchObject({ status: 1, error: { code: "refresh.git" } });
    expect(refused.error?.message).toContain("git does not know who commits");
    expect([existsSync(desk.out), existsSync(desk.store)]).toEqual([false, false]);
  });

  it("places no release where the commit fails", async () => {
    const desk = new RepositoryDesk();
    writeFileSync(join(desk.registry, ".git/hooks/pre-commit"), "#!/bin/sh\necho no >&2\nexit 1\n", { mode: 0o755 });
    expect(await desk.apply()).toMatchObject({ status: 1, error: { code: "refresh.git" } });
    expect([filesBelow(desk.out), existsSync(desk.to)]).toEqual([{}, false]);
    expect(desk.git("branch", "--list", BRANCH)).toBe("");
  });

  it("makes no branch where a commit was made meanwhile: what was read is of the one before", async () => {
    const desk = new RepositoryDesk();
    const commit = `env -u GIT_DIR -u GIT_WORK_TREE -u GIT_INDEX_FILE git -C '${desk.registry}' commit -q --allow-empty -m other`;
    writeFileSync(join(desk.registry, ".git/hooks/post-checkout"), `#!/bin/sh\n${commit}\n`, { mode: 0o755 });
    expect(await desk.apply()).toMatchObject({ status: 1, error: { code: "refresh.overtaken" } });
    expect([filesBelow(desk.out), existsSync(desk.to)]).toEqual([{}, false]);
    expect(desk.git("branch", "--list", BRANCH)).toBe("");
  });
});
