import type { CalendarEntry } from "../../schemas/source/calendar.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import type { Registration } from "./register.ts";
import type { ReleaseName } from "./release-id.ts";

/**
 * A publication's registry entry with what is new of it, where every posting that stays as it is keeps its own text, so
 * that the change shows nothing else.
 *
 * @param before the entry as it stands in the registry, undefined for a new one
 */
export function withRegistration(before: PublicationEntry | undefined, { entry }: Registration): PublicationEntry {
  PublicationEntry.parse(entry);
  if (before === undefined) return entry;
  const known = PublicationEntry.parse(before).revisions.map((each) => JSON.stringify(each));
  const revisions = entry.revisions.map((each, index) => {
    const asItStands = before.revisions[index];
    return asItStands !== undefined && known[index] === JSON.stringify(each) ? asItStands : each;
  });
  return { ...before, revisions };
}

/**
 * CMS's calendar with a release that it lacks, behind those that began no later; undefined when nothing is added.
 *
 * @param releases the calendar's entries, in their order
 */
export function withRelease(
  releases: readonly CalendarEntry[],
  { base }: ReleaseName,
  fresh: readonly Registration[],
): CalendarEntry[] | undefined {
  const found = fresh.find(({ entry }) => entry.family === "pfs")?.entry;
  if (found === undefined || releases.some((each) => each.release === base)) return undefined;
  const { label, window, revisions } = found;
  const before = releases.findLastIndex((each) => each.window.from <= window.from);
  return releases.toSpliced(before + 1, 0, { release: base, label, window, url: revisions[0]?.url ?? null });
}
