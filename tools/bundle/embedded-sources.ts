import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { publicationIds, publicationPath } from "../../pipelines/sources/publications.ts";
import { shippedSource, sourcePath } from "../../pipelines/sources/read-source.ts";
import { sealCodes } from "../../pipelines/website/sealed-codes.ts";
import type { PublicationEntry } from "../../schemas/source/publication.ts";
import { Family } from "../../schemas/source/release.ts";

/** Files of `sources/` that answers about claims read. Counties are not among them: they are larger than all others. */
const READ_WHOLE = ["anesthesia", "asc-combinations", "calendar", "caveats", "modifiers", "ncci", "reasons"].concat(
  "successions",
);

/** Notes for maintainers, and addresses of downloads: no answer has them. */
function answered(name: string): object {
  const { note: _, ...file } = shippedSource(name) as { readonly note?: string };
  return JSON.parse(JSON.stringify(file, (key, value) => (key === "url" ? undefined : value))) as object;
}

/** What answers read of a registry entry: what CMS corrected by each revision. */
function notesOf(path: string): object {
  const { label, revisions } = shippedSource(path) as PublicationEntry;
  const notes = revisions.map(({ note }) => ({ note }));
  return { label, revisions: notes.some(({ note }) => note !== undefined) ? notes : [] };
}

type Files = Readonly<Record<string, unknown>>;

function filesOf(names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [`${name}.json`, answered(`${name}.json`)]));
}

function filesOfClaims(others: readonly string[]): Files {
  const paths = Family.options.flatMap((family) => publicationIds(family).map((id) => publicationPath(family, id)));
  return {
    ...filesOf([...READ_WHOLE, ...others]),
    ...Object.fromEntries(paths.map((path) => [path, notesOf(path)])),
  };
}

/** The module that stands for `read-source.ts` where there is no folder: the same functions over files in the bundle. */
function moduleText(files: Files): string {
  return `
const files = ${JSON.stringify(files)};
const registryInUse = () => undefined;
function sourceAsItIs(name) {
  if (name in files) return files[name];
  throw new Error("sources/" + name + " is not in this bundle");
}
function namesIn(folder, keep) {
  const names = Object.keys(files).filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  return names.filter(keep).sort();
}
export { registryInUse, sourceAsItIs, namesIn };
`;
}

function embedded(files: () => Files): Plugin {
  return {
    name: "embedded-sources",
    setup(build) {
      const at = { filter: /.*/, namespace: "embedded-sources" };
      build.onResolve({ filter: /\/read-source\.ts$/ }, () => ({ path: "sources", namespace: at.namespace }));
      build.onLoad(at, () => ({ contents: moduleText(files()), loader: "js" }));
    },
  };
}

/**
 * Puts the data of `sources/` into a bundle, in the place of the module that reads them from a folder.
 *
 * @param others files that the bundle reads beside those of answers about claims, without their ending
 */
export function embeddedSources(others: readonly string[] = []): Plugin {
  return embedded(() => filesOfClaims(others));
}

/** The same for a bundle that reads these files alone. */
export function embeddedOnly(names: readonly string[]): Plugin {
  return embedded(() => filesOf(names));
}

/** Files of which texts may name CPT codes. Others have numbers of five digits too: of counties, of ZIP codes. */
const NAMES_CODES =
  /^(?:anesthesia|asc-combinations|exceptions|known-figures|successions|parameters\/asc-office-bases|parameters\/completeness|publications\/.*)\.json$/;

function sealedText(name: string, json: unknown): string {
  if (!NAMES_CODES.test(name)) return JSON.stringify(json);
  return JSON.stringify(json, (_, value) => (typeof value === "string" ? sealCodes(value) : value));
}

const SEALED = fileURLToPath(new URL("../../pipelines/website/sealed-sources.ts", import.meta.url));

function sealed(files: () => Files): Plugin {
  return {
    name: "sealed-sources",
    setup(build) {
      const texts = Object.entries(files()).map(([name, json]) => [name, sealedText(name, json)] as const);
      const { initialOptions } = build;
      initialOptions.define = {
        ...initialOptions.define,
        BUNDLED_SOURCES: JSON.stringify(Object.fromEntries(texts)),
      };
      build.onResolve({ filter: /\/read-source\.ts$/ }, () => ({ path: SEALED }));
    },
  };
}

/** The same as {@link embeddedSources}, with CPT codes sealed. */
export function sealedSources(others: readonly string[] = []): Plugin {
  return sealed(() => filesOfClaims(others));
}

/** What a build never reads, or has the codes of CMS tables. */
const NOT_BUILT_FROM = /^(?:profiles|excerpts)\/|^(?:explained-differences|format-differences|user-headings)\.json$/;

/** Every file of `sources/` that a build reads, with CPT codes sealed. */
export function sealedForBuild(): Plugin {
  return sealed(() => {
    const names = readdirSync(sourcePath(""), { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".json") && !NOT_BUILT_FROM.test(name));
    return Object.fromEntries(names.sort().map((name) => [name, shippedSource(name)]));
  });
}
