import { existsSync } from "node:fs";
import { join } from "node:path";
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
import { builtReleases } from "../store/built-releases.ts";

/** Folders that a trial builds into and compares with. */
export interface TrialFolders {
  /** Folder of the downloads. */
  readonly from: string;
  readonly downloads: readonly Download[];
  /** The user's output folder, which is only read. */
  readonly out: string;
  /** Folder of what the trial builds. */
  readonly work: string;
  /** Gains what a reader of the report must know. */
  readonly notes: string[];
}

/** Builds a release into the folder of the trial; undefined, with a note, when it could not be built. */
export async function buildForTrial(release: string, { from, work, notes }: TrialFolders): Promise<string | undefined> {
  const out = join(work, "out");
  const said: string[] = [];
  const terminal: Terminal = { result: () => {}, note: (text) => said.push(text.trim()), isTty: false };
  const how = { from, release: [release], out, codes: DEFAULT_CODES, quiet: true, overwrite: true };
  if ((await build(how, terminal)) === EXIT.done) return join(out, release);
  const why = said.join(" ").replaceAll(from, "the downloads").replace(/\s+/g, " ");
  notes.push(`${release} could not be built, so nothing was compared with it: ${why}`);
  return undefined;
}

/** Whether the user has built a release from the files that are registered now. */
function isBuilt(release: string, { out, downloads }: TrialFolders): boolean {
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

/** The last release before the days of another one, among some. */
function lastBefore(name: ReleaseName, releases: readonly string[]): string | undefined {
  const { from } = windowOf(name);
  const dated = releases.map((release) => ({ release, first: windowOf(releaseName(release)).from }));
  return dated
    .filter(({ release, first }) => first < from && releaseName(release).picks.size === 0)
    .sort((one, two) => (one.first < two.first ? -1 : Number(one.first > two.first)))
    .at(-1)?.release;
}

/**
 * Folder of the release that a new one is compared with: the same release with the posting before where CMS posted it
 * again, else the last registered one before it. What the user has built is taken; otherwise it is built.
 */
export async function releaseBefore(
  name: ReleaseName,
  fresh: readonly Registration[],
  folders: TrialFolders,
): Promise<string | undefined> {
  const isAgain = fresh.some(({ kind }) => kind !== "new") && isRegistered(name.base);
  const before = isAgain ? name.base : lastBefore(name, registeredReleases());
  if (before === undefined) return undefined;
  const trial = join(folders.work, "before");
  if (isBuilt(before, folders)) return join(folders.out, before);
  return await buildForTrial(before, { ...folders, work: trial });
}
