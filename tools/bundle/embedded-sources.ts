import type { Plugin } from "esbuild";
import { shippedSource } from "../../pipelines/sources/read-source.ts";

/** The module that stands for `read-source.ts` where there is no folder: the same functions over files in the bundle. */
function moduleText(names: readonly string[]): string {
  const files = Object.fromEntries(names.map((name) => [name, shippedSource(name)]));
  return `
const files = ${JSON.stringify(files)};
export function sourceAsItIs(name) {
  if (name in files) return files[name];
  throw new Error("sources/" + name + " is not in this bundle");
}
`;
}

/**
 * Puts files of `sources/` into a bundle, in the place of the module that reads them from a folder.
 *
 * @param names of the files that the bundle reads
 */
export function embeddedSources(names: readonly string[]): Plugin {
  return {
    name: "embedded-sources",
    setup(build) {
      const at = { filter: /.*/, namespace: "embedded-sources" };
      build.onResolve({ filter: /\/read-source\.ts$/ }, () => ({ path: "sources", namespace: at.namespace }));
      build.onLoad(at, () => ({ contents: moduleText(names), loader: "js" }));
    },
  };
}
