import { existsSync } from "node:fs";
import { join } from "node:path";
import { registeredAmong } from "../../pipelines/inputs/discover.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import type { Registration } from "../../pipelines/inputs/register.ts";
import { registeredReleases } from "../../pipelines/inputs/registered-releases.ts";
import { isRegistered, releaseName, windowOf } from "../../pipelines/inputs/registry.ts";
import type { ReleaseName } from "../../pipelines/inputs/release-id.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { DEFAULT_CODES } from "../build/code-selection.ts";
import { build } from "../commands/build.ts";
import type { Terminal } from "../print/terminal.ts";
import { EXIT } from "../program/exit-codes.ts";
import { STARTER } from "../program/packed.ts";
import { registryArguments } from "../program/registry-folder.ts";
import { builtReleases } from "../store/built-releases.ts";
import { buildStep } from "./child.ts";
import { registryState } from "./trial-registry.ts";

/** Folders that a trial builds into and compares with. */
export interface TrialFolders {
  /** Folder of the downloads. */
  readonly from: string;
  readonly downloads: readonly Download[];
  /** The user's output folder, which is only read. */
  readonly out: string;
  /** Folder of what the trial builds. */
  readonly work: string;
  /** Sources that the releases may lack. */
  readonly without: readonly string[] | undefined;
  /** Gains what a reader of the report must know. */
  readonly notes: string[];
}

/** Builds a release into the folder of the trial; undefined, with a note, when it could not be built. */
export async function buildForTrial(release: string, folders: TrialFolders): Promise<string | undefined> {
  const { from, work, without, notes } = folders;
  const out = join(work, "out");
  const said: string[] = [];
  const terminal: Terminal = { result: () => {}, note: (text) => said.push(text.trim()), isTty: false };
  const left = without === undefined ? {} : { without };
  const how = { from, release: [release], out, codes: DEFAULT_CODES, quiet: true, overwrite: true, ...left };
  if ((await build(how, terminal)) === EXIT.done) return join(out, release);
  const why = said.join(" ").replaceAll(from, "the downloads").replace(/\s+/g, " ");
  notes.push(`${release} could not be built, so nothing is compared with it: ${why}`);
  return undefined;
}

/** Whether the user has built a whole release from the files that are registered now. */
export function isBuilt(release: string, { out, downloads }: Pick<TrialFolders, "out" | "downloads">): boolean {
  if (!existsSync(join(out, "index.json"))) return false;
  try {
    return builtReleases(out, downloads).some(
      (each) => each.release === release && each.asRegistered && each.coverage !== "excerpt",
    );
  } catch (error) {
    // A damaged output folder: the release is built again from CMS's files.
    if (error instanceof InputFault) return false;
    throw error;
  }
}

/** How far back a release to compare with is looked for, where nearer ones cannot be built. */
const MOST_BEFORE = 4;

/** The releases before the days of another one, among some; the nearest first. */
function allBefore(name: ReleaseName, releases: readonly string[]): string[] {
  const { from } = windowOf(name);
  const dated = releases.map((release) => ({ release, first: windowOf(releaseName(release)).from }));
  return dated
    .filter(({ release, first }) => first < from && releaseName(release).picks.size === 0)
    .sort((one, two) => (one.first < two.first ? 1 : -Number(one.first > two.first)))
    .map(({ release }) => release);
}

/** The releases that a new one may be compared with; the nearest first. */
function candidatesBefore(name: ReleaseName, fresh: readonly Registration[]): string[] {
  const isAgain = fresh.some(({ kind }) => kind !== "new") && isRegistered(name.base);
  return isAgain ? [name.base] : allBefore(name, registeredReleases()).slice(0, MOST_BEFORE);
}

/** A release that a process of its own builds, and the state of the registry when it began. */
export interface BegunBuild {
  readonly release: string;
  readonly state: string;
  /** Undefined where it fails. */
  readonly folder: Promise<string | undefined>;
}

/**
 * Begins to build the release that a new one is compared with, while that one is proved; undefined where its files are
 * not among the downloads, or the user has built it.
 */
export function beginBefore(
  name: ReleaseName,
  fresh: readonly Registration[],
  folders: TrialFolders,
): BegunBuild | undefined {
  const [release = ""] = candidatesBefore(name, fresh);
  const { downloads, work } = folders;
  if (!registeredAmong(downloads).includes(release) || isBuilt(release, folders)) return undefined;
  const program = { command: [STARTER, ...registryArguments()] };
  const folder = buildStep(program, release, { ...folders, out: join(work, "begun") }).catch(() => undefined);
  return { release, state: registryState(), folder };
}

/** What was begun, unless it failed or the registry has changed since. */
async function takenUp(release: string, begun: BegunBuild | undefined): Promise<string | undefined> {
  if (begun?.release !== release) return undefined;
  const folder = await begun.folder;
  return begun.state === registryState() ? folder : undefined;
}

/**
 * Folder of the release that a new one is compared with: the same release with the revision before where CMS replaced
 * it, else the last registered one before it that can be built. What the user has built is taken; otherwise it is built.
 */
export async function releaseBefore(
  name: ReleaseName,
  fresh: readonly Registration[],
  folders: TrialFolders,
  begun: BegunBuild | undefined,
): Promise<string | undefined> {
  const candidates = candidatesBefore(name, fresh);
  const notes: string[] = [];
  const trial = { ...folders, work: join(folders.work, "before"), notes };
  for (const before of candidates) {
    if (isBuilt(before, folders)) return join(folders.out, before);
    const folder = (await takenUp(before, begun)) ?? (await buildForTrial(before, trial));
    if (folder !== undefined) return folder;
  }
  const others = candidates.slice(1).join(", ");
  folders.notes.push(...notes.slice(0, 1), ...(others === "" ? [] : [`Nor could ${others}.`]));
  return undefined;
}
