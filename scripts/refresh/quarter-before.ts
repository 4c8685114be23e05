import { join } from "node:path";
import { readSide, type Side } from "../../pipelines/answers/diff/side.ts";
import { type BuiltRelease, buildRelease } from "../../pipelines/build-release.ts";
import { isEntryAvailable } from "../../pipelines/inputs/available.ts";
import type { Registration } from "../../pipelines/inputs/register.ts";
import { assembleRelease } from "../../pipelines/inputs/registry.ts";
import { releaseOfQuarter } from "../../pipelines/inputs/release-id.ts";
import { publicationEntries } from "../../pipelines/sources/publications.ts";
import type { PublicationEntry } from "../../schemas/source/publication.ts";
import { writeRelease } from "../out/out-folder.ts";
import type { TrialFolders } from "./builds.ts";

/** The registered quarter to compare with: itself where CMS replaced files, else the last one before it that is here. */
function entryBefore(
  { kind, entry }: Registration,
  { downloads }: Pick<TrialFolders, "downloads">,
): PublicationEntry | undefined {
  const isBefore = ({ id }: PublicationEntry): boolean => (kind === "new" ? id < entry.id : id === entry.id);
  const known = publicationEntries(entry.family).filter((each) => isBefore(each) && isEntryAvailable(each, downloads));
  return known.toSorted((one, other) => (one.id < other.id ? -1 : 1)).at(-1);
}

/** NCCI edits beside those of the registered quarter before. */
export interface QuarterBefore {
  /** Label of what is compared with. */
  readonly label: string;
  readonly sides: readonly [Side, Side];
}

/**
 * Builds NCCI edits and those of the registered quarter before, each by itself, to compare them row by row. Of
 * procedure-to-procedure edits only chosen codes can be compared, so they are not.
 *
 * @param built the new ones, with everything accepted that waits for a person
 * @returns undefined where the files of no earlier quarter are here
 */
export async function quarterBefore(
  fresh: readonly Registration[],
  built: BuiltRelease,
  folders: Pick<TrialFolders, "downloads" | "work">,
): Promise<QuarterBefore | undefined> {
  const own = fresh.find(({ entry }) => entry.family === "ncci");
  const entry = own && entryBefore(own, folders);
  if (entry === undefined) return undefined;
  const release = assembleRelease(releaseOfQuarter(entry.id), [{ entry, registered: true }]);
  const options = { chooseCodes: () => [], required: [], allowChanged: false, sideTablesAlone: true };
  const earlier = await buildRelease(release, folders.downloads, options);
  if (earlier.problems.length > 0) return undefined;
  const written = async (side: string, { book, outputs }: BuiltRelease): Promise<Side> => {
    const folder = join(folders.work, "quarters", side);
    await writeRelease(folder, book.release.release, outputs);
    return readSide(join(folder, book.release.release));
  };
  return { label: entry.label, sides: [await written("before", earlier), await written("after", built)] };
}
