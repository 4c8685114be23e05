import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { embeddedOnly, embeddedSources, sealedForBuild, sealedSources } from "./bundle/embedded-sources.ts";
import { pipelineInBrowser, withoutNode } from "./bundle/in-browser.ts";
import { packagesIn, type UsedPackage } from "./bundle/program.ts";
import { bundledPackages, thirdPartyLicences } from "./bundle/third-party.ts";
import { type Inventory, takeStock } from "./dependencies/inventory.ts";

/**
 * Bundles what runs in a browser, each set into one JSON file that the program imports. The files are committed, so that
 * the program needs no bundler. A test fails when one is stale.
 */

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Style and scripts of one kind of page. */
interface AssetSet {
  readonly folder: string;
  /** Name of each text of the JSON file, and the file that it is bundled from. */
  readonly entries: Readonly<Record<string, string>>;
  readonly minify: boolean;
  /** Packages that a browser has its own for, and the file that takes their place. */
  readonly alias?: Readonly<Record<string, string>>;
  /** How a file is bundled, where that is not how most are. */
  readonly special?: Readonly<Record<string, () => Special>>;
}

/** Plugins that take the place of the usual ones, and what is in the place of Node's globals. */
interface Special extends Pick<BuildOptions, "inject" | "define"> {
  readonly plugins: Plugin[];
}

/** A file that reads little of `sources/`. */
function reading(...names: string[]): () => Special {
  return () => ({ plugins: [embeddedOnly(names)] });
}

const NO_NODE = { global: "globalThis" };

/** The single-file pages, whose script people may read; and the lookup site, which is loaded over a network. */
export const ASSET_SETS: readonly AssetSet[] = [
  { folder: "pipelines/reports/pages/browser", entries: { style: "page.css", script: "page.ts" }, minify: false },
  {
    folder: "pipelines/website/browser",
    entries: {
      style: "site.css",
      script: "main.tsx",
      charts: "charts.ts",
      claims: "claims.ts",
      list: "list-part.ts",
      volumes: "volumes-part.ts",
      workbook: "workbook-part.ts",
      worker: "../worker/worker.ts",
    },
    minify: true,
    alias: { linkedom: "./pipelines/website/browser/own-document.ts" },
    special: {
      "list-part.ts": reading(
        "modifiers",
        "parameters/conversion-factors",
        "places-of-service",
        "reasons",
        "user-headings",
      ),
      "volumes-part.ts": () => ({
        plugins: [
          sealedSources([
            ...["policy-indicators", "counties", "county-names", "parameters/change-rules"],
            ...["parameters/conversion-factors", "places-of-service", "user-headings"],
          ]),
        ],
      }),
      "claims.ts": () => ({ plugins: [sealedSources(["policy-indicators"])] }),
      "workbook-part.ts": () => ({
        plugins: [withoutNode(), embeddedOnly(["user-headings"])],
        inject: ["pipelines/website/browser/node-globals.ts"],
        define: NO_NODE,
      }),
    },
  },
  {
    folder: "pipelines/website/builder",
    entries: { builder: "builder.ts" },
    minify: true,
    special: {
      "builder.ts": () => ({
        plugins: [pipelineInBrowser(), sealedForBuild()],
        inject: ["pipelines/website/builder/stand-ins/globals.ts"],
        define: NO_NODE,
      }),
    },
  },
];

/** The file of a set. */
export function assetsFile({ folder }: AssetSet): string {
  return `${ROOT}${folder}/assets.json`;
}

const usual = (): Special => ({ plugins: [embeddedSources(["policy-indicators"])] });

async function bundled({ folder, minify, alias = {}, special = {} }: AssetSet, entry: string) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`${folder}/${entry}`],
    bundle: true,
    write: false,
    outdir: ".",
    format: "iife",
    target: ["es2022", "chrome109", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    minify,
    alias,
    jsx: "automatic",
    jsxImportSource: "preact",
    metafile: true,
    logLevel: "error",
    ...(special[entry] ?? usual)(),
  });
  return { text: outputFiles[0]?.text ?? "", packages: packagesIn(metafile) };
}

/** The packages whose code runs in a browser. */
export async function assetPackages(): Promise<readonly UsedPackage[]> {
  const all = ASSET_SETS.flatMap((set) => Object.values(set.entries).map((entry) => bundled(set, entry)));
  const packages = (await Promise.all(all)).flatMap((each) => each.packages);
  return [...new Map(packages.map((each) => [each.path, each])).values()];
}

/** What exceljs needs for streams and csv, which no file that is bundled imports. */
const NOT_INLINED = {
  exceljs: { archiver: "its streams", dayjs: "csv", "fast-csv": "csv", tmp: "its streams", unzipper: "its streams" },
};

function licencesOf(packages: readonly UsedPackage[], stock: Inventory): string {
  const notInlined = packages.some(({ path }) => path === "node_modules/exceljs") ? NOT_INLINED : {};
  return thirdPartyLicences(ROOT, bundledPackages(ROOT, packages, notInlined), stock, "The script of this site");
}

/** The text of a set's file: the same bytes from the same sources. It has the licences of the packages in it. */
export async function assetsText(set: AssetSet, stock: Inventory): Promise<string> {
  const names = Object.keys(set.entries);
  const all = await Promise.all(Object.values(set.entries).map((entry) => bundled(set, entry)));
  const texts = Object.fromEntries(names.map((name, at) => [name, all[at]?.text]));
  const packages = all.flatMap((each) => each.packages);
  const licences = packages.length === 0 ? {} : { licences: licencesOf(packages, stock) };
  return `${JSON.stringify({ ...texts, ...licences }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stock = takeStock(ROOT);
  for (const set of ASSET_SETS) writeFileSync(assetsFile(set), await assetsText(set, stock));
}
