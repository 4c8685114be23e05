import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { InputFault } from "../../pipelines/problems/problems.ts";
import type { Terminal } from "../print/terminal.ts";
import { buildStep, type StepProgram } from "./child.ts";
import { REPORTS } from "./reports-folder.ts";
import { type ApplyTarget, targetOf } from "./target.ts";
import { registryState } from "./trial-registry.ts";
import { openWorkFolder, type WorkFolder } from "./work-folder.ts";

interface StagingOptions {
  /** Sources that the releases may lack. */
  readonly without: readonly string[] | undefined;
  readonly terminal: Terminal;
}

/** The folder of a run that is applied: what is new as it will be registered, and what is built with it. */
interface Opened {
  readonly run: string;
  /** Folder of the releases. */
  readonly built: string;
  /** Folder of what a reviewer reads. */
  readonly reports: string;
  readonly target: ApplyTarget;
}

/** A registry in the target, by the state of the trial's, and the program that uses it. */
interface Installed {
  readonly state: string;
  readonly program: StepProgram;
}

/**
 * Prepares what a refresh applies, out of the user's sight. A trial already builds here, with the program and the
 * registry of the target, so that what was compared is what is placed.
 */
export class Staging {
  private readonly options: StagingOptions;
  readonly plan = targetOf();
  /** State of the registry that a release was built with. */
  private readonly builtWith = new Map<string, string>();
  private installed: Installed | undefined;
  private work: WorkFolder | undefined;
  private opening: Promise<Opened> | undefined;

  /** @throws InputFault as {@link targetOf} does */
  constructor(options: StagingOptions) {
    this.options = options;
  }

  /** Begins what can be done before anything is known to be right; whoever needs it hears of what fails. */
  begin(): void {
    this.open().catch(() => {});
  }

  /** Waits until no other refresh is at work, the first time. */
  open(): Promise<Opened> {
    this.opening ??= this.openNow();
    return this.opening;
  }

  private async openNow(): Promise<Opened> {
    this.work = await openWorkFolder(this.plan.work, this.options.terminal);
    const { run } = this.work;
    const reports = join(run, REPORTS);
    mkdirSync(reports);
    const target = this.plan.forRun(run);
    await target.prepare();
    return { run, built: join(run, "out"), reports, target };
  }

  /**
   * Installs a registry of a trial, unless exactly the same is installed: nothing is written again below what was built
   * with it.
   */
  async install(registry: string): Promise<Installed> {
    const { target } = await this.open();
    const state = registryState(registry);
    if (this.installed?.state !== state) this.installed = { state, program: target.install(registry) };
    return this.installed;
  }

  /**
   * Builds a release with a registry of a trial, or takes what was built with exactly the same: the code is that of one
   * commit, and all else that a build reads is in the registry or in the downloads.
   *
   * @returns its folder
   */
  async build(release: string, from: string, registry: string): Promise<string> {
    const { built } = await this.open();
    const { state, program } = await this.install(registry);
    if (this.builtWith.get(release) === state) return join(built, release);
    const { without, terminal } = this.options;
    terminal.note(`ratebook: ${release}: build`);
    const folder = await buildStep(program, release, { from, out: built, without });
    this.builtWith.set(release, state);
    return folder;
  }

  /** The same for a trial, which goes on where the build fails. */
  async tryBuild(...what: Parameters<Staging["build"]>): Promise<string | undefined> {
    try {
      return await this.build(...what);
    } catch (error) {
      if (error instanceof InputFault) return undefined;
      throw error;
    }
  }

  /** Removes everything that is not in its place. */
  async close(): Promise<void> {
    await Promise.allSettled([this.opening]);
    if (this.work === undefined) return;
    this.work.remove();
    this.plan.undo();
  }
}
