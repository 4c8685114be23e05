import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

const require = createRequire(import.meta.url);
const ofExceljs = createRequire(require.resolve("exceljs/package.json"));
const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Modules that a browser has something else for, and what takes their place. */
const STAND_INS: Readonly<Record<string, string>> = {
  "node:buffer": fileOf("pipelines/website/browser/node-parts.ts"),
  "node:string_decoder": fileOf("pipelines/website/browser/node-parts.ts"),
  "./member-bytes.ts": fileOf("pipelines/website/browser/member-bytes.ts"),
  stream: ofExceljs.resolve("readable-stream/readable-browser.js"),
  buffer: require.resolve("buffer/index.js"),
  events: require.resolve("events/events.js"),
};

/** What exceljs asks for and does not use when it writes a workbook into memory: files, passwords, csv. */
const UNUSED = /^(?:fs|crypto|util)$|\/csv\/csv$/;
const EMPTY = "module.exports = class { static inherits() {} static promisify() {} };";

/** Lets a workbook be read and written in a browser: Node's modules have their stand-ins. */
export function withoutNode(): Plugin {
  return {
    name: "without-node",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path }) => {
        const standIn = STAND_INS[path];
        if (standIn !== undefined) return { path: standIn };
        return UNUSED.test(path) ? { path, namespace: "unused" } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: EMPTY, loader: "js" }));
    },
  };
}

const BUILDER = "pipelines/website/builder/stand-ins";

/** What takes the place of parts of Node where the pipeline runs in a browser. */
const FOR_THE_PIPELINE: readonly (readonly [RegExp, string])[] = [
  [/^node:(?:fs|path|url)$/, `${BUILDER}/files.ts`],
  [/^node:zlib$/, `${BUILDER}/zlib.ts`],
  [/\/problems\/sha256\.ts$/, "pipelines/website/sha256-in-browser.ts"],
  [/^node:(?:buffer|string_decoder)$/, "pipelines/website/browser/node-parts.ts"],
  [/\/member-bytes\.ts$/, "pipelines/website/browser/member-bytes.ts"],
];

/** Code pages that no CMS file is in. */
const OTHER_CODE_PAGES = /\/iconv-lite\/encodings\/tables\//;

/** Lets the pipeline run in a browser. */
export function pipelineInBrowser(): Plugin {
  return {
    name: "pipeline-in-browser",
    setup(build) {
      for (const [filter, path] of FOR_THE_PIPELINE) build.onResolve({ filter }, () => ({ path: fileOf(path) }));
      build.onResolve({ filter: /^(?:buffer|string_decoder|stream)$/ }, ({ path }) =>
        path === "buffer" ? { path: require.resolve("buffer/index.js") } : { path, namespace: "unused" },
      );
      build.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: EMPTY, loader: "js" }));
      build.onLoad({ filter: OTHER_CODE_PAGES }, () => ({ contents: "[]", loader: "json" }));
    },
  };
}
