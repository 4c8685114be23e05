import type { Problem } from "../../schemas/place.ts";
import type { Damage } from "./damage.ts";
import { areEqual, buildUnregistered, type Examined } from "./examine.ts";
import type { Folder } from "./folder.ts";
import { FOLDERS, type FolderName, soundFolder } from "./releases.ts";

/** What became of a damage: it stops the build, a note names it, it changes no figure, or it passes. */
export type DamageOutcome = "stopped" | "noted" | "harmless" | "passed";

/** One damage, and what a build of the damaged release says. */
export interface DamageResult {
  readonly damage: Damage;
  readonly outcome: DamageOutcome;
  readonly stops: readonly Problem[];
  readonly inJanuary: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** A sound release and what its build says, so that only what a damage adds counts. */
interface Sound {
  readonly folder: Folder;
  readonly examined: Examined;
}

/** What a problem is about, without its place in the file. */
export function findingOf({ code, place }: Problem): string {
  return place.key === undefined ? code : `${code}:${place.key}`;
}

function isNew(notes: readonly Problem[]): (note: Problem) => boolean {
  const nameOf = (note: Problem): string => `${findingOf(note)} ${note.place.file}`;
  const known = new Set(notes.map(nameOf));
  return (note) => !known.has(nameOf(note));
}

function outcomeOf(examined: Examined, notes: readonly Problem[], sound: Examined): DamageOutcome {
  if (examined.stops.length > 0) return "stopped";
  if (areEqual(examined, sound)) return "harmless";
  return notes.length > 0 ? "noted" : "passed";
}

async function run(damage: Damage, { folder, examined: sound }: Sound, cms: Folder): Promise<DamageResult> {
  const release = damage.release ?? FOLDERS[damage.folder].release;
  const examined = await buildUnregistered(release, damage.edit(folder, cms), sound);
  const notes = examined.notes.filter(isNew(sound.notes));
  const { stops, inJanuary } = examined;
  return { damage, outcome: outcomeOf(examined, notes, sound), stops, inJanuary, notes };
}

/**
 * Builds every damaged release, one after the other.
 *
 * @param cms all of CMS's files
 * @param onResult called after each
 * @throws Error when a release has findings without any damage
 */
export async function runAll(
  damages: readonly Damage[],
  cms: Folder,
  onResult: (result: DamageResult) => void = () => {},
): Promise<DamageResult[]> {
  const sound = new Map<FolderName, Sound>();
  const results: DamageResult[] = [];
  for (const damage of damages) {
    const known = sound.get(damage.folder) ?? (await soundOf(damage.folder, cms));
    sound.set(damage.folder, known);
    const result = await run(damage, known, cms);
    results.push(result);
    onResult(result);
  }
  return results;
}

async function soundOf(name: FolderName, cms: Folder): Promise<Sound> {
  const folder = soundFolder(name, cms);
  const examined = await buildUnregistered(FOLDERS[name].release, folder);
  const [first] = [...examined.stops, ...examined.inJanuary];
  if (first !== undefined) throw new Error(`${name} has ${findingOf(first)} without any damage: ${first.message}`);
  return { folder, examined };
}
