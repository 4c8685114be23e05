import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fault } from "../../pipelines/problems/problems.ts";
import { type Ended, runMeanwhile } from "./child.ts";

/** Where git finds a repository and an index, when git itself runs this program: another repository is meant here. */
const NOT_OURS = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined };

function gitEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, ...NOT_OURS };
}

function git(folder: string, args: readonly string[], input = ""): Ended {
  const how = { encoding: "utf8", env: gitEnvironment(), input } as const;
  const { status, stdout, stderr } = spawnSync("git", ["-C", folder, ...args], how);
  return { status, stdout: stdout ?? "", stderr: stderr ?? "" };
}

/** What git printed; throws InputFault "refresh.git" when it failed. */
function printed(folder: string, [command]: readonly string[], { status, stdout, stderr }: Ended): string {
  if (status === 0) return stdout;
  const message = `git ${command} failed: ${lastLine(stderr) || lastLine(stdout)}`;
  throw fault("refresh.git", { file: folder }, message, "Correct what git reports, then run the command again");
}

/** Whether a folder is inside a repository, also where git cannot or will not say so. */
function isInRepository(folder: string): boolean {
  const above = dirname(folder);
  return existsSync(join(folder, ".git")) || (above !== folder && isInRepository(above));
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

/** A git repository, and what a refresh does with it. The user's working tree is never changed. */
export class Repository {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /**
   * The repository that keeps a folder; undefined where there is none, or it ignores the folder.
   *
   * @throws InputFault "refresh.git" where there is one and git does not read it: its history is not to be touched
   */
  static of(folder: string): Repository | undefined {
    const { status, stdout, stderr } = git(folder, ["rev-parse", "--show-toplevel"]);
    if (status !== 0 && isInRepository(realpathSync(folder))) {
      const why = lastLine(stderr) || "git is not installed";
      const message = `the folder is in a git repository, and git does not read it: ${why}`;
      throw fault("refresh.git", { file: folder }, message, "Correct what git reports, then run the command again");
    }
    if (status !== 0) return undefined;
    const isIgnored = git(folder, ["check-ignore", "-q", resolve(folder)]).status === 0;
    return isIgnored ? undefined : new Repository(stdout.trim());
  }

  /** Folder inside the repository's own, which nothing else looks into: for work that an interrupt may leave behind. */
  get workFolder(): string {
    return resolve(this.root, this.say(["rev-parse", "--git-common-dir"]).trim(), "ratebook-refresh");
  }

  /** Path of a folder inside the repository; "." for the repository itself. */
  pathOf(folder: string): string {
    return relative(this.root, realpathSync(folder)) || ".";
  }

  /** Refuses to begin where git could not commit at the end: it does not know by whom. */
  refuseNameless(): void {
    const { status, stderr } = git(this.root, ["var", "GIT_COMMITTER_IDENT"]);
    if (status === 0) return;
    const cure = 'Tell git: git config user.name "NAME", git config user.email "ADDRESS"';
    throw fault("refresh.git", { file: this.root }, `git does not know who commits: ${lastLine(stderr)}`, cure);
  }

  /** Refuses changes that are not committed: a branch would leave them behind. */
  refuseUncommitted(paths: readonly string[]): void {
    const changed = this.say(["status", "--porcelain", "--", ...paths]).trimEnd();
    if (changed === "") return;
    const [first = ""] = changed.split("\n");
    const message = `there are changes that are not committed, such as ${first.slice(3)}; the branch would not have them`;
    throw fault(
      "refresh.uncommitted",
      { file: this.root },
      message,
      "Commit or stash them, then run the command again",
    );
  }

  /**
   * Refuses a branch that must not be moved: one that somebody works on, or with commits that neither the current
   * branch has nor a refresh made.
   */
  refuseBranchOfOthers(branch: string): void {
    const tip = this.commitAt(`refs/heads/${branch}`);
    if (tip === undefined) return;
    const file = this.root;
    const worktrees = this.say(["worktree", "list", "--porcelain"]).split("\n");
    if (worktrees.includes(`branch refs/heads/${branch}`)) {
      const message = `the branch ${branch} is checked out; this refresh would move it under your feet`;
      throw fault("refresh.branch-in-use", { file }, message, "Check out another branch, then run the command again");
    }
    const isMerged = git(this.root, ["merge-base", "--is-ancestor", tip, "HEAD"]).status === 0;
    if (isMerged || tip === this.commitAt(`refs/ratebook/${branch}`)) return;
    const message = `the branch ${branch} has commits that no refresh made, and they are not in the current branch`;
    const cure = `Merge it, or give it another name: git branch -m ${branch} NAME`;
    throw fault("refresh.branch-of-others", { file }, message, cure);
  }

  /** The last commit of the branch that is checked out. */
  get head(): string {
    return this.say(["rev-parse", "HEAD"]).trim();
  }

  /** Checks a commit out into a new folder, on no branch. */
  async checkOut(tree: string, commit: string): Promise<void> {
    const args = ["worktree", "add", "--quiet", "--detach", tree, commit];
    printed(this.root, args, await runMeanwhile("git", ["-C", this.root, ...args], gitEnvironment()));
  }

  /** Forgets such folders that are gone, also those of interrupted runs. */
  forgetTrees(): void {
    git(this.root, ["worktree", "prune"]);
  }

  /** Commits these paths of such a folder. No branch has the commit yet. Returns it. */
  commit(tree: string, paths: readonly string[], message: string): string {
    this.say(["add", "-A", "--", ...paths], tree);
    this.say(["commit", "--quiet", "--message", message], tree);
    return this.say(["rev-parse", "HEAD"], tree).trim();
  }

  /**
   * Moves a branch to a commit, in one step.
   *
   * @param bundle file that gains the commit, for a clone that lacks it
   */
  branchTo(commit: string, { branch, bundle }: Branched): void {
    // The second name says that a refresh made it, as long as nobody adds to the branch.
    const names = [`refs/heads/${branch}`, `refs/ratebook/${branch}`];
    this.say(["update-ref", "--stdin"], this.root, names.map((name) => `update ${name} ${commit}\n`).join(""));
    this.say(["bundle", "create", "--quiet", bundle, `HEAD..${branch}`]);
  }

  private commitAt(name: string): string | undefined {
    const { status, stdout } = git(this.root, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
    return status === 0 ? stdout.trim() : undefined;
  }

  private say(args: readonly string[], folder = this.root, input = ""): string {
    return printed(folder, args, git(folder, args, input));
  }
}

/** Where a commit goes. */
interface Branched {
  readonly branch: string;
  readonly bundle: string;
}
