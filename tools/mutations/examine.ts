import { buildRelease } from "../../pipelines/build-release.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { type ReleaseBook, sourceFiles } from "../../pipelines/schedules/book.ts";
import { continuityWith } from "../../pipelines/schedules/continuity/continuity.ts";
import { profilesOf } from "../../pipelines/sources/profiles.ts";
import { completeness, continuityBounds } from "../../pipelines/sources/sources.ts";
import type { SourceFile } from "../../pipelines/tables/source-file.ts";
import { rowsOf } from "../../pipelines/tables/table.ts";
import type { Problem } from "../../schemas/place.ts";
import type { Profile } from "../../schemas/source/profile.ts";
import type { Family } from "../../schemas/source/release.ts";
import type { Folder } from "./folder.ts";
import { unregisteredRelease } from "./releases.ts";

/** What a build of an unregistered release says. */
export interface Examined {
  /** What stops it. */
  readonly stops: readonly Problem[];
  /** What else stops it where no other release of the year is registered, as in every January. */
  readonly inJanuary: readonly Problem[];
  /** Rows for review, tables that are missing or could not be read, files that were not read, headings with misprints. */
  readonly notes: readonly Problem[];
  /** The tables that were read. */
  readonly files: readonly SourceFile<unknown>[];
}

/** A check with figures that were computed by hand for some releases: no release that is new has them. */
const KNOWN_BY_HAND = "mission.known-figures";

function otherYears(year: string): (family: Family) => readonly Profile[] {
  return (family) => profilesOf(family).filter(({ window }) => window.from.slice(0, 4) !== year);
}

/** Findings of the continuity check against other years, in tables that are not those of the sound release. */
export function acrossYears(book: ReleaseBook, sound?: Examined): Problem[] {
  const check = continuityWith({
    profiles: otherYears(book.release.window.from.slice(0, 4)),
    bounds: () => continuityBounds().bounds,
    fresh: () => completeness().fresh,
  });
  const isSound = ({ id, sha256 }: SourceFile<unknown>): boolean =>
    sound?.files.some((file) => file.id === id && file.sha256 === sha256) ?? false;
  const damaged = Object.entries(book.tables).filter(([, file]) => !isSound(file));
  const { violations = [] } = check.run({ ...book, tables: Object.fromEntries(damaged) }) ?? {};
  return violations.map(({ place, message }) => ({ code: check.id, place, message, cure: check.cure }));
}

function note(code: string, file: string, message: string): Problem {
  return { code, place: { file }, message, cure: "" };
}

function notesOf(book: ReleaseBook): Problem[] {
  const { missing, skipped } = book.inputs;
  const misprints = sourceFiles(book).flatMap(({ table }) =>
    table.found.misprinted.map(({ letter }) => note("heading.misprinted", table.file, letter)),
  );
  return [
    ...missing.map(({ source, kind, reason }) => note(`source.${kind}`, source, reason)),
    ...skipped.map(({ file, reason }) => note("file.skipped", file, reason)),
    ...misprints,
  ];
}

/** Every value of a table, whatever the order of the rows. */
function valuesOf({ table }: SourceFile<unknown>): string {
  const rows = rowsOf(table).map((row) => JSON.stringify(row));
  return rows.sort().join("\n");
}

/** Whether two builds read the same figures. */
export function areEqual({ files }: Examined, { files: others }: Examined): boolean {
  const isEqual = (file: SourceFile<unknown>): boolean => {
    const other = others.find(({ id }) => id === file.id);
    return other !== undefined && (other.sha256 === file.sha256 || valuesOf(other) === valuesOf(file));
  };
  return files.length === others.length && files.every(isEqual);
}

function stopped(fault: Problem): Examined {
  return { stops: [fault], inJanuary: [fault], notes: [], files: [] };
}

async function built(id: string, folder: Folder, sound: Examined | undefined): Promise<Examined> {
  const options = { chooseCodes: () => [], required: [], allowChanged: true };
  const { book, problems, report } = await buildRelease(await unregisteredRelease(id, folder), folder, options);
  const stops = problems.filter(({ code }) => code !== KNOWN_BY_HAND);
  const ofRelease = stops.filter(({ code }) => code !== "cross.continuity");
  return {
    stops,
    inJanuary: [...ofRelease, ...acrossYears(book, sound)],
    notes: [...report.unreviewed, ...notesOf(book)],
    files: sourceFiles(book),
  };
}

/**
 * Builds a release that is not registered from a folder of downloads, and keeps what is noticed.
 *
 * @param sound the same release before it was damaged
 */
export async function buildUnregistered(id: string, folder: Folder, sound?: Examined): Promise<Examined> {
  try {
    return await built(id, folder, sound);
  } catch (error) {
    if (error instanceof InputFault) return stopped(error.problem);
    throw error;
  }
}
