import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fault } from "../../pipelines/problems/problems.ts";
import { layered } from "../../pipelines/sources/layers.ts";
import { isWhole, registryInUse, shippedSource } from "../../pipelines/sources/read-source.ts";
import { sourceText } from "../out/source-files.ts";
import type { Terminal } from "../print/terminal.ts";
import { copyBundle } from "../program/bundle-files.ts";
import { IS_PACKED, STARTER } from "../program/packed.ts";
import { movedAside, registryFiles } from "../program/registry-folder.ts";
import { runStep, type StepProgram } from "./child.ts";
import { Repository } from "./git.ts";
import { placeReports, REPORTS } from "./reports-folder.ts";
import { openWorkFolder, PLACE_OF_REPORTS } from "./work-folder.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The new registry, in the folder of the run. */
const NEW = "new";
/** Files of a checkout that a refresh commits. */
const CHECKOUT_PATHS = ["sources", "out", "docs/releases.md"];
/** The program: what it says of a branch must be what the branch's own says. */
const CODE_PATHS = ["pipelines", "schemas", "scripts", "package.json", "package-lock.json"];

/** A place that a refresh is applied to: nothing of it is there before `finish`. */
export interface ApplyTarget {
  /** Does what takes time before there is anything to install. */
  readonly prepare: () => Promise<void>;
  /** Writes what is new, beside its place. Again, with a registry that has gained something, it adds that. */
  readonly install: (registry: string) => StepProgram;
  /** The checkout that the branch is made in; undefined where the registry is the user's. */
  readonly checkout: string | undefined;
  /** Does all that can fail of putting it in place, and puts nothing there. */
  readonly seal: (message: string) => void;
  /** Puts everything in place, where that is a branch on the named one. Returns what was done, as a sentence. */
  readonly finish: (branch: string, bundle: string) => string;
}

/** Where a refresh is applied. */
interface TargetPlan {
  /** Folder of the runs; an interrupted one may leave its own behind, and the next one removes it. */
  readonly work: string;
  /** Refuses a branch that somebody works on. */
  readonly refuseBranch: (branch: string) => void;
  /** The target for a run with a folder of its own. */
  readonly forRun: (run: string) => ApplyTarget;
  /** Forgets what is left elsewhere, once the folders of the runs are gone. */
  readonly undo: () => void;
}

/** A registry's files as files of `sources/`. */
function installShipped(registry: string, sources: string): void {
  for (const name of registryFiles(registry)) {
    const own: unknown = JSON.parse(readFileSync(join(registry, name), "utf8"));
    const path = join(sources, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, sourceText(isWhole(name) ? own : layered(shippedSource(name), own)));
  }
}

function refuseUnready(repository: Repository): void {
  repository.refuseNameless();
  const code = registryInUse() === undefined ? inRoot(repository, CODE_PATHS) : [];
  repository.refuseUncommitted([...pathsIn(repository), ...code]);
}

/** What was read is that of the commit that the branch begins at: a later one may have other sources. */
function refuseOtherBase({ head, root }: Repository, base: string): void {
  if (head === base) return;
  const message = `a commit was made while the refresh ran: ${base.slice(0, 12)} became ${head.slice(0, 12)}`;
  throw fault("refresh.overtaken", { file: root }, message, "Run the command again");
}

/** A worktree of a repository, beside the user's, whose commit becomes a branch. */
function treePlan(
  repository: Repository,
  paths: readonly string[],
  inTree: (tree: string) => Pick<ApplyTarget, "prepare" | "install" | "checkout">,
): TargetPlan {
  refuseUnready(repository);
  const base = repository.head;
  const forRun = (run: string): ApplyTarget => {
    const tree = join(run, "tree");
    let commit = "";
    const { prepare, ...target } = inTree(tree);
    return {
      ...target,
      prepare: async () => {
        await repository.checkOut(tree, base);
        await prepare();
      },
      seal: (message) => {
        refuseOtherBase(repository, base);
        commit = repository.commit(tree, paths, message);
      },
      finish: (branch, bundle) => {
        repository.branchTo(commit, { branch, bundle });
        return `branch ${branch} has the commit ${commit.slice(0, 12)}`;
      },
    };
  };
  const refuseBranch = (branch: string): void => repository.refuseBranchOfOthers(branch);
  return { work: repository.workFolder, refuseBranch, forRun, undo: () => repository.forgetTrees() };
}

/** A branch of the checkout that this program runs from. */
function checkoutPlan(repository: Repository): TargetPlan {
  return treePlan(repository, pathsIn(repository), (tree) => {
    const checkout = join(tree, repository.pathOf(ROOT));
    const program = { command: [join(checkout, "scripts/ratebook.mjs")] };
    const prepare = async (): Promise<void> => {
      symlinkSync(join(ROOT, "node_modules"), join(checkout, "node_modules"));
      copyBundle(ROOT, checkout);
      await runStep(program, ["--version"]);
    };
    const install = (registry: string): StepProgram => {
      installShipped(registry, join(checkout, "sources"));
      return program;
    };
    return { checkout, prepare, install };
  });
}

/** A branch of the repository that keeps the user's registry. */
function branchPlan(registry: string, repository: Repository): TargetPlan {
  const path = repository.pathOf(registry);
  return treePlan(repository, [path], (tree) => {
    const install = (from: string): StepProgram => {
      cpSync(from, join(tree, path), { recursive: true });
      return { command: [STARTER, "--registry", join(tree, path)] };
    };
    return { checkout: undefined, prepare: async () => {}, install };
  });
}

/** Where the registry that is replaced waits, and where the work is done, both beside its place. */
function besides(registry: string): { place: string; work: string; old: string } {
  const place = resolve(registry);
  return { place, work: join(dirname(place), `.ratebook-${basename(place)}.refresh`), old: movedAside(place) };
}

/** Whoever opens the registry between our two renames puts the earlier one back; then it is moved again. */
const ATTEMPTS = 20;

function swapIn(fresh: string, { place, old }: Pick<ReturnType<typeof besides>, "place" | "old">): void {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(old, { recursive: true, force: true });
    if (existsSync(place)) renameSync(place, old);
    try {
      renameSync(fresh, place);
      break;
    } catch (error) {
      if (!existsSync(place) || attempt === ATTEMPTS) throw error;
    }
  }
  rmSync(old, { recursive: true, force: true });
}

/** The user's registry in a folder that no repository keeps. */
function folderPlan(registry: string): TargetPlan {
  const { work, ...places } = besides(registry);
  const forRun = (run: string): ApplyTarget => {
    const fresh = join(run, NEW);
    return {
      checkout: undefined,
      prepare: async () => {},
      install: (from) => {
        cpSync(from, fresh, { recursive: true });
        return { command: [STARTER, "--registry", fresh] };
      },
      seal: () => {},
      finish: () => {
        swapIn(fresh, places);
        return `the registry ${registry} has it`;
      },
    };
  };
  return { work, refuseBranch: () => {}, forRun, undo: () => {} };
}

/**
 * Finishes what a refresh left that was interrupted while it applied to the folder of a registry: places the reports
 * where the new registry is in place already, else removes all that was prepared.
 */
export async function finishInterrupted(terminal: Terminal): Promise<void> {
  const registry = registryInUse();
  if (registry === undefined) return;
  const { place, work, old } = besides(registry);
  if (!existsSync(work) && !existsSync(old)) return;
  const folder = await openWorkFolder(work, terminal);
  try {
    if (existsSync(place)) rmSync(old, { recursive: true, force: true });
    for (const run of folder.others()) {
      const [reports, to] = [join(run, REPORTS), join(run, PLACE_OF_REPORTS)];
      if (existsSync(join(run, NEW)) || !existsSync(to) || !existsSync(reports)) continue;
      placeReports(reports, readFileSync(to, "utf8"));
      terminal.note("ratebook: a refresh that was interrupted had been applied; its reports are in place now");
    }
  } finally {
    folder.remove();
  }
}

/** The repository that keeps the registry in use; undefined where none does. */
function repositoryInUse(): Repository | undefined {
  const registry = registryInUse();
  if (registry !== undefined) return existsSync(registry) ? Repository.of(registry) : undefined;
  const repository = IS_PACKED ? undefined : Repository.of(ROOT);
  if (repository !== undefined) return repository;
  const message = "ratebook's own registry is not in a git repository, so no branch can be made";
  const cure = "Name your own registry with --registry FOLDER: ratebook makes it";
  throw fault("refresh.no-target", { file: ROOT }, message, cure);
}

function inRoot(repository: Repository, paths: readonly string[]): string[] {
  return paths.map((path) => join(repository.pathOf(ROOT), path));
}

function pathsIn(repository: Repository): string[] {
  const registry = registryInUse();
  if (registry !== undefined) return [repository.pathOf(registry)];
  return inRoot(repository, CHECKOUT_PATHS);
}

/**
 * Refuses, before any work is done, what no refresh can be applied to.
 *
 * @throws InputFault for changes that are not committed, where git does not know who commits, for a checkout without git
 */
export function refuseUnappliable(): void {
  const repository = repositoryInUse();
  if (repository !== undefined) refuseUnready(repository);
}

/**
 * Where a refresh is applied: a branch where git keeps the registry, else the folder of the registry itself.
 *
 * @throws InputFault as {@link refuseUnappliable}
 */
export function targetOf(): TargetPlan {
  const [registry, repository] = [registryInUse(), repositoryInUse()];
  if (repository === undefined) return folderPlan(registry ?? "");
  return registry === undefined ? checkoutPlan(repository) : branchPlan(registry, repository);
}
