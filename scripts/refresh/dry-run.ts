import { join } from "node:path";
import type { Problems } from "../../pipelines/problems/problems.ts";
import { newsAmong, type ReleaseNews } from "../../pipelines/refresh/news.ts";
import { entryOfDay } from "../../pipelines/sources/calendar.ts";
import type { RefreshDocument } from "../../schemas/out/refresh.ts";
import type { Family } from "../../schemas/source/release.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import type { Terminal } from "../print/terminal.ts";
import { type BegunBuild, beginBefore, buildForTrial, isBuilt, releaseBefore } from "./builds.ts";
import type { Gathered } from "./gather.ts";
import { quarterBefore } from "./quarter-before.ts";
import type { Staging } from "./staging.ts";
import { type TrialOptions, type TriedRelease, tryRelease } from "./trial.ts";
import { registryState, TRIAL_REGISTRY, withTrialRegistry } from "./trial-registry.ts";

/** What a dry run needs to know beside the downloads. */
export interface DryRunOptions
  extends Pick<TrialOptions, "accept" | "source" | "without" | "cite" | "factors" | "note"> {
  readonly day: string;
  readonly out: string;
  readonly families: readonly Family[];
  readonly picks: readonly string[];
  /** Folder that the trial may fill; its owner removes it. */
  readonly work: string;
  /** Where the new releases are built, if they are to be applied. */
  readonly staging: Staging | undefined;
}

/** A dry run: the report, and what an `--apply` takes over. */
export interface DryRun {
  readonly report: RefreshDocument;
  readonly tried: readonly TriedRelease[];
  /** The registry with everything new; undefined when there is nothing. */
  readonly registry: string | undefined;
  /** State of the registry that the report is about. */
  readonly state: string;
}

function inForceOn(day: string, folders: Parameters<typeof isBuilt>[1]): RefreshDocument["inForce"] {
  const entry = entryOfDay(day);
  if (entry === undefined) return null;
  const { release, window } = entry;
  return { release, window, isBuilt: isBuilt(release, folders) };
}

function stateOf(tried: readonly TriedRelease[], problems: Problems, { gated }: Gathered): RefreshDocument["state"] {
  if (problems.any || tried.some(({ report }) => report.state === "broken")) return "failed";
  return tried.length > 0 || gated.length > 0 ? "to-review" : "nothing-new";
}

async function triedInTurn(
  news: readonly ReleaseNews[],
  options: TrialOptions,
  terminal: Terminal,
): Promise<TriedRelease[]> {
  const tried: TriedRelease[] = [];
  for (const each of news) {
    terminal.note(`ratebook: trying ${each.name.base}`);
    tried.push(await tryRelease(each, options));
  }
  return tried;
}

/**
 * Tries everything that the downloads have and the registry does not, release by release, with a registry of its own.
 * It changes nothing but the folder of the trial.
 */
export async function dryRun(
  gathered: Gathered,
  options: DryRunOptions,
  problems: Problems,
  terminal: Terminal,
): Promise<DryRun> {
  const state = registryState();
  const { families, picks, day, out, work, staging } = options;
  const { downloads, addressOf, licenceOf, from, gated, gone, notes, looked } = gathered;
  const news = await newsAmong(downloads, { families, picks, addressOf, licenceOf }, problems);
  const folders = { from, downloads, out, work, without: options.without, notes: [...notes] };
  let begun: BegunBuild | undefined;
  const trial: TrialOptions = {
    ...options,
    from,
    downloads,
    build: async (release, isReady) => {
      const staged = isReady ? await staging?.tryBuild(release, from, join(work, TRIAL_REGISTRY)) : undefined;
      return staged ?? (await buildForTrial(release, folders));
    },
    before: async (name, fresh) => await releaseBefore(name, fresh, folders, begun),
    quarterBefore: async (fresh, built) => await quarterBefore(fresh, built, folders),
  };
  const tryAll = async (): Promise<TriedRelease[]> => {
    const [first] = news;
    staging?.begin();
    if (first?.isBeside === false) begun = beginBefore(first.name, first.fresh, folders);
    try {
      return await triedInTurn(news, trial, terminal);
    } finally {
      await begun?.folder;
    }
  };
  const { done: tried, registry } =
    news.length === 0 ? { done: [], registry: undefined } : await withTrialRegistry(work, tryAll);
  const report: RefreshDocument = {
    schema: "ratebook/refresh",
    schemaVersion: SCHEMA_VERSION,
    day,
    state: stateOf(tried, problems, gathered),
    inForce: inForceOn(day, folders),
    releases: tried.map((each) => each.report),
    looked: { files: looked.files, notRecognised: [...looked.notRecognised] },
    gated: [...gated],
    gone: [...gone],
    notes: folders.notes,
    problems: [...problems.list],
  };
  return { report, tried, registry, state };
}
