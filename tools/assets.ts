import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the style and the script of every page, `pipelines/reports/pages/browser/`, into one JSON file, which the pages
 * import. The file is committed, so that the program needs no bundler. A test fails when it is stale.
 */

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDER = "pipelines/reports/pages/browser";
export const ASSETS = `${ROOT}${FOLDER}/assets.json`;

/** The text of `assets.json`: the same bytes from the same sources. */
export async function assetsText(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`${FOLDER}/page.css`, `${FOLDER}/page.ts`],
    bundle: true,
    write: false,
    outdir: ".",
    format: "iife",
    target: ["es2022", "chrome109", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
  });
  const textOf = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return `${JSON.stringify({ style: textOf(".css"), script: textOf(".js") }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(ASSETS, await assetsText());
