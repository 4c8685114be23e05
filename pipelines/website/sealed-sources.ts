import { KnownCodes } from "./sealed-codes.ts";

/**
 * Takes the place of `read-source.ts` in a bundle that is published without CPT codes: the same functions over the files
 * that the bundler put in, with codes sealed.
 */
declare const BUNDLED_SOURCES: Readonly<Record<string, string>>;

let known = new KnownCodes();
const opened = new Map<string, unknown>();
/** What a person's own files say, in the place of what is not in the bundle. */
let own: ReadonlyMap<string, unknown> = new Map();

/** Opens codes that a person's own files name, in every file that is read from now on. */
export function revealCodes(codes: Iterable<string>): void {
  if (known.add(codes)) opened.clear();
}

/** Seals every code again: a build must not follow from what was built before it. */
export function sealAgain(): void {
  known = new KnownCodes();
  opened.clear();
}

/** Reads these files as if they were of `sources/`, in the place of those that were given before. */
export function useOwnSources(files: ReadonlyMap<string, unknown>): void {
  own = files;
}

/** There is no other registry. */
const noRegistry = (): undefined => undefined;

/** Names in a folder, sorted. */
function bundledNames(folder: string, keep: (name: string) => boolean): string[] {
  const inside = folder.endsWith("/") ? folder : `${folder}/`;
  const paths = [...Object.keys(BUNDLED_SOURCES), ...own.keys()].filter((path) => path.startsWith(inside));
  return [...new Set(paths.map((path) => path.slice(inside.length)))].filter(keep).sort();
}

/** A file of `sources/`, which was validated when it was put into the bundle. */
function bundledSource<T>(name: string): T {
  if (own.has(name)) return own.get(name) as T;
  const text = BUNDLED_SOURCES[name];
  if (text === undefined) throw new Error(`sources/${name} is not in this bundle`);
  if (!opened.has(name)) opened.set(name, known.opened(text));
  return opened.get(name) as T;
}

export {
  bundledNames as namesIn,
  bundledSource as readSource,
  bundledSource as sourceAsItIs,
  noRegistry as registryInUse,
};
